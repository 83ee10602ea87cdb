package org.genjin.daemon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.junit.jupiter.api.Test;

class HostsTest {

    private static Participant sender(String address, String name) {
        return new Participant(1, "from", 0, address, name, null);
    }

    @Test
    void whoseCaseADeskWritesAboutStandsInItsAddress() {
        assertThat(Hosts.firmsIn(sender("returns+acmetools@desk.example", "Returns"))).contains("acmetools");
        assertThat(Hosts.firmsIn(sender("support@acmetools.desk.example", null))).contains("acmetools");
        assertThat(Hosts.firmsIn(sender("acmetools@desk.example", null))).contains("acmetools").doesNotContain("desk");
    }

    /** Anybody can call himself Acme; only at a house that is known to be a desk the name counts. */
    @Test
    void aNameShownTellsNothingWhereAnybodyCanChooseIt() {
        assertThat(Hosts.firmsIn(sender("x@evil.example", "Acmetools"))).doesNotContain("acmetools");
        assertThat(Hosts.firmsIn(sender("ticket-77@mail.zendesk.com", "Acmetools Support"))).contains("acmetools");
    }

    @Test
    void ticketsAndReturnsAreNobodysOwnBusiness() {
        assertThat(Hosts.isDesk(sender("tickets+5512@desk.example", null))).isTrue();
        assertThat(Hosts.isDesk(sender("anna@desk.example", null))).isFalse();
    }
}

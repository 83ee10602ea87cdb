package org.genjin.connectors.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.connectors.mime.Mails.html;
import static org.genjin.connectors.mime.Mails.multipart;
import static org.genjin.connectors.mime.Mails.names;
import static org.genjin.connectors.mime.Mails.plain;
import static org.genjin.connectors.mime.Mails.shown;

import org.genjin.connectors.Message;
import org.junit.jupiter.api.Test;

class InvitationTest {

    private static final String EVENT = """
            BEGIN:VCALENDAR
            METHOD:%s
            BEGIN:VTIMEZONE
            TZID:Europe/Berlin
            BEGIN:STANDARD
            DTSTART:16010101T030000
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            SUMMARY:Visit to the factory\\, hall 3
            DTSTART;TZID="Europe/Berlin":20260302T090000
            DTEND;TZID="Europe/Berlin":20260302T103000
            LOCATION:Ningbo\\, Zhongshan Rd 1
            ORGANIZER;CN="Kim, Purchasing":mailto:kim@acme.example
            ATTENDEE;PARTSTAT=%s:mailto:li@factory.example
            DESCRIPTION:Bring samples\\nand the
              price list
            END:VEVENT
            END:VCALENDAR
            """;

    @Test
    void anInvitationSaysWhatWhenInWhichZoneWhereAndWhoInvites() throws Exception {
        Message message = multipart(
                "multipart/alternative", plain("You are invited"), html("<p>You are invited</p>"),
                "Content-Type: text/calendar; method=REQUEST\n\n" + EVENT.formatted("REQUEST", "NEEDS-ACTION"));
        String said = """
                Visit to the factory, hall 3
                2026-03-02 09:00 – 10:30 (Europe/Berlin)
                Ningbo, Zhongshan Rd 1
                Kim, Purchasing <kim@acme.example>
                Bring samples
                and the price list""";
        assertThat(message.body().plain()).contains("You are invited", said);
        assertThat(message.body().html()).contains("Ningbo, Zhongshan Rd 1");
        assertThat(message.auto()).isFalse();
        assertThat(names(message)).isEmpty();
    }

    @Test
    void answersAndCancellationsAreAutomaticAndSayWhatTheyAre() throws Exception {
        Message accepted = Mails.read("From: kim@acme.example\nContent-Type: text/calendar\n\n" + EVENT.formatted("REPLY", "ACCEPTED"));
        assertThat(accepted.body().plain()).startsWith("ACCEPTED: Visit to the factory");
        assertThat(accepted.auto()).isTrue();
        Message cancelled = Mails.read("From: kim@acme.example\nContent-Type: text/calendar\n\n" + EVENT.formatted("CANCEL", "X"));
        assertThat(cancelled.body().plain()).startsWith("CANCELLED: Visit to the factory");
        assertThat(cancelled.auto()).isTrue();
    }

    @Test
    void theSameInvitationAsAFileIsSaidOnceAndIsNoAttachment() throws Exception {
        String calendar = EVENT.formatted("REQUEST", "NEEDS-ACTION");
        Message message = multipart(
                "multipart/mixed",
                Mails.body("multipart/alternative", "A", plain("hello"), "Content-Type: text/calendar; method=REQUEST\n\n" + calendar),
                "Content-Type: text/calendar; name=invite.ics\nContent-Disposition: attachment; filename=invite.ics\n\n" + calendar);
        assertThat(message.body().plain().split("hall 3", -1)).hasSize(2);
        assertThat(names(message)).containsExactly("invite.ics");
        assertThat(shown(message)).isEmpty();
    }

    @Test
    void wholeDaysAndTimesInUtcAreWrittenAsPeopleWriteThem() {
        assertThat(Invitation.read("BEGIN:VEVENT\nSUMMARY:Fair\nDTSTART;VALUE=DATE:20260415\nDTEND;VALUE=DATE:20260420\nEND:VEVENT").words())
                .isEqualTo("Fair\n2026-04-15 – 2026-04-19");
        assertThat(Invitation.read("BEGIN:VEVENT\nSUMMARY:Call\nDTSTART:20260415T080000Z\nEND:VEVENT").words())
                .isEqualTo("Call\n2026-04-15 08:00 (UTC)");
        assertThat(Invitation.read("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261399\nDTEND;VALUE=DATE:20261399\nEND:VEVENT").words())
                .isEqualTo("2026-13-99");
    }
}

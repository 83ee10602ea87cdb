package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;
import static org.genjin.daemon.TestHome.sync;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.decision.Decided;
import org.genjin.daemon.decision.Refusal;
import org.genjin.daemon.decision.Undoing;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.MessageRow.MatchState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person decides about whose messages are: remembered, obeyed by what comes later, and undone without a trace. */
class DecisionsTest {

    private static final String BY = "operator";

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-02T09:00:00Z");
    private TestMailServer server;
    private TestHome home;

    @BeforeEach
    void begin() throws Exception {
        server = new TestMailServer(LI);
        home = new TestHome(folder.resolve("home"), clock).configure(server, LI);
    }

    @AfterEach
    void end() {
        server.close();
    }

    private void bothWays(String address, String name, String day) throws Exception {
        server.sent(LI, mail().from(LI).to(address).subject("Offer to " + name).text("Dear " + name + ",\n\nour offer.").at(day + "T02:00:00Z"));
        server.deliver(LI, mail().from(name + " <" + address + ">").subject("Thanks from " + name).text("We will look at it.")
                .at(day + "T05:00:00Z"));
    }

    private void arrives(String from, String subject) throws Exception {
        server.deliver(LI, mail().from(from).subject(subject).text("One more word about it.").at("2026-03-02T08:00:00Z"));
    }

    private List<CustomerRow> customers(Desk desk) {
        return desk.board().customers(Optional.empty(), clock.instant());
    }

    private CustomerRow named(Desk desk, String name) {
        return customers(desk).stream().filter(it -> it.name().equalsIgnoreCase(name)).findFirst().orElseThrow();
    }

    private List<String> subjects(Desk desk, CustomerId id) {
        return desk.timeline().shortly(id, clock.instant().plusSeconds(1), 50).stream().map(it -> it.subject()).sorted().toList();
    }

    private long found(Desk desk, String query) throws Exception {
        desk.indexing().await(false, () -> {});
        return desk.finder().find(query, Optional.empty(), 20, 0, clock.instant()).total();
    }

    private static Decided.Done done(Decided decided) {
        assertThat(decided).isInstanceOf(Decided.Done.class);
        return (Decided.Done) decided;
    }

    @Test
    void twoCustomersMergedAreOneAlsoForWhatComesLater() throws Exception {
        bothWays("kim@acme.example", "Kim", "2026-02-20");
        bothWays("ana@acme-trade.example", "Ana", "2026-02-22");
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            CustomerId acme = named(desk, "Acme").id();
            CustomerId trade = named(desk, "Acme Trade").id();

            assertThat(done(desk.belonging().merge(acme, trade, BY, clock.instant())).messages()).isEqualTo(2);
            arrives("Ben <ben@acme-trade.example>", "From another desk");
            sync(desk);

            assertThat(customers(desk)).extracting(CustomerRow::id).containsExactly(acme);
            assertThat(subjects(desk, acme)).hasSize(5).contains("From another desk", "Thanks from Ana");
            assertThat(named(desk, "Acme").touches()).isEqualTo(5);
            assertThat(found(desk, "customer:" + acme)).isEqualTo(5);
        }
    }

    @Test
    void aMergeUndoneLeavesBothCustomersAsTheyWere() throws Exception {
        bothWays("kim@acme.example", "Kim", "2026-02-20");
        bothWays("ana@acme-trade.example", "Ana", "2026-02-22");
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            List<CustomerRow> before = customers(desk);
            desk.belonging().merge(named(desk, "Acme").id(), named(desk, "Acme Trade").id(), BY, clock.instant());
            clock.set("2026-03-02T09:30:00Z");
            arrives("Ben <ben@acme-trade.example>", "From another desk");
            sync(desk);

            assertThat(desk.undoing().last(Optional.empty(), clock.instant())).isInstanceOf(Undoing.Undone.Done.class);

            assertThat(customers(desk)).extracting(CustomerRow::name).isEqualTo(before.stream().map(CustomerRow::name).toList());
            assertThat(subjects(desk, named(desk, "Acme").id())).isEqualTo(List.of("Offer to Kim", "Thanks from Kim"));
            assertThat(subjects(desk, named(desk, "Acme Trade").id()))
                    .isEqualTo(List.of("From another desk", "Offer to Ana", "Thanks from Ana"));
            assertThat(named(desk, "Acme").contacts())
                    .isEqualTo(before.stream().filter(it -> it.name().equals("Acme")).findFirst().orElseThrow().contacts());
            assertThat(found(desk, "customer:" + named(desk, "Acme").id())).isEqualTo(2);
        }
    }

    @Test
    void aContactSplitOffTakesItsMessagesAndItsFutureWithIt() throws Exception {
        bothWays("kim@acme.example", "Kim", "2026-02-20");
        bothWays("lee@acme.example", "Lee", "2026-02-22");
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            CustomerId acme = named(desk, "Acme").id();
            assertThat(subjects(desk, acme)).hasSize(4);

            Decided.Done split = done(desk.belonging().split(acme, List.of("lee@acme.example"), BY, clock.instant()));
            arrives("Lee <lee@acme.example>", "Lee again");
            sync(desk);

            CustomerId lee = java.util.Objects.requireNonNull(split.customer());
            assertThat(subjects(desk, lee)).containsExactly("Lee again", "Offer to Lee", "Thanks from Lee");
            assertThat(subjects(desk, acme)).containsExactly("Offer to Kim", "Thanks from Kim");

            clock.set("2026-03-02T09:40:00Z");
            desk.undoing().last(Optional.empty(), clock.instant());
            assertThat(customers(desk)).hasSize(1);
            assertThat(subjects(desk, acme)).hasSize(5);
        }
    }

    @Test
    void whoseAMessageIsSaidOnceIsRememberedForTheSameSender() throws Exception {
        bothWays("kim@acme.example", "Kim", "2026-02-20");
        arrives("Kim Lee <kimlee1988@gmail.com>", "Private address");
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            CustomerId acme = named(desk, "Acme").id();
            String key = desk.finder().find("\"Private address\"", Optional.empty(), 5, 0, clock.instant()).hits().getFirst().key();

            done(desk.belonging().assign(key, acme, BY, clock.instant()));
            arrives("Kim Lee <kimlee1988@gmail.com>", "Private again");
            sync(desk);
            assertThat(subjects(desk, acme)).contains("Private address", "Private again");

            clock.set("2026-03-02T09:40:00Z");
            desk.undoing().last(Optional.empty(), clock.instant());
            assertThat(subjects(desk, acme)).containsExactly("Offer to Kim", "Thanks from Kim");
        }
    }

    @Test
    void whoIsNoCustomerStaysNoneAlsoWhenTheyWriteAgain() throws Exception {
        bothWays("kim@acme.example", "Kim", "2026-02-20");
        bothWays("desk@fastparts.example", "Desk", "2026-02-22");
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            CustomerId parts = named(desk, "Fastparts").id();

            assertThat(done(desk.belonging().setAside(parts.toString(), "supplier", BY, clock.instant())).messages()).isEqualTo(2);
            arrives("Desk <desk@fastparts.example>", "Your parcel");
            sync(desk);

            assertThat(customers(desk)).extracting(CustomerRow::name).containsExactly("Acme");
            assertThat(desk.finder().find("parcel", Optional.empty(), 5, 0, clock.instant()).hits().getFirst().match().state())
                    .isEqualTo(MatchState.SET_ASIDE.id());
            assertThat(desk.setAside().lists(10).decided()).extracting(it -> it.knownAs() + " " + it.reason())
                    .contains("fastparts.example supplier");

            clock.set("2026-03-02T09:40:00Z");
            desk.undoing().last(Optional.empty(), clock.instant());
            assertThat(subjects(desk, named(desk, "Fastparts").id())).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void aValueSetByHandIsTakenBackWithItsReason() throws Exception {
        bothWays("kim@acme.example", "Kim", "2026-02-20");
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            CustomerRow before = named(desk, "Acme");
            desk.decisions().set(before.id(), "grade", "S", List.of(LI), BY, clock.instant());
            desk.decisions().next(before.id(), java.time.LocalDate.parse("2026-03-12"), "call | ask for Kim", BY, clock.instant());
            desk.decisions().next(before.id(), null, "", BY, clock.instant());

            desk.undoing().last(Optional.empty(), clock.instant());
            assertThat(named(desk, "Acme").next().orElseThrow().action()).isEqualTo("call | ask for Kim");
            desk.undoing().last(Optional.empty(), clock.instant());
            desk.undoing().last(Optional.empty(), clock.instant());
            assertThat(named(desk, "Acme")).isEqualTo(before);
            assertThat(desk.undoing().last(Optional.empty(), clock.instant())).isInstanceOf(Undoing.Undone.Impossible.class);
        }
    }

    @Test
    void whatALaterDecisionRestsOnIsNotUndoneBeforeIt() throws Exception {
        bothWays("kim@acme.example", "Kim", "2026-02-20");
        bothWays("ana@acme-trade.example", "Ana", "2026-02-22");
        bothWays("eva@acme-group.example", "Eva", "2026-02-23");
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            CustomerId acme = named(desk, "Acme").id();
            CustomerId trade = named(desk, "Acme Trade").id();
            CustomerId group = named(desk, "Acme Group").id();
            long first = done(desk.belonging().merge(trade, group, BY, clock.instant())).decision();
            done(desk.belonging().merge(acme, trade, BY, clock.instant()));
            assertThat(desk.undoing().one(first, Optional.empty(), clock.instant()))
                    .isInstanceOfSatisfying(Undoing.Undone.Impossible.class, it -> assertThat(it.why().kind()).isEqualTo(Refusal.Why.LATER));
        }
    }
}

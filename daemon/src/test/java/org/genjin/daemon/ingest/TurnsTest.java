package org.genjin.daemon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.genjin.connectors.Mailbox;
import org.junit.jupiter.api.Test;

/** In which order the folders of a mailbox are read. */
class TurnsTest {

    private static final Instant TODAY = Instant.parse("2026-03-02T09:00:00Z");

    /** Folders whose mails are so many days apart, newest first; a batch is one mail. Gives the folders in the order read. */
    private static List<String> order(Map<String, Integer> daysApart, int mails, Function<List<Mailbox>, Turns> begin, String... folders) {
        Turns turns = begin.apply(
                Stream.of(folders).map(it -> new Mailbox("li@factory.example", it)).toList());
        Map<String, Integer> read = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (var next = turns.next(); next.isPresent(); next = turns.next()) {
            String name = next.get().name();
            int count = read.merge(name, 1, Integer::sum);
            order.add(name);
            turns.came(List.of(TODAY.minus(Duration.ofDays((long) daysApart.get(name) * (count - 1)))), count == mails);
        }
        return order;
    }

    private static Function<List<Mailbox>, Turns> folders(int turn) {
        return mailboxes -> Turns.ofFolders(mailboxes, turn);
    }

    @Test
    void eachFolderIsSeenBeforeAnyIsReadOn() {
        assertThat(order(Map.of("INBOX", 1, "Sent", 1, "Orders", 1), 3, folders(2), "INBOX", "Sent", "Orders")).startsWith("INBOX", "Sent", "Orders");
    }

    @Test
    void theFolderThatWasReadLeastFarBackIsNext() {
        List<String> order = order(Map.of("INBOX", 1, "Sent", 10), 10, folders(1), "INBOX", "Sent");
        assertThat(order.subList(0, 9)).as("ten days of INBOX for one mail of Sent").containsExactly(
                "INBOX", "Sent", "INBOX", "Sent", "INBOX", "INBOX", "INBOX", "INBOX", "INBOX");
        assertThat(order).hasSize(20);
    }

    @Test
    void aTurnIsAFewBatches() {
        List<String> order = order(Map.of("INBOX", 1, "Sent", 1), 7, folders(3), "INBOX", "Sent");
        assertThat(order).containsExactly(
                "INBOX", "Sent", "INBOX", "INBOX", "INBOX", "Sent", "Sent", "Sent", "INBOX", "INBOX", "INBOX", "Sent", "Sent", "Sent");
    }

    @Test
    void filesAreReadToTheirEndOneAfterTheOther() {
        assertThat(order(Map.of("a.mbox", 1, "b.mbox", 5), 3, Turns::ofFiles, "a.mbox", "b.mbox"))
                .containsExactly("a.mbox", "a.mbox", "a.mbox", "b.mbox", "b.mbox", "b.mbox");
    }

    @Test
    void oneMailWithAnImpossibleDateDoesNotHoldItsFolderBack() {
        Mailbox inbox = new Mailbox("li@factory.example", "INBOX");
        Mailbox old = new Mailbox("li@factory.example", "2019");
        Turns turns = Turns.ofFolders(List.of(inbox, old), 1);
        turns.next();
        turns.came(List.of(TODAY, Instant.EPOCH, TODAY), false);
        turns.next();
        turns.came(List.of(TODAY.minus(Duration.ofDays(2000))), false);
        assertThat(turns.next()).contains(inbox);
    }

    @Test
    void aFolderWithoutAnyDateIsReadLast() {
        Mailbox odd = new Mailbox("li@factory.example", "odd");
        Mailbox inbox = new Mailbox("li@factory.example", "INBOX");
        Turns turns = Turns.ofFolders(List.of(odd, inbox), 1);
        turns.next();
        turns.came(List.of(), false);
        turns.next();
        turns.came(List.of(TODAY), false);
        assertThat(turns.next()).contains(inbox);
        turns.came(List.of(), true);
        assertThat(turns.next()).contains(odd);
    }
}

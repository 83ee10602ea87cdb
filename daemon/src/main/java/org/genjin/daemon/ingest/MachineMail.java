package org.genjin.daemon.ingest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.genjin.connectors.Message;
import org.genjin.connectors.Message.Told;
import org.genjin.daemon.ledger.Archive;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.reading.said.Absence;
import org.genjin.daemon.reading.said.Words;
import org.jspecify.annotations.Nullable;

/** What machines write that moves a day: a mail of ours did not arrive, somebody is away. */
final class MachineMail {

    private static final Absence ABSENCE = new Absence();

    private MachineMail() {}

    /** Row of a report → whom a mail did not reach for good; what is only late is none. */
    static Map<Long, Set<String>> unreached(Transaction tx, Archive archive, Collection<MessageRow> automatic) {
        Map<Long, Set<String>> unreached = new LinkedHashMap<>();
        for (MessageRow row : automatic) {
            archive.message(tx, row).map(Message::headers).filter(MachineMail::failed).ifPresent(headers -> unreached.put(
                    row.id(),
                    new LinkedHashSet<>(Arrays.asList(headers.getOrDefault(Told.REPORT_RECIPIENT, "").split(" ")))));
        }
        unreached.values().forEach(it -> it.remove(""));
        return unreached;
    }

    private static boolean failed(Map<String, String> headers) {
        String action = headers.getOrDefault(Told.REPORT_ACTION, "");
        String status = headers.getOrDefault(Told.REPORT_STATUS, "5");
        return headers.getOrDefault(Told.REPORT, "").equals("bounce")
                && (action.equals("failed") || action.isEmpty())
                && status.startsWith("5")
                && !isFull(status);
    }

    /** A full or barred mailbox, a mail too large or taken for spam: the address itself is good. */
    private static boolean isFull(String status) {
        return status.equals("5.2.2") || status.equals("5.2.3") || status.startsWith("5.3.4") || status.startsWith("5.7.");
    }

    /** When somebody is back who is away; null if it is no such answer. */
    static @Nullable LocalDate back(Words words) {
        return ABSENCE.back(words.text(), words.language(), words.at()).orElse(null);
    }
}

package org.genjin.daemon.workbook;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customerlist.rules.ValueWords;
import org.genjin.daemon.decision.InSheet;
import org.genjin.daemon.ingest.Notes;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.workbook.TypedNotes.TypedNote;
import org.genjin.daemon.workbook.rules.Remark;
import org.genjin.daemon.workbook.rules.Told;

/** What was typed into the tables of history of one workbook, on its way into the ledger. One thread. */
final class Noting {

    private static final LocalTime NOON = LocalTime.NOON;

    private final SheetValues values;
    private final ZoneId zone;
    private final LocalDate today;
    private final Instant at;
    private final List<Said> said = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    Noting(SheetValues values, ZoneId zone, LocalDate today, Instant at) {
        this.values = values;
        this.zone = zone;
        this.today = today;
        this.at = at;
    }

    /**
     * One that is to be entered.
     *
     * @param next what is to be done next: field → code; empty if nothing was typed
     */
    record Said(CustomerId customer, Instant at, String text, Map<String, String> next, String mark) {}

    /** One that a person has to look at again. */
    record Refused(TypedNote note, String key, Remark remark) {}

    /** @param noted marks of those that were read before */
    void look(List<TypedNote> notes, Set<String> noted, List<CustomerRow> customers) {
        notes.stream().filter(it -> !noted.contains(it.mark())).forEach(it -> look(it, customers));
    }

    List<Said> said() {
        return said;
    }

    List<Refused> refused() {
        return refused;
    }

    private void look(TypedNote it, List<CustomerRow> customers) {
        List<CustomerRow> whose = customers.stream().filter(row -> isMeant(it, row)).toList();
        if (whose.size() != 1) {
            refused.add(new Refused(it, "customer", new Remark.Whose(it.line(), it.name(), whose.size())));
            return;
        }
        LocalDate day = it.day().isEmpty() ? today : ValueWords.pastDay(it.day(), today).orElse(null);
        if (day == null || day.isAfter(today)) {
            refuse(it, it.dayColumn(), it.day().text(), today.toString());
            return;
        }
        Map<String, String> next = new HashMap<>();
        if (!it.action().isEmpty()) {
            next.put("action", it.action());
        }
        switch (values.read("next", it.next(), today)) {
            case Told.NotValid(String text, String expected) -> refuse(it, "next", text, expected);
            case Told.Value(String code) -> {
                if (!code.isEmpty()) {
                    next.put("next", code);
                }
                Instant then = day.equals(today) ? at : day.atTime(NOON).atZone(zone).toInstant();
                said.add(new Said(whose.getFirst().id(), then, it.text(), next, it.mark()));
            }
        }
    }

    private void refuse(TypedNote it, String key, String text, String expected) {
        long sheet = it.customer().map(CustomerId::number).orElse(0L);
        refused.add(new Refused(it, key, new Remark.NoDay(sheet, it.line(), key, text, expected)));
    }

    private static boolean isMeant(TypedNote it, CustomerRow row) {
        if (it.customer().isPresent()) {
            return row.id().equals(it.customer().get());
        }
        String first = it.name().split("\\s", 2)[0];
        return CustomerId.parse(first)
                .map(id -> row.id().equals(id))
                .orElseGet(() -> Names.folded(row.name()).equals(Names.folded(it.name())));
    }

    /** Those whose words are kept, to be entered in one transaction with the marks that they were read. */
    record Ready(Said said, Notes.Ready note) {}

    List<Ready> ready(InSheet decisions, String owner) throws IOException {
        List<Ready> ready = new ArrayList<>();
        for (Said it : said) {
            ready.add(new Ready(it, decisions.ready(owner, it.at(), it.text())));
        }
        return ready;
    }

    void enter(Transaction tx, List<Ready> ready, InSheet decisions, String owner) {
        for (Ready it : ready) {
            decisions.log(tx, it.said().customer(), owner, it.note(), at);
            if (!it.said().next().isEmpty()) {
                InSheet.Values next = new InSheet.Values(it.said().next(), Map.of(), Map.of());
                decisions.set(tx, it.said().customer(), next, Optional.empty(), owner, at);
            }
        }
    }
}

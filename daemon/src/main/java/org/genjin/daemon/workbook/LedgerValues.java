package org.genjin.daemon.workbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.IndustryBoard;
import org.genjin.daemon.ledger.SaidTable.SaidFact;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.workbook.rules.Columns;
import org.genjin.daemon.workbook.rules.Snapshot;
import org.jspecify.annotations.Nullable;

/** What the ledger says of customers in the columns in which a person's word counts, as codes that a cell can hold. */
public final class LedgerValues {

    private final SheetWords words;
    private final SheetValues values;

    public LedgerValues(SheetWords words, SheetValues values) {
        this.words = words;
        this.values = values;
    }

    Snapshot of(Transaction tx, List<CustomerRow> customers, Optional<String> owner) {
        Map<CustomerId, CustomerTable.Row> rows =
                tx.customers().all(owner).stream().collect(Collectors.toMap(CustomerTable.Row::id, it -> it));
        List<CustomerId> ids = customers.stream().map(CustomerRow::id).toList();
        Map<CustomerId, Map<String, String>> own = tx.ownColumns().of(ids);
        List<String> columns = values.industries().columns(tx, ids).stream()
                .map(it -> Columns.industry(it.id()))
                .toList();
        Map<CustomerId, List<IndustryBoard.Cell>> industry = values.industries().of(tx, ids);
        Map<CustomerId, List<SaidFact>> products = tx.said().products(ids);
        Snapshot now = new Snapshot();
        for (CustomerRow it : customers) {
            CustomerTable.Row row = rows.get(it.id());
            Map<String, String> beside = own.getOrDefault(it.id(), Map.of());
            for (String key : Columns.SHARED) {
                String header = Columns.header(key);
                String code = beside.containsKey(header)
                        ? beside.getOrDefault(header, "")
                        : key.equals("products") ? products(products.getOrDefault(it.id(), List.of())) : code(key, it, row);
                now.put(it.id().number(), key, code.isEmpty() ? "" : values.settled(key, code));
            }
            Map<String, IndustryBoard.Cell> cells = IndustryBoard.byColumn(industry.getOrDefault(it.id(), List.of()));
            for (String key : columns) {
                IndustryBoard.Cell cell = cells.get(Columns.industryId(key));
                String code = cell == null ? beside.getOrDefault(Columns.header(key), "") : cell.value();
                now.put(it.id().number(), key, code.isEmpty() ? "" : values.settled(key, code));
            }
            beside.forEach((header, value) -> {
                Optional<String> known = values.headers().key(header).filter(columns::contains);
                if (known.isPresent()) {
                    // It was a column of their own before it was one of their line of trade.
                    IndustryBoard.Cell cell = cells.get(Columns.industryId(known.get()));
                    if (cell == null || !cell.byHand()) {
                        now.put(it.id().number(), known.get(), values.settled(known.get(), value));
                    }
                } else if (!header.startsWith(":")) {
                    now.put(it.id().number(), Columns.own(header), value);
                }
            });
        }
        return now;
    }

    /** What the columns would say in which a person wrote something else; what is empty or the same is not there. */
    Snapshot automatic(Transaction tx, List<CustomerRow> customers, Map<CustomerId, Grade> suggested) {
        Map<CustomerId, Map<String, String>> own = tx.ownColumns().of(customers.stream().map(CustomerRow::id).toList());
        Snapshot automatic = new Snapshot();
        for (CustomerRow it : customers) {
            Map<String, String> beside = own.getOrDefault(it.id(), Map.of());
            for (String key : List.of("contact", "addresses", "phones")) {
                String code = code(key, it, null);
                String typed = beside.get(Columns.header(key));
                if (typed != null && !code.isEmpty() && !values.settled(key, code).equals(typed)) {
                    automatic.put(it.id().number(), key, code);
                }
            }
            Grade grade = suggested.get(it.id());
            if (grade != null && grade != it.grade()) {
                automatic.put(it.id().number(), "grade", grade.name());
            }
        }
        return automatic;
    }

    /** What they are interested in, as long as nobody wrote it down: what was spoken of last. */
    private static String products(List<SaidFact> said) {
        return SheetValues.several(TradeTerms.of(said).products());
    }

    private String code(String key, CustomerRow it, CustomerTable.@Nullable Row row) {
        return switch (key) {
            case "name" -> it.name();
            case "country" -> it.country() == null ? "" : it.country();
            case "grade" -> it.grade().name();
            case "stage" -> it.stage().id();
            case "next" -> it.next().map(next -> next.date().toString()).orElse("");
            case "action" -> row != null && row.nextDate() == null && !row.nextText().isEmpty()
                    ? row.nextText()
                    : it.next().map(words.sentence()::action).orElse("");
            case "contact" -> it.contacts().isEmpty() ? "" : it.contacts().getFirst().name();
            case "addresses" -> SheetValues.several(it.addresses());
            case "phones" -> SheetValues.several(it.phones());
            case "notes" -> it.notes();
            default -> "";
        };
    }
}

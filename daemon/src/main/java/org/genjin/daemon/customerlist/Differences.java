package org.genjin.daemon.customerlist;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.customerlist.rules.Proposal;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.CustomerTable.Field;
import org.genjin.daemon.ledger.DecisionTable.WasValue;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.words.Listed;
import org.jspecify.annotations.Nullable;

/**
 * What a list says of customers that the ledger says otherwise, and may: what a person set stays, and so does what customers' own
 * words have moved. One transaction, used once.
 */
final class Differences {

    /** Before the file's name, in why a value is what it is. */
    static final String LISTED = "list ";

    private static final int AT_ONCE = 500;

    private final Transaction tx;
    private final Map<String, Map<CustomerId, String>> ownWritten = new HashMap<>();
    private Map<CustomerId, Map<String, String>> own = Map.of();
    private Map<CustomerId, String> nextWritten = Map.of();

    Differences(Transaction tx) {
        this.tx = tx;
    }

    /** @param all the customers that will be asked for and are known */
    void load(List<CustomerId> all) {
        own = tx.ownColumns().of(all);
        nextWritten = written(all, CustomerTable.NEXT);
        for (String kind : List.of(Listed.TYPE, Listed.SOURCE)) {
            tx.ownColumns().known(":" + kind).ifPresent(field -> ownWritten.put(":" + kind, written(all, field)));
        }
    }

    private Map<CustomerId, String> written(List<CustomerId> all, String field) {
        Map<CustomerId, String> written = new HashMap<>();
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            written.putAll(tx.listImports().written(all.subList(i, Math.min(all.size(), i + AT_ONCE)), field));
        }
        return written;
    }

    /** Of somebody of whom only business is told. */
    Map<String, String> ofDeals(Proposal.Customer it, CustomerId known) {
        Map<String, String> values = new LinkedHashMap<>();
        stage(values, known, it.stage());
        return values;
    }

    /**
     * Field by field, those of the workbook's columns by header.
     *
     * @param row null for a customer that is new
     */
    Map<String, String> of(Proposal.Customer it, CustomerTable.@Nullable Row row) {
        Map<String, String> values = new LinkedHashMap<>();
        Grade grade = it.grade();
        LocalDate next = it.nextFollowUp();
        if (row == null) {
            put(values, Field.COUNTRY.column(), it.country(), null);
            put(values, Field.GRADE.column(), grade == null ? null : grade.name(), null);
            Stage stage = it.stage();
            put(values, Field.STAGE.column(), stage == null ? null : stage.name(), null);
            beside(values, null, it);
            put(values, "notes", it.allNotes().isBlank() ? null : it.allNotes(), null);
            put(values, CustomerTable.NEXT, next == null ? null : next.toString(), null);
            return values;
        }
        settable(values, row.id(), Field.NAME, it.name());
        settable(values, row.id(), Field.COUNTRY, it.country());
        settable(values, row.id(), Field.GRADE, grade == null ? null : grade.name());
        stage(values, row.id(), it.stage());
        beside(values, row.id(), it);
        String notes = joined(row.notes(), it.notes());
        put(values, "notes", notes.equals(row.notes()) ? null : notes, null);
        LocalDate set = row.nextDate();
        boolean ours = set == null && row.nextSetAt() == null || set != null && set.toString().equals(nextWritten.get(row.id()));
        if (next != null && ours && !next.equals(set)) {
            values.put(CustomerTable.NEXT, next.toString());
        }
        return values;
    }

    /** Type and source, where nobody has said them but an earlier list. */
    private void beside(Map<String, String> values, @Nullable CustomerId known, Proposal.Customer it) {
        Map<String, String> said = Map.of(":" + Listed.TYPE, it.type(), ":" + Listed.SOURCE, it.source());
        said.forEach((header, value) -> {
            String there = known == null ? "" : own.getOrDefault(known, Map.of()).getOrDefault(header, "");
            boolean ours = known == null || there.isEmpty() || there.equals(ownWritten.getOrDefault(header, Map.of()).get(known));
            put(values, header, value.isEmpty() || !ours ? null : value, there);
        });
    }

    /** A value that a person set since stays; the daemon's and an earlier list's give way. */
    private void settable(Map<String, String> values, CustomerId id, Field field, @Nullable String value) {
        if (value != null) {
            WasValue was = tx.customers().value(id, field.column());
            boolean same = value.equals(was.value()) && was.by().equals("list")
                    || field == Field.NAME && was.by().equals("list") && value.equalsIgnoreCase(was.value());
            if (!was.by().equals("person") && !same) {
                values.put(field.column(), value);
            }
        }
    }

    /** What customers' own words have moved goes before a list; before a list's word, later words will. */
    private void stage(Map<String, String> values, CustomerId id, @Nullable Stage stage) {
        if (stage != null) {
            WasValue was = tx.customers().value(id, Field.STAGE.column());
            boolean unmoved = was.why().isEmpty() || was.why().equals("nothing") || was.why().equals("both-ways") || was.why().startsWith(LISTED);
            if (!was.by().equals("person") && unmoved && !stage.name().equals(was.value())) {
                values.put(Field.STAGE.column(), stage.name());
            }
        }
    }

    private static void put(Map<String, String> values, String field, @Nullable String value, @Nullable String known) {
        if (value != null && !value.equals(known)) {
            values.put(field, value);
        }
    }

    /** What was there, and below it the lines that are new. */
    private static String joined(String known, List<String> notes) {
        Set<String> have = new LinkedHashSet<>(List.of(known.split("\n", -1)));
        StringBuilder all = new StringBuilder(known.strip());
        for (String note : notes) {
            boolean there = List.of(note.split("\n", -1)).stream().allMatch(have::contains);
            if (!there) {
                all.append(all.isEmpty() ? "" : "\n").append(note);
                have.addAll(List.of(note.split("\n", -1)));
            }
        }
        return all.toString();
    }
}

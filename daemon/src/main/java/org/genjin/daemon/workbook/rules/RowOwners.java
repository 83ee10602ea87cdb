package org.genjin.daemon.workbook.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.genjin.daemon.customer.Names;

/**
 * Whose each row is: by its number; where that is gone, by name and address together; where these leave a doubt, nobody's until
 * a person says.
 *
 * @param known customer's number → its row
 * @param added rows of customers that are new
 * @param asked customers that a row may be of
 */
record RowOwners(Map<Long, FoundRow> known, List<FoundRow> added, Set<Long> asked, List<Remark> remarks) {

    static RowOwners of(List<FoundRow> rows, Snapshot now) {
        RowOwners owners = new RowOwners(new LinkedHashMap<>(), new ArrayList<>(), new HashSet<>(), new ArrayList<>());
        Map<Long, List<FoundRow>> byId = new LinkedHashMap<>();
        List<FoundRow> without = new ArrayList<>();
        for (FoundRow row : rows) {
            Long id = row.id().orElse(null);
            if (id == null) {
                without.add(row);
            } else if (now.rows().containsKey(id)) {
                byId.computeIfAbsent(id, _ -> new ArrayList<>()).add(row);
            }
        }
        byId.forEach((id, same) -> owners.same(id, same, now, without));
        for (FoundRow row : without) {
            if (!row.code("name").isEmpty()) {
                owners.find(row, now);
            }
        }
        return owners;
    }

    /** Whoever copies a row and writes another name over it means somebody new. */
    private void same(long id, List<FoundRow> rows, Snapshot now, List<FoundRow> without) {
        String name = name(now, id);
        FoundRow first = rows.stream().filter(it -> folded(it).equals(name)).findFirst().orElse(rows.getFirst());
        known.put(id, first);
        for (FoundRow row : rows) {
            if (row.line() != first.line() && !folded(row).isEmpty() && !folded(row).equals(name) && !folded(row).equals(folded(first))) {
                without.add(row);
            } else if (row.line() != first.line()) {
                remarks.add(new Remark.Twice(row.line(), id));
            }
        }
    }

    private void find(FoundRow row, Snapshot now) {
        if (row.isNew()) {
            added.add(row);
            return;
        }
        String name = folded(row);
        Set<String> addresses = addresses(row.code("addresses"));
        List<Long> sure = new ArrayList<>();
        List<Long> perhaps = new ArrayList<>();
        now.rows().forEach((id, cells) -> {
            boolean named = Names.folded(cells.getOrDefault("name", "")).equals(name);
            Set<String> theirs = addresses(cells.getOrDefault("addresses", ""));
            boolean written = theirs.stream().anyMatch(addresses::contains);
            boolean nothingElse = theirs.isEmpty() && addresses.isEmpty();
            if (named && (written || nothingElse) && !known.containsKey(id)) {
                sure.add(id);
            } else if (named || written) {
                perhaps.add(id);
            }
        });
        if (sure.size() == 1 && perhaps.isEmpty()) {
            known.put(sure.getFirst(), row);
        } else if (sure.isEmpty() && perhaps.isEmpty()) {
            added.add(row);
        } else {
            sure.addAll(perhaps);
            asked.addAll(sure);
            remarks.add(new Remark.WhoIsIt(row.line(), row.code("name"), sure.stream().sorted().toList()));
        }
    }

    private static String folded(FoundRow row) {
        return Names.folded(row.code("name"));
    }

    private static String name(Snapshot now, long id) {
        Map<String, String> row = now.row(id);
        return row == null ? "" : Names.folded(row.getOrDefault("name", ""));
    }

    private static Set<String> addresses(String cell) {
        return Arrays.stream(cell.toLowerCase(Locale.ROOT).split("[;；,，、\\s]+", -1))
                .filter(it -> it.contains("@"))
                .collect(Collectors.toSet());
    }
}

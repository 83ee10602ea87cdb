package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.customerlist.file.Sheet;
import org.genjin.daemon.customerlist.file.Sheet.Merge;
import org.genjin.daemon.customerlist.file.Sheet.Row;

/** Parts a sheet on which tables stand beside each other: each has a header that names a company and how to know it. */
final class SideBySide {

    /** Headers that two tables must have in common. */
    private static final int IN_COMMON = 2;

    private final HeaderWords words;

    SideBySide(HeaderWords words) {
        this.words = words;
    }

    /** From the left; the sheet itself if it has one table only. */
    List<Sheet> parts(Sheet sheet) {
        int width = sheet.rows().stream().mapToInt(it -> it.cells().size()).max().orElse(0);
        List<Integer> gaps = new ArrayList<>();
        for (int column = 1; column < width - IN_COMMON; column++) {
            int at = column;
            if (sheet.rows().stream().allMatch(it -> it.cell(at).isEmpty())) {
                gaps.add(column);
            }
        }
        if (gaps.isEmpty()) {
            return List.of(sheet);
        }
        for (Row row : sheet.rows()) {
            List<Integer> cuts = cuts(row, gaps, width);
            if (!cuts.isEmpty()) {
                return cut(sheet, cuts, width);
            }
        }
        return List.of(sheet);
    }

    /** The gaps with a header of its own on both sides. */
    private List<Integer> cuts(Row row, List<Integer> gaps, int width) {
        List<Integer> cuts = new ArrayList<>();
        int from = 0;
        for (int gap : gaps) {
            Set<Role> left = roles(row, from, gap);
            Set<Role> right = roles(row, gap + 1, width);
            Set<Role> both = EnumSet.copyOf(left);
            both.retainAll(right);
            boolean named = both.contains(Role.COMPANY) || both.contains(Role.NAME) || both.contains(Role.PERSON) && !left.contains(Role.COMPANY)
                    && !right.contains(Role.COMPANY);
            if (named && both.size() >= IN_COMMON) {
                cuts.add(gap);
                from = gap + 1;
            }
        }
        return cuts;
    }

    private Set<Role> roles(Row row, int from, int to) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (int i = from; i < to; i++) {
            Cell cell = row.cell(i);
            Optional<HeaderWords.Hit> hit = cell.isEmpty() || cell.number() != null ? Optional.empty() : words.find(cell.text().strip());
            hit.filter(HeaderWords.Hit::whole).ifPresent(it -> roles.add(it.role()));
        }
        return roles;
    }

    private static List<Sheet> cut(Sheet sheet, List<Integer> cuts, int width) {
        List<Sheet> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= cuts.size(); i++) {
            int to = i < cuts.size() ? cuts.get(i) : width;
            parts.add(part(sheet, from, to));
            from = to + 1;
        }
        return parts;
    }

    private static Sheet part(Sheet sheet, int from, int to) {
        List<Row> rows = sheet.rows().stream()
                .map(it -> new Row(it.number(), it.hidden(), it.cells().subList(Math.min(from, it.cells().size()), Math.min(to, it.cells().size()))))
                .filter(it -> !it.isEmpty())
                .toList();
        List<Merge> merges = sheet.merges().stream()
                .filter(it -> it.firstColumn() >= from && it.lastColumn() < to)
                .map(it -> new Merge(it.firstRow(), it.lastRow(), it.firstColumn() - from, it.lastColumn() - from))
                .toList();
        return new Sheet(sheet.name(), sheet.hidden(), rows, merges);
    }
}

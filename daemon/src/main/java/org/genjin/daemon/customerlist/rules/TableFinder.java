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
import org.jspecify.annotations.Nullable;

/** Finds the headers in a sheet, wherever they stand: below titles, in one row or two, once more further down. */
final class TableFinder {

    private static final double MOSTLY = 0.55;
    /** Rows at the top in which a header may be misspelt: further down everything is like something. */
    private static final int MISSPELT_WITHIN = 10;

    private final HeaderWords words;

    TableFinder(HeaderWords words) {
        this.words = words;
    }

    /** @param outside the rows that are in no table */
    record Found(List<Table> tables, List<Row> outside) {}

    Found find(Sheet sheet) {
        List<Row> rows = sheet.rows();
        List<Table> tables = new ArrayList<>();
        List<Row> outside = new ArrayList<>();
        int at = 0;
        while (at < rows.size()) {
            if (!isHeader(rows, at)) {
                outside.add(rows.get(at));
                at++;
                continue;
            }
            Row upper = at > 0 && !outside.isEmpty() && isGroup(rows.get(at - 1), rows.get(at)) ? rows.get(at - 1) : null;
            if (upper != null) {
                outside.removeLast();
            }
            Row head = rows.get(at);
            Row lower = at + 1 < rows.size() && isSecondHeader(sheet, rows.get(at), rows.get(at + 1)) ? rows.get(at + 1) : null;
            int from = at + (lower == null ? 1 : 2);
            int to = from;
            while (to < rows.size() && (to - from < 1 || !isHeader(rows, to) || sameHeader(head, rows.get(to)))) {
                to++;
            }
            List<Row> below = rows.subList(from, to);
            below.stream().filter(Legend::is).forEach(outside::add);
            List<Row> body = below.stream().filter(it -> !sameHeader(head, it) && !Legend.is(it) && !FillIn.is(head, it)).toList();
            tables.add(table(sheet, upper, head, lower, body));
            at = to;
        }
        return new Found(tables, outside);
    }

    private Table table(Sheet sheet, @Nullable Row upper, Row head,
            @Nullable Row lower, List<Row> body) {
        int width = Math.max(head.cells().size(), lower == null ? 0 : lower.cells().size());
        width = Math.max(width, upper == null ? 0 : upper.cells().size());
        width = Math.max(width, body.stream().mapToInt(it -> it.cells().size()).max().orElse(0));
        List<String> headers = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            String first = text(head, i);
            String second = lower == null ? "" : text(lower, i);
            String above = upper != null ? spread(sheet, upper, i) : first.isEmpty() && !second.isEmpty() ? spread(sheet, head, i) : "";
            String own = first.isEmpty() ? second : first;
            if (!first.isEmpty() && !second.isEmpty()) {
                boolean better = words.find(first).filter(HeaderWords.Hit::whole).isEmpty() && words.find(second).isPresent();
                own = better ? second : first;
                above = above.isEmpty() ? (better ? first : second) : above;
            }
            headers.add(own.isEmpty() ? above : own);
            groups.add(own.isEmpty() ? "" : above);
        }
        return new Table(sheet, headers, groups, body, true);
    }

    /** The text of the group that a column is in: of its own cell, or of the merged one to the left. */
    private static String spread(Sheet sheet, Row row, int column) {
        String own = text(row, column);
        if (!own.isEmpty()) {
            return own;
        }
        for (Merge it : sheet.merges()) {
            if (it.firstRow() <= row.number() && row.number() <= it.lastRow()
                    && it.firstColumn() <= column && column <= it.lastColumn()) {
                return text(row, it.firstColumn());
            }
        }
        return "";
    }

    private static String text(Row row, int column) {
        return row.cell(column).text().replaceAll("\\s+", " ").strip();
    }

    private boolean isHeader(List<Row> rows, int at) {
        Row row = rows.get(at);
        if (row.cells().stream().anyMatch(it -> !it.isEmpty() && isValue(it))) {
            return false;
        }
        if (Systems.headsDeals(row)) {
            return true;
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        double hits = 0;
        Set<Role> surely = EnumSet.noneOf(Role.class);
        int filled = 0;
        int first = -1;
        int last = -1;
        int lastHit = -2;
        boolean sideBySide = false;
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cell(i);
            if (cell.isEmpty()) {
                continue;
            }
            filled++;
            first = first < 0 ? i : first;
            last = i;
            String header = text(row, i);
            Optional<HeaderWords.Hit> hit = words.find(header).or(() -> at < MISSPELT_WITHIN ? words.meant(header) : Optional.empty());
            if (hit.isPresent()) {
                hits += hit.get().whole() ? 1 : 0.6;
                roles.add(hit.get().role());
                if (hit.get().whole() && hit.get().role().tellsWho()) {
                    surely.add(hit.get().role());
                }
                sideBySide |= hit.get().whole() && lastHit == i - 1;
                lastHit = hit.get().whole() ? i : lastHit;
            }
        }
        boolean dense = filled >= 4 || filled > 0 && filled >= 0.75 * (last - first + 1);
        boolean who = roles.stream().anyMatch(Role::tellsWho);
        boolean log = (roles.contains(Role.DATE) || roles.contains(Role.LAST))
                && (roles.contains(Role.NOTES) || roles.contains(Role.CHANNEL) || roles.contains(Role.NEXTACTION));
        long tellingWho = roles.stream().filter(Role::tellsWho).count();
        boolean enough = (sideBySide || at == 0) && tellingWho > 1 && hits >= MOSTLY * filled || hits >= 3 && hits >= MOSTLY * filled || surely.size() >= 3 || hits >= 2 && hits >= 0.9 * filled
                || hits >= 6 && hits >= 0.4 * filled || filled >= 8 && hits >= 5 && hits >= 0.4 * filled || filled >= 12 && hits >= 5 && hits >= 0.3 * filled;
        return enough && dense && roles.size() > 1 && (who || log) && !isPairs(rows, at);
    }

    /** Label, value, label, value: each second cell is a header's word, the others are not. */
    private boolean isPairs(List<Row> rows, int at) {
        Row row = rows.get(at);
        if (row.filled() > 4 || row.filled() < 2) {
            return false;
        }
        boolean lower = at + 1 < rows.size() && labelled(rows.get(at + 1));
        boolean upper = at > 0 && labelled(rows.get(at - 1));
        return labelled(row) && (lower || upper);
    }

    private boolean labelled(Row row) {
        boolean label = words.find(text(row, 0)).isPresent();
        boolean value = !text(row, 1).isEmpty() && words.find(text(row, 1)).isEmpty();
        return label && value && row.filled() <= 4;
    }

    /** What stands in no header. */
    private static boolean isValue(Cell cell) {
        String text = cell.text();
        return cell.number() != null || cell.date() != null || text.indexOf('@') > 0 && text.indexOf('.') > 0
                || PhoneNumbers.digits(text).length() > 6;
    }

    /** A row right above a header, with a word over several columns. */
    private boolean isGroup(Row upper, Row head) {
        boolean above = upper.number() == head.number() - 1 && upper.filled() > 1 && upper.cells().stream().noneMatch(TableFinder::isValue);
        return above && upper.cells().stream().allMatch(it -> it.text().length() < 40)
                && upper.cells().stream().filter(it -> !it.isEmpty()).anyMatch(it -> words.find(it.text().strip()).isPresent());
    }

    /** A row right below a header that is one too: in another language, or parts of what stands above. */
    private boolean isSecondHeader(Sheet sheet, Row head, Row lower) {
        if (lower.number() != head.number() + 1 || lower.filled() < 2 || lower.cells().stream().anyMatch(it -> isValue(it) && !isYear(it))) {
            return false;
        }
        long years = lower.cells().stream().filter(TableFinder::isYear).count(); // turnover | 2024 | 2025
        long hits = lower.cells().stream().filter(it -> !it.isEmpty() && words.find(it.text().strip()).filter(HeaderWords.Hit::whole).isPresent()).count();
        return hits >= 2 && (hits >= 0.7 * (lower.filled() - years) || isWithinGroups(sheet, head, lower));
    }

    /** Whether all that stands in the lower row is below cells of the upper one that are merged over several columns. */
    private static boolean isWithinGroups(Sheet sheet, Row head, Row lower) {
        for (int i = 0; i < lower.cells().size(); i++) {
            int column = i;
            boolean below = sheet.merges().stream().anyMatch(it -> it.firstRow() <= head.number() && head.number() <= it.lastRow()
                    && it.lastRow() < lower.number() && it.firstColumn() < it.lastColumn() && it.firstColumn() <= column && column <= it.lastColumn());
            if (!lower.cell(i).isEmpty() && !below) {
                return false;
            }
        }
        return true;
    }

    private static boolean isYear(Cell cell) {
        return cell.text().strip().matches("(?:19|20)\\d{2}(?:\\.0)?年?");
    }

    private static boolean sameHeader(Row head, Row row) {
        int same = 0;
        int filled = 0;
        for (int i = 0; i < row.cells().size(); i++) {
            if (!row.cell(i).isEmpty()) {
                filled++;
                boolean equal = row.cell(i).text().strip().equalsIgnoreCase(head.cell(i).text().strip());
                same += equal ? 1 : 0;
                if (!equal && filled > 3 && same < 2) {
                    return false;
                }
            }
        }
        return filled > 1 && same >= 0.8 * filled;
    }
}

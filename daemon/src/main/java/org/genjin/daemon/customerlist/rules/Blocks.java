package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.genjin.daemon.customerlist.file.Sheet;
import org.genjin.daemon.customerlist.file.Sheet.Row;

/** Parts a sheet on which customers stand below each other, each as labels with values: where the same label comes again. */
final class Blocks {

    private final HeaderWords words;

    Blocks(HeaderWords words) {
        this.words = words;
    }

    /** From the top; the sheet itself if it is about one customer. */
    List<Sheet> parts(Sheet sheet) {
        NavigableMap<Integer, List<Labelled>> labels = new TreeMap<>();
        for (int i = 0; i < sheet.rows().size(); i++) {
            List<Labelled> of = labels(sheet.rows().get(i));
            if (!of.isEmpty()) {
                labels.put(i, of);
            }
        }
        List<Integer> starts = starts(sheet.rows(), labels);
        if (starts.size() < 2) {
            return List.of(sheet);
        }
        List<Sheet> parts = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int to = i + 1 < starts.size() ? starts.get(i + 1) : sheet.rows().size();
            parts.add(new Sheet(sheet.name(), sheet.hidden(), sheet.rows().subList(starts.get(i), to), sheet.merges()));
        }
        return parts;
    }

    private List<Labelled> labels(Row row) {
        List<Labelled> found = new ArrayList<>();
        int column = 0;
        while (column < row.cells().size()) {
            Optional<Labelled> labelled = Labelled.at(row, column, words);
            labelled.filter(it -> !it.value().isEmpty()).ifPresent(found::add);
            column = labelled.map(Labelled::next).orElse(column + 1);
        }
        return found;
    }

    private static List<Integer> starts(List<Row> rows, NavigableMap<Integer, List<Labelled>> labels) {
        List<Integer> companies = new ArrayList<>();
        List<Integer> first = new ArrayList<>();
        long names = labels.values().stream().flatMap(List::stream).filter(it -> it.role() == Role.COMPANY)
                .map(it -> CompanyNames.key(it.value().text())).distinct().count();
        labels.forEach((at, of) -> {
            if (of.stream().anyMatch(it -> it.role() == Role.COMPANY)) {
                companies.add(at);
            }
            if (of.getFirst().role() == labels.firstEntry().getValue().getFirst().role()) {
                first.add(at);
            }
        });
        if (names > 1) {
            List<Integer> by = alternate(first, companies) ? first : companies;
            return by.stream().map(it -> titled(rows, labels, it)).toList();
        }
        boolean titles = companies.isEmpty() && first.size() > 1 && first.stream().allMatch(it -> it > 0 && isTitle(rows, labels, it - 1, it));
        return titles ? first.stream().map(it -> it - 1).toList() : List.of();
    }

    /** Whether each company has the label that the first one begins with before it, such as its number. */
    private static boolean alternate(List<Integer> first, List<Integer> companies) {
        if (first.size() != companies.size()) {
            return false;
        }
        for (int i = 0; i < first.size(); i++) {
            boolean before = first.get(i) <= companies.get(i) && (i + 1 == first.size() || companies.get(i) < first.get(i + 1));
            if (!before) {
                return false;
            }
        }
        return true;
    }

    /** With the line above, where a gap parts it from what is further up. */
    private static int titled(List<Row> rows, NavigableMap<Integer, List<Labelled>> labels, int start) {
        boolean titled = start > 0 && isTitle(rows, labels, start - 1, start)
                && (start == 1 || rows.get(start - 2).number() < rows.get(start - 1).number() - 1);
        return titled ? start - 1 : start;
    }

    private static boolean isTitle(List<Row> rows, NavigableMap<Integer, List<Labelled>> labels, int at, int below) {
        return !labels.containsKey(at) && rows.get(at).filled() == 1 && rows.get(at).number() == rows.get(below).number() - 1;
    }
}

package org.genjin.daemon.customerlist.rules;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.customerlist.file.Sheet.Row;

/**
 * What a sheet itself says of its grades: in words ({@code 1 = forte, 2 = moyenne}) or by coloured cells with a letter in
 * them. Immutable.
 *
 * @param words what stands in a cell, folded → the grade
 * @param colours what is behind a row → the grade
 * @param hues what colours are called → the grade, where the legend only names them: {@code green = A}
 */
record Legend(Map<String, Grade> words, Map<String, Grade> colours, Map<Hue, Grade> hues) {

    static final Legend NONE = new Legend(Map.of(), Map.of(), Map.of());

    private static final Pattern PAIR = Pattern.compile(
            "(?<![\\p{L}\\p{N}])([\\p{L}\\p{N}★⭐*+]{1,14}(?:\\s?[类级星])?)\\s*(?:[=＝:：]|\\s[–—-]\\s|→)\\s*((?:(?!\\s[–—-]\\s)[^,，;；、|/。\\n=＝]){1,60})");
    private static final Pattern LETTER = Pattern.compile("^\\s*([SABCDEАВСЕ])(?:\\s*[类级]\\S*)?\\s*(?:$|[=＝:：(（]|\\s[–—-]|[–—-]\\p{L})");
    /** {@code A orders}: a letter before a word, which is a grade only where several such cells have colours of their own. */
    private static final Pattern SPOKEN = Pattern.compile("^\\s*([SABCDEАВСЕ])\\s+\\p{L}");

    Legend {
        words = Map.copyOf(words);
        colours = Map.copyOf(colours);
        hues = Map.copyOf(hues);
    }

    /** @param outside the rows of a sheet that are in no table: titles above and notes below */
    static Legend of(List<Row> outside) {
        Map<String, Grade> words = new HashMap<>();
        Map<String, Grade> colours = new HashMap<>();
        Map<String, Grade> spoken = new HashMap<>();
        for (Row row : outside) {
            for (int i = 0; i < row.cells().size(); i++) {
                Cell cell = row.cell(i);
                Cell beside = row.cell(i + 1);
                if (!cell.fill().isEmpty()) {
                    boolean swatch = cell.isEmpty() && beside.fill().isEmpty();
                    String text = swatch ? beside.text() : cell.text();
                    letter(LETTER, text).ifPresent(it -> colours.put(cell.fill(), it));
                    letter(SPOKEN, text).ifPresent(it -> spoken.put(cell.fill(), it));
                }
                words.putAll(pairs(cell.text()));
            }
        }
        if (spoken.size() > 1 && spoken.values().stream().distinct().count() == spoken.size()) {
            spoken.forEach(colours::putIfAbsent);
        }
        Map<Hue, Grade> hues = new EnumMap<>(Hue.class);
        words.forEach((word, grade) -> Hue.called(word).ifPresent(it -> hues.put(it, grade)));
        return new Legend(words, colours.size() > 1 ? colours : Map.of(), hues.size() > 1 ? hues : Map.of());
    }

    /** A row of a sheet that only says which colour is which grade: several cells with a letter and a colour of their own. */
    static boolean is(Row row) {
        Map<String, Grade> swatches = new HashMap<>();
        int swatched = 0;
        for (Cell cell : row.cells()) {
            Optional<Grade> grade = letter(LETTER, cell.text()).or(() -> letter(SPOKEN, cell.text()));
            if (!cell.fill().isEmpty() && grade.isPresent()) {
                swatches.put(cell.fill(), grade.get());
                swatched++;
            }
        }
        boolean own = swatches.size() == swatched && swatches.values().stream().distinct().count() == swatched;
        return swatched > 1 && own && row.filled() <= swatched + 1;
    }

    private static Optional<Grade> letter(Pattern pattern, String text) {
        Matcher letter = pattern.matcher(text);
        return letter.find() ? GradeScale.letter(letter.group(1)) : Optional.empty();
    }

    /** At least two of a kind: one equals sign is no legend. */
    private static Map<String, Grade> pairs(String text) {
        Map<String, Grade> found = new LinkedHashMap<>();
        int letters = 0;
        Matcher pair = PAIR.matcher(text);
        while (pair.find()) {
            String label = Names.folded(pair.group(1));
            String meaning = pair.group(2).strip();
            Optional<Grade> own = GradeScale.letter(pair.group(1).replaceAll("[类级]$", ""));
            Optional<Grade> meant = own.or(() -> GradeScale.letter(meaning))
                    .or(() -> GradeScale.letter(meaning.split("[\\s类级(（]", 2)[0]))
                    .or(() -> GradeScale.word(meaning))
                    .or(() -> GradeScale.word(meaning.split("\\s", 2)[0]));
            letters += own.isPresent() ? 1 : 0;
            meant.ifPresent(it -> found.put(label.isEmpty() ? pair.group(1).strip() : label, it));
        }
        boolean onlyLetters = letters == found.size();
        return found.size() > 1 && !onlyLetters ? found : Map.of();
    }

    Optional<Grade> word(String cell) {
        String folded = Names.folded(cell);
        return Optional.ofNullable(words.get(folded.isEmpty() ? cell.strip() : folded));
    }

    Optional<Grade> colour(Row row) {
        Optional<Grade> exact = row.cells().stream().map(Cell::fill).filter(colours::containsKey).findFirst().map(colours::get);
        return exact.or(() -> hues.isEmpty()
                ? Optional.empty()
                : row.cells().stream().flatMap(it -> Hue.of(it.fill()).stream()).filter(hues::containsKey).findFirst().map(hues::get));
    }
}

package org.genjin.daemon.industry;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.words.Words;

/** Values of columns between what people see and write, in any language, and what is kept. */
public final class TypedValue {

    private static final String YES = "yes";
    private static final String NO = "no";

    private TypedValue() {}

    /** What people see for a value that is kept. */
    public static String shown(IndustryColumn column, String kept, Language language) {
        return switch (column.kind()) {
            case TEXT, NUMBER, DATE -> kept;
            case CHOICE -> Arrays.stream(kept.split(IndustryColumn.BETWEEN, -1))
                    .map(it -> column.choices().stream().filter(choice -> choice.id().equals(it)).findFirst()
                            .map(choice -> choice.name(language)).orElse(it))
                    .collect(Collectors.joining(IndustryColumn.BETWEEN));
            case YES_NO -> kept.equals(YES) || kept.equals(NO) ? word(kept, language) : kept;
        };
    }

    /** What a column offers, as people see it; anything else may be written all the same. */
    public static List<String> offered(IndustryColumn column, Language language) {
        return switch (column.kind()) {
            case CHOICE -> column.choices().stream().map(it -> it.name(language)).distinct().toList();
            case YES_NO -> List.of(word(YES, language), word(NO, language));
            case TEXT, NUMBER, DATE -> List.of();
        };
    }

    /** What is kept for what a person wrote; empty if it is no value of that column. A choice that is not on the list is kept as it is. */
    public static Optional<String> kept(IndustryColumn column, String typed) {
        String bare = typed.strip();
        if (bare.isEmpty()) {
            return Optional.of("");
        }
        return switch (column.kind()) {
            case TEXT -> Optional.of(bare);
            case NUMBER -> Optional.of(bare.replace(" ", "").replace(',', '.')).filter(it -> it.matches("-?\\d{1,12}(\\.\\d{1,6})?"))
                    .map(it -> it.replaceFirst("\\.0+$", ""));
            case DATE -> day(bare);
            case CHOICE -> choice(column, bare).or(() -> Optional.of(Arrays.stream(bare.split("[;；,，、]", -1)) // a comma may be in a name
                    .map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .map(it -> choice(column, it).orElse(it))
                    .collect(Collectors.joining(IndustryColumn.BETWEEN))));
            case YES_NO -> yesOrNo(bare);
        };
    }

    private static Optional<String> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text).toString());
        } catch (DateTimeParseException e) {
            return Optional.empty(); // the caller says what is accepted
        }
    }

    private static Optional<String> choice(IndustryColumn column, String typed) {
        String folded = Names.folded(typed);
        return column.choices().stream()
                .filter(it -> Stream.concat(Stream.of(it.id()), it.names().values().stream()).anyMatch(name -> Names.folded(name).equals(folded)))
                .findFirst()
                .map(IndustryColumn.Choice::id);
    }

    /** What a number is to look like, in words. */
    public static String expectedNumber(Language language) {
        return Words.of("industry", language).text("expected.number");
    }

    /** The word for yes or no. */
    private static String word(String value, Language language) {
        return Words.of("industry", language).text("value." + value);
    }

    private static Optional<String> yesOrNo(String typed) {
        String folded = Names.folded(typed);
        return Stream.of(YES, NO)
                .filter(it -> it.equals(folded) || Arrays.stream(Language.values()).anyMatch(language -> Names.folded(word(it, language)).equals(folded)))
                .findFirst();
    }
}

package org.genjin.daemon.industry;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.config.SectionReader;
import org.genjin.daemon.industry.ValueSource.By;
import org.genjin.daemon.industry.ValueSource.Check;
import org.genjin.daemon.industry.ValueSource.Telling;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;

/** Reads where a column's values come from: {@code facts}, {@code files} and {@code said}. */
final class SourceSection {

    /** For words that are written alike in all languages. */
    private static final String ALL = "all";
    private static final String[] SAID = {"by", "questions", "documents", "behind", "value", "pattern", "check", "yes", "unless", "with"};
    private static final int LONGEST_PATTERN = 2_000;

    private final IndustryColumn.Kind kind;
    private final String[] tags;

    SourceSection(IndustryColumn.Kind kind, String[] tags) {
        this.kind = kind;
        this.tags = tags;
    }

    List<ValueSource> read(SectionReader column) {
        List<ValueSource> sources = new ArrayList<>();
        if (column.has("facts")) {
            facts(column.section("facts", "type", "field", "where", "only")).ifPresent(sources::add);
        }
        if (column.has("files")) {
            SectionReader it = column.section("files", "endings", "words");
            sources.add(new ValueSource.Files(new HashSet<>(it.texts("endings", "pdf")), words(it, "words", tags)));
        }
        for (SectionReader it : column.sections("said", SAID)) {
            telling(it).ifPresent(telling -> sources.add(new ValueSource.Words(
                    it.value("by", By.BOTH, "customer, us or both", text -> By.valueOf(text.toUpperCase(Locale.ROOT))),
                    isYes(it, "questions"), isYes(it, "documents"), telling, words(it, "unless", tags), words(it, "with", tags))));
        }
        return sources;
    }

    private static boolean isYes(SectionReader it, String key) {
        return it.value(key, false, "yes or no", text -> switch (text) {
            case "yes", "true", "on" -> true;
            case "no", "false", "off" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    private static Optional<ValueSource> facts(SectionReader it) {
        String types = Stream.of(FactType.values()).map(FactType::id).collect(Collectors.joining(" "));
        Optional<FactType> type = it.value("type", Optional.empty(), "one of " + types, text -> Optional.of(FactType.of(text).orElseThrow()));
        if (type.isEmpty()) {
            if (!it.has("type")) {
                it.problem("type", "is missing; it is one of " + types);
            }
            return Optional.empty();
        }
        List<FactField> fields = type.get().fields();
        String known = fields.stream().map(FactField::id).collect(Collectors.joining(", "));
        Optional<FactField> field = it.value("field", Optional.empty(), "one of " + known, text -> Optional.of(field(fields, text)));
        if (field.isEmpty()) {
            if (!it.has("field")) {
                it.problem("field", "is missing; it is one of " + known);
            }
            return Optional.empty();
        }
        Map<FactField, String> where = new EnumMap<>(FactField.class);
        SectionReader conditions = it.section("where", fields.stream().map(FactField::id).toArray(String[]::new));
        fields.forEach(one -> conditions.text(one.id()).ifPresent(text -> where.put(one, text)));
        return Optional.of(new ValueSource.Facts(type.get(), field.get(), where, new HashSet<>(it.texts("only", "HALAL"))));
    }

    private static FactField field(List<FactField> fields, String id) {
        return fields.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    private Optional<Telling> telling(SectionReader it) {
        if (it.has("pattern")) {
            return pattern(it);
        }
        if (it.has("behind")) {
            List<String> words = words(it, "behind", tags);
            String shapes = Stream.of(Shape.values()).map(shape -> shape.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
            Shape shape = it.value("value", Shape.LINE, "one of " + shapes, text -> Shape.of(text).orElseThrow());
            return words.isEmpty() ? Optional.empty() : Optional.of(new Telling.Behind(words, shape));
        }
        if (it.has("yes") || kind == IndustryColumn.Kind.CHOICE) {
            return Optional.of(new Telling.Chosen(words(it, "yes", tags)));
        }
        it.problem("behind", "or 'pattern' or 'yes' must say what tells the value");
        return Optional.empty();
    }

    private static Optional<Telling> pattern(SectionReader it) {
        String pattern = it.text("pattern").orElse("");
        Check check = it.value("check", Check.NONE, "cas", text -> Check.valueOf(text.toUpperCase(Locale.ROOT)));
        if (pattern.isEmpty() || pattern.length() > LONGEST_PATTERN) {
            it.problem("pattern", "must have 1 to " + LONGEST_PATTERN + " characters");
            return Optional.empty();
        }
        try {
            return Optional.of(new Telling.Matching(Pattern.compile(pattern), check));
        } catch (PatternSyntaxException e) {
            it.problem("pattern", "is no regular expression of RE2: " + e.getDescription() + " at '" + e.getPattern() + "'");
            return Optional.empty();
        }
    }

    /** Words by language, all of them together: trade letters mix languages. */
    static List<String> words(SectionReader it, String key, String[] tags) {
        List<String> words = new ArrayList<>();
        String[] keys = Stream.concat(Arrays.stream(tags), Stream.of(ALL)).toArray(String[]::new);
        SectionReader section = it.section(key, keys);
        for (String tag : keys) {
            section.texts(tag, "word").stream().filter(word -> !word.isEmpty()).forEach(words::add);
        }
        return words;
    }
}

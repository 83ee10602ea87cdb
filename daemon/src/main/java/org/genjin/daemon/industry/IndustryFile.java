package org.genjin.daemon.industry;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.genjin.config.SectionReader;
import org.genjin.config.YamlFile;

/**
 * Reads the file of a line of trade. What is wrong in it is said with its line and key; a column that lacks its id, its English header or
 * its kind is left out, and so is a source that cannot be used.
 */
final class IndustryFile {

    private static final String[] COLUMN = {
        "id", "header", "kind", "width", "most", "facts", "files", "said", "choices"
    };
    private static final String[] TAGS = Stream.of(Language.values()).map(Language::tag).toArray(String[]::new);
    private static final int MOST_COLUMNS = 20;

    private final List<String> problems;

    private IndustryFile(List<String> problems) {
        this.problems = problems;
    }

    /**
     * What a file says.
     *
     * @param industry empty if nothing of it can be used
     * @param problems a sentence each
     */
    record Parsed(Optional<Industry> industry, List<String> problems) {}

    /**
     * @param id the file's name without its ending
     * @param name of the file, as people know it
     */
    static Parsed parse(String id, String name, String yaml) {
        List<String> problems = new ArrayList<>();
        Optional<Industry> industry = new IndustryFile(problems).industry(id, yaml);
        return new Parsed(industry, problems.stream().map(it -> name + " " + it + (it.endsWith(".") ? "" : ".")).toList());
    }

    private Optional<Industry> industry(String id, String yaml) {
        SectionReader top = new SectionReader(YamlFile.read(yaml, problems), "", problems, Set.of("name", "columns"));
        List<IndustryColumn> columns = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (SectionReader it : top.sections("columns", COLUMN)) {
            column(it).ifPresent(column -> {
                if (ids.add(column.id())) {
                    columns.add(column);
                } else {
                    it.problem("id", "is there twice: " + column.id());
                }
            });
        }
        if (columns.size() > MOST_COLUMNS) {
            top.problem("columns", "are " + columns.size() + "; a sheet has room for " + MOST_COLUMNS + ", the others are left out");
        }
        if (columns.isEmpty()) {
            top.problem("columns", "has none that can be used, so the file is not");
            return Optional.empty();
        }
        return Optional.of(new Industry(
                id, names(top, "name", Language.EN, id), columns.subList(0, Math.min(MOST_COLUMNS, columns.size())),
                Hashing.sha256().hashString(yaml, StandardCharsets.UTF_8).toString().substring(0, 16)));
    }

    private Optional<IndustryColumn> column(SectionReader it) {
        Optional<String> id = it.text("id").filter(text -> text.matches("[a-z][a-z0-9-]{1,40}"));
        if (id.isEmpty()) {
            it.problem("id", "must be small letters, figures and hyphens, such as shelf-life; the column is left out");
            return Optional.empty();
        }
        Map<Language, String> headers = names(it, "header", Language.EN, "");
        if (headers.getOrDefault(Language.EN, "").isEmpty()) {
            it.problem("header", "must have an English one, {en: …}; the column is left out");
            return Optional.empty();
        }
        IndustryColumn.Kind kind = it.value(
                "kind", IndustryColumn.Kind.TEXT, "text, date, number, choice or yes-no", text -> IndustryColumn.Kind.of(text).orElseThrow());
        List<IndustryColumn.Choice> choices = choices(it);
        if (kind == IndustryColumn.Kind.CHOICE && choices.isEmpty()) {
            it.problem("choices", "must have the values of a column of choices; the column is left out");
            return Optional.empty();
        }
        List<ValueSource> sources = new SourceSection(kind, TAGS).read(it);
        return Optional.of(new IndustryColumn(
                id.get(), headers, kind, it.number("width", 16, 4, 80), it.number("most", 1, 1, 10), sources, choices));
    }

    private static List<IndustryColumn.Choice> choices(SectionReader column) {
        List<IndustryColumn.Choice> choices = new ArrayList<>();
        for (SectionReader it : column.sections("choices", "id", "name", "words")) {
            String id = it.text("id").orElse("");
            if (id.isEmpty()) {
                it.problem("id", "is missing");
            } else {
                choices.add(new IndustryColumn.Choice(id, names(it, "name", Language.EN, id), SourceSection.words(it, "words", TAGS)));
            }
        }
        return choices;
    }

    private static Map<Language, String> names(SectionReader it, String key, Language least, String otherwise) {
        Map<Language, String> names = new EnumMap<>(Language.class);
        if (!otherwise.isEmpty()) {
            names.put(least, otherwise);
        }
        SectionReader section = it.section(key, TAGS);
        for (Language language : Language.values()) {
            section.text(language.tag()).ifPresent(text -> names.put(language, text));
        }
        return names;
    }
}

package org.genjin.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Takes values out of one section of the file, and gathers what is wrong with it. One thread. */
public final class SectionReader {

    private final YamlNode.Section section;
    private final String path;
    private final List<String> problems;

    /** @param keys all that may be in it; any other is a problem, the nearest of these is named */
    public SectionReader(YamlNode.Section section, String path, List<String> problems, Set<String> keys) {
        this.section = section;
        this.path = path;
        this.problems = problems;
        section.entries().forEach((key, entry) -> {
            if (!keys.contains(key)) {
                String nearest = Nearest.of(key, keys).map(it -> "; did you mean '" + it + "'?").orElse("");
                problems.add("line " + entry.line() + ": " + path + key + " is not a key" + nearest);
            }
        });
    }

    public int line() {
        return section.line();
    }

    public boolean has(String key) {
        return section.entries().containsKey(key);
    }

    public void problem(String key, String what) {
        YamlNode.Entry entry = section.entries().get(key);
        problems.add("line " + (entry == null ? section.line() : entry.line()) + ": " + path + key + " " + what);
    }

    /** The text of a plain value; empty if it is missing or, which is a problem, no plain value. */
    public Optional<String> text(String key) {
        YamlNode.Entry entry = section.entries().get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.value() instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
            return Optional.of(scalar.text().strip());
        }
        problem(key, "must be a plain value");
        return Optional.empty();
    }

    /**
     * A value that is made of text.
     *
     * @param make throws IllegalArgumentException, whose message says what is expected, or another RuntimeException
     * @param expected what to say in the latter case
     */
    public <T> T value(String key, T fallback, String expected, Function<String, T> make) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            return make.apply(text.get());
        } catch (RuntimeException e) {
            problem(key, "must be " + expected);
            return fallback;
        }
    }

    public int number(String key, int fallback, int least, int most) {
        return value(key, fallback, "a number from " + least + " to " + most, text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException(text);
            }
            return number;
        });
    }

    /** A section within this one; an empty one if it is missing. */
    public SectionReader section(String key, String... keys) {
        YamlNode.Entry entry = section.entries().get(key);
        YamlNode.Section inner = YamlNode.Section.empty();
        if (entry != null && entry.value() instanceof YamlNode.Section found) {
            inner = found;
        } else if (entry != null) {
            problem(key, "must be a section such as {" + keys[0] + ": …}");
        }
        return new SectionReader(inner, path + key + ".", problems, Set.copyOf(Arrays.asList(keys)));
    }

    /** The sections of a list. */
    public List<SectionReader> sections(String key, String... keys) {
        List<SectionReader> sections = new ArrayList<>();
        YamlNode.Entry entry = section.entries().get(key);
        if (entry == null || entry.value() instanceof YamlNode.Scalar empty && empty.text().isBlank()) {
            return sections;
        }
        if (entry.value() instanceof YamlNode.Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                if (items.items().get(i) instanceof YamlNode.Section one) {
                    sections.add(new SectionReader(one, path + key + "[" + i + "].", problems, Set.copyOf(Arrays.asList(keys))));
                } else {
                    problems.add("line " + items.items().get(i).line() + ": " + path + key + "[" + i
                            + "] must be a section such as '- " + keys[0] + ": …'");
                }
            }
        } else {
            problem(key, "must be a list, each item beginning with '-'");
        }
        return sections;
    }

    List<String> texts(String key) {
        return texts(key, "factory.example");
    }

    /**
     * A list of plain values, in lower case.
     *
     * @param example one of them, for whoever wrote it otherwise
     */
    public List<String> texts(String key, String example) {
        YamlNode.Entry entry = section.entries().get(key);
        List<String> texts = new ArrayList<>();
        if (entry != null && entry.value() instanceof YamlNode.Items items) {
            for (YamlNode item : items.items()) {
                if (item instanceof YamlNode.Scalar scalar) {
                    texts.add(scalar.text().strip().toLowerCase(Locale.ROOT));
                } else {
                    problem(key, "must be a list of plain values");
                }
            }
        } else if (entry != null) {
            problem(key, "must be a list such as [" + example + "]");
        }
        return texts;
    }

    /** The same, where one value may stand without brackets, or several parted by commas. */
    public List<String> oneOrMore(String key, String example) {
        YamlNode.Entry entry = section.entries().get(key);
        if (entry == null || !(entry.value() instanceof YamlNode.Scalar scalar)) {
            return texts(key, example);
        }
        return Arrays.stream(scalar.text().toLowerCase(Locale.ROOT).split("[,，、\\s]+", -1)).filter(it -> !it.isEmpty()).toList();
    }
}

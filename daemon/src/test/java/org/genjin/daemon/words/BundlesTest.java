package org.genjin.daemon.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever Genjin says, it says in all eight languages, with the same things in it, and counts as each language does. */
class BundlesTest {

    private static final int COUNTED_TO = 200;
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");
    /** What is no word of a language: places, counting, options, addresses and file names. */
    private static final Pattern NO_WORD = Pattern.compile("\\{\\d[^{}]*}|plural|one|other|--?\\w+|\\S*[.:/@]\\S+");
    private static final Pattern ENGLISH_WORD = Pattern.compile("\\b[a-z]{2,}\\b");

    static Stream<Arguments> bundles() throws Exception {
        List<Arguments> bundles = new ArrayList<>();
        for (String area : areas()) {
            for (Language language : Language.values()) {
                bundles.add(Arguments.of(area, language));
            }
        }
        return bundles.stream();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everySentenceIsThereInEveryLanguage(String area, Language language) throws Exception {
        assertThat(read(area, language).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(read(area, Language.EN).stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noSentenceStandsTwiceInALanguage(String area, Language language) throws Exception {
        Path file = Path.of(Objects.requireNonNull(Words.class.getResource("/i18n/" + area + "/" + language.tag() + ".properties")).toURI());
        assertThat(Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("#") && line.contains("="))
                        .map(line -> line.substring(0, line.indexOf('='))))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everySentenceNamesTheSameThingsInEveryLanguage(String area, Language language) throws Exception {
        Properties english = read(area, Language.EN);
        read(area, language).forEach((key, pattern) ->
                assertThat(places(pattern.toString())).as("%s", key).isEqualTo(places(english.getProperty(key.toString(), ""))));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everySentenceCanBeSaid(String area, Language language) throws Exception {
        Words words = Words.of(area, language);
        Properties english = read(area, Language.EN);
        read(area, language).forEach((key, pattern) -> {
            String text = words.text(key.toString(), values(pattern.toString()));
            assertThat(text).as("%s", key).doesNotContain("\ufffd", "''").doesNotContainPattern("\\{\\d|, plural,");
            assertThat(text.isBlank()).as("%s", key).isEqualTo(english.getProperty(key.toString()).isBlank());
            String unquoted = pattern.toString().replace("''", "").replace("'{'", "").replace("'}'", "");
            assertThat(unquoted).as("an apostrophe is written twice: %s", key).doesNotContain("'");
        });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyCountIsSaidAsTheLanguageCounts(String area, Language language) throws Exception {
        PluralRules rules = PluralRules.forLocale(language.locale());
        read(area, language).forEach((key, pattern) -> plurals(pattern.toString()).forEach((argument, said) -> {
            assertThat(said).as("%s %s", key, argument).contains("other");
            for (int count = 0; count <= COUNTED_TO; count++) {
                assertThat(said.contains("=" + count) || said.contains(rules.select(count)))
                        .as("%s counts %s with '%s'", key, count, rules.select(count))
                        .isTrue();
            }
        }));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noSentenceIsLeftInEnglish(String area, Language language) throws Exception {
        if (language == Language.EN) {
            return;
        }
        Properties english = read(area, Language.EN);
        read(area, language).forEach((key, pattern) -> {
            String said = english.getProperty(key.toString(), "");
            long wordsOfIt = ENGLISH_WORD.matcher(NO_WORD.matcher(said).replaceAll(" ")).results().count();
            if (wordsOfIt >= 3) {
                assertThat(pattern.toString()).as("%s", key).isNotEqualTo(said);
            }
        });
    }

    /** Values as they may come: numbers where is counted, text elsewhere. */
    private static Object[] values(String pattern) {
        Set<String> counted = plurals(pattern).keySet();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            values.add(counted.contains(Integer.toString(i)) ? (Object) 7 : "VALUE");
        }
        return values.toArray();
    }

    /** What is counted, with the ways of counting it that a pattern has. */
    private static Map<String, Set<String>> plurals(String pattern) {
        Map<String, Set<String>> plurals = new HashMap<>();
        if (!pattern.contains(", plural,")) {
            return plurals;
        }
        MessagePattern parts = new MessagePattern(pattern);
        Deque<String> within = new ArrayDeque<>();
        for (int i = 0; i < parts.countParts(); i++) {
            MessagePattern.Part part = parts.getPart(i);
            switch (part.getType()) {
                case ARG_NUMBER -> within.push(parts.getSubstring(part));
                case ARG_LIMIT -> within.pop();
                case ARG_SELECTOR -> plurals.computeIfAbsent(within.element(), _ -> new TreeSet<>()).add(parts.getSubstring(part));
                default -> {}
            }
        }
        return plurals;
    }

    private static TreeSet<String> places(String pattern) {
        TreeSet<String> places = new TreeSet<>();
        PLACE.matcher(pattern).results().map((MatchResult it) -> it.group(1)).forEach(places::add);
        return places;
    }

    private static List<String> areas() throws Exception {
        Path here = Path.of(Objects.requireNonNull(Words.class.getResource("/i18n/ui/en.properties")).toURI());
        try (Stream<Path> folders = Files.list(here.getParent().getParent())) {
            return folders.map(it -> it.getFileName().toString()).sorted(Comparator.naturalOrder()).toList();
        }
    }

    private static Properties read(String area, Language language) throws IOException {
        Properties words = new Properties();
        try (InputStream file = Words.class.getResourceAsStream("/i18n/" + area + "/" + language.tag() + ".properties")) {
            assertThat(file).as("i18n/%s/%s.properties", area, language.tag()).isNotNull();
            words.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
        }
        return words;
    }
}

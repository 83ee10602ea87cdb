package org.genjin.daemon.reading.said;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tables of sentences with what they say, one file a language. */
class FactSentencesTest {

    private static final FactReading READING = new FactReading();

    @TestFactory
    Stream<DynamicContainer> whatASentenceSaysOfTheTradeIsRead() {
        return Stream.of("zh", "en", "es", "pt", "fr", "ar", "de", "ru")
                .map(language -> DynamicContainer.dynamicContainer(language, lines(language).map(line -> test(language, line))));
    }

    private static DynamicTest test(String language, String line) {
        String[] sides = line.split(" => ", -1);
        return DynamicTest.dynamicTest(line, () -> assertThat(facts(sides[0], language))
                .containsExactlyInAnyOrder(sides[1].equals("none") ? new String[0] : sides[1].split(" ; ", -1)));
    }

    private static List<String> facts(String sentence, String language) {
        return READING.apply(new Words(sentence, language, null)).stream().map(FactSentencesTest::line).toList();
    }

    private static String line(Fact fact) {
        return Stream.concat(Stream.of(fact.type().id()), fact.type().fields().stream().map(field -> written(fact.values().get(field))))
                .collect(Collectors.joining(" "));
    }

    private static String written(Object value) {
        return value == null ? "-" : value instanceof BigDecimal number ? number.toPlainString() : value.toString().replace(' ', '_');
    }

    private static Stream<String> lines(String language) {
        try (InputStream in = FactSentencesTest.class.getResourceAsStream("/reading/fact-sentences/" + language + ".txt")) {
            return new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

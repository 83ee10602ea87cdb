package org.genjin.daemon.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.genjin.config.Language;
import org.genjin.daemon.followup.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The texts of suggested answers, ours and those of a home. */
class DraftTextsTest {

    @TempDir
    Path folder;

    private static Map<Blank, String> everything() {
        Map<Blank, String> values = new EnumMap<>(Blank.class);
        Arrays.stream(Blank.values()).forEach(it -> values.put(it, it.name() + "_"));
        return values;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyReasonHasATextInEveryLanguageWhateverIsKnown(Language language) {
        DraftTexts texts = new DraftBook(folder).in(language).getFirst();
        for (String key : DraftTexts.keys()) {
            String fullest = texts.say(key, everything()).orElseThrow(() -> new AssertionError(language + " has no " + key));
            assertThat(fullest).as(language.tag() + " " + key).doesNotContain("{", "}");
            String barest = texts.say(key, Map.of()).orElseThrow(() -> new AssertionError(language + " leaves a hole in " + key));
            assertThat(barest).as(language.tag() + " " + key).isNotBlank().doesNotContain("_", "{", "  ", " ,", "()", " .");
        }
        for (Reason it : List.of(Reason.QUOTE_SILENT, Reason.QUOTE_EXPIRING)) {
            assertThat(texts.say(it.id(), everything())).as(language.tag()).get().asString().contains("PRODUCT_", "PRICE_", "DATE_");
        }
        assertThat(texts.say("pi-unpaid", everything())).get().asString().contains("PI_");
        assertThat(texts.say("sample-silent", everything())).get().asString().contains("TRACKING_");
        assertThat(texts.say("greeting", everything())).get().asString().contains("NAME_");
    }

    @Test
    void whatIsNotKnownLeavesASentenceWithoutIt() {
        DraftTexts english = new DraftBook(folder).in(Language.EN).getFirst();
        assertThat(english.say("quote-silent", Map.of(Blank.DATE, "10 May", Blank.PRODUCT, "DN50-A")))
                .hasValue("Have you had a chance to look at our offer of 10 May for DN50-A? I will gladly adapt quantity, packing or terms.");
        assertThat(english.say("quote-silent", Map.of(Blank.PRICE, "USD 1")))
                .hasValue("Have you had a chance to look at our offer? I will gladly adapt quantity, packing or terms.");
    }

    @Test
    void aHomeSaysSomeThingsItsOwnWayAndLeavesTheRest() throws Exception {
        Files.writeString(folder.resolve("es.yaml"), "quote-silent: \"¿Qué opina de {product}?\"\nclosing: [\"Saludos,\\n{us}\", Saludos]\n");
        DraftBook book = new DraftBook(folder);
        assertThat(book.problems()).isEmpty();
        assertThat(book.in(Language.ES)).hasSize(2);
        assertThat(book.in(Language.ES).getFirst().say("quote-silent", Map.of(Blank.PRODUCT, "DN50"))).hasValue("¿Qué opina de DN50?");
        assertThat(book.in(Language.ES).getFirst().say("quote-silent", Map.of())).as("then ours is said").isEmpty();
        assertThat(book.in(Language.EN)).hasSize(1);
    }

    @Test
    void whatIsWrongInAHomesTextsIsSaidAndNotUsed() throws Exception {
        Files.writeString(folder.resolve("de.yaml"), "quote-silnt: x\nmanual: \"Hallo {nmae}\"\ncadence: {a: b}\ncalled: nick\nnew: Danke!\n");
        Files.writeString(folder.resolve("it.yaml"), "manual: Ciao\n");
        Files.writeString(folder.resolve("ru.yaml"), "manual: [unclosed\n");
        List<String> problems = new DraftBook(folder).problems();
        assertThat(problems).hasSize(6).allMatch(it -> it.startsWith("drafts/"));
        assertThat(problems).anyMatch(it -> it.contains("there is no text 'quote-silnt'; there are: called, greeting"))
                .anyMatch(it -> it.contains("'manual' leaves {nmae} open, which nobody can fill; there are: {name} {us}"))
                .anyMatch(it -> it.contains("'cadence' is to be a text"))
                .anyMatch(it -> it.contains("'called' is 'first' or 'full'"))
                .anyMatch(it -> it.contains("it.yaml: nothing is read there") && it.contains("pt-BR.yaml"))
                .anyMatch(it -> it.contains("ru.yaml line") && it.contains("it is no YAML"));
        assertThat(new DraftBook(folder).in(Language.DE).getFirst().texts()).containsOnlyKeys("new");
    }
}

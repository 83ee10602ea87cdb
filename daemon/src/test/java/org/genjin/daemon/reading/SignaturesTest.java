package org.genjin.daemon.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.genjin.daemon.reading.contact.CardReading;
import org.genjin.daemon.reading.contact.SignatureSplit;
import org.genjin.daemon.reading.contact.Writer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails of many lands with the place where each one's signature begins, and who its writer is by it. */
class SignaturesTest {

    private final SignatureSplit split = new SignatureSplit();
    private final CardReading cards = new CardReading();
    private final Languages languages = new Languages();

    static List<String> mails() {
        return TestText.blocks("signatures.txt");
    }

    @ParameterizedTest
    @MethodSource("mails")
    void theSignatureBeginsWhereTheWordsEndAndTellsWhoWroteThem(String block) {
        int head = block.indexOf('\n');
        int mark = block.indexOf("\n~~\n");
        int foot = block.lastIndexOf("\n=>");
        String words = block.substring(head + 1, mark).strip();
        String signature = block.substring(mark + 4, foot).strip();
        Writer writer = writer(block.substring(0, head));
        boolean attached = block.charAt(mark - 1) == '\n';
        List<String> lines = Lines.of(words + (attached ? "\n" : "\n\n") + signature);
        int start = split.start(lines, writer);
        assertThat(Lines.join(lines, 0, start)).isEqualToNormalizingWhitespace(words);
        assertThat(Lines.join(lines, start, lines.size())).isEqualToNormalizingWhitespace(signature);
        ContactCard card = cards.read(lines.subList(start, lines.size()), writer, languages.of(words));
        assertThat(parts(card)).isEqualTo(sorted(block.substring(foot + 3).strip()));
    }

    private static Writer writer(String from) {
        int bracket = from.indexOf('<');
        return bracket < 0 ? Writer.of(from, null) : Writer.of(from.substring(bracket + 1, from.length() - 1), from.substring(0, bracket).strip());
    }

    private static String parts(@Nullable ContactCard card) {
        if (card == null) {
            return "";
        }
        TreeMap<String, String> parts = new TreeMap<>();
        parts.put("name", card.name() == null ? "" : card.name());
        parts.put("title", card.title() == null ? "" : card.title());
        parts.put("company", card.company() == null ? "" : card.company());
        parts.put("country", card.country() == null ? "" : card.country());
        parts.put("addresses", list(card.addresses().stream()));
        parts.put("phones", list(card.phones().stream()));
        parts.put("sites", list(card.sites().stream()));
        parts.put("handles", list(card.handles().stream().map(it -> it.channel() + ":" + it.name())));
        parts.values().removeIf(String::isEmpty);
        return parts.toString();
    }

    private static String list(Stream<String> values) {
        return String.join(",", values.sorted().toList());
    }

    private static String sorted(String expected) {
        TreeMap<String, String> parts = new TreeMap<>();
        if (expected.isEmpty()) {
            return "";
        }
        for (String it : expected.split("\\|", -1)) {
            parts.put(it.substring(0, it.indexOf('=')), list(Stream.of(it.substring(it.indexOf('=') + 1).split(",(?=[+a-z])", -1))));
        }
        // A firm's name has commas of its own.
        parts.computeIfPresent("company", (_, _) -> expected.replaceFirst(".*company=([^|]*).*", "$1"));
        return parts.toString();
    }
}

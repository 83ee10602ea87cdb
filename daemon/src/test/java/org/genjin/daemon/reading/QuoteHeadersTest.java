package org.genjin.daemon.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Headers of many programs in many languages, each above the same old mail. */
class QuoteHeadersTest {

    private static final String OLD = "Dear Lin,\nplease quote 500 pcs.\nKim";

    private final QuoteSplit split = new QuoteSplit(new QuoteHeader());

    static Stream<String> headers() {
        return TestText.blocks("quote-headers.txt").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headers")
    void whatStandsBelowAHeaderIsQuotedAndTheHeaderTooMarkedOrNot(String block) {
        String header = block.substring(block.indexOf('\n') + 1);
        String bare = header.replaceAll("(?m)^> ", "");
        String marked = OLD.replaceAll("(?m)^", "> ");
        for (String old : header.startsWith(">") ? List.of(marked) : List.of(OLD, marked)) {
            QuoteSplit.Parts parts = split.split("Thank you.\nWe will check and come back.\n\n" + header + "\n\n" + old);
            assertThat(parts.fresh()).isEqualTo("Thank you.\nWe will check and come back.");
            assertThat(parts.quoted()).isEqualToNormalizingWhitespace(bare + "\n\n" + OLD);
        }
    }
}

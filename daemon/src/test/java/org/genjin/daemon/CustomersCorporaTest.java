package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.genjin.connectors.Needs;
import org.junit.jupiter.api.Test;

/** Customer lists of which it is known what a careful person would enter. */
class CustomersCorporaTest {

    @Test
    void nearlyEverythingIsEnteredAsACarefulPersonWould() throws Exception {
        Path folder = Needs.corpora("customers");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<String, CustomersBench.Score> scores = new CustomersBench(out, true).score(folder);
        for (String field : new String[] {"customers", "country", "grade", "nextFollowUp", "contacts", "addresses", "phones", "notes"}) {
            CustomersBench.Score score = scores.get(field);
            assertThat(score.f1()).as(field).isGreaterThanOrEqualTo(0.99);
        }
        assertThat(scores.get("questions").recall()).isGreaterThan(0.7);
    }
}

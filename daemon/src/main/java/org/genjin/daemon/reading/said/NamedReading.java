package org.genjin.daemon.reading.said;

import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.reading.text.Hit;
import org.genjin.daemon.reading.text.Hits;
import org.genjin.daemon.reading.text.KnownText;
import org.genjin.daemon.reading.text.Tokens;

/** Certificates, and what is to be made to the customer's wish: what is told by its name alone. */
final class NamedReading {

    private static final int NEAR = 4;

    private final KnownText text;
    private final Tokens tokens;
    private final Hits hits;

    NamedReading(KnownText text) {
        this.text = text;
        this.tokens = text.tokens();
        this.hits = text.hits();
    }

    List<Finding> read() {
        List<Finding> found = new ArrayList<>();
        for (Hit hit : hits.family("cert")) {
            boolean weak = hit.kind().endsWith("?");
            boolean part = tokens.glued(hit.from()) && tokens.is(hit.from() - 1, "-") || tokens.glued(hit.to())
                    && tokens.is(hit.to(), "-")
                    && tokens.glued(hit.to() + 1) && tokens.is(hit.to() + 1, Tokens.Kind.NUMBER);
            if (!part && !isDenied(hit) && (!weak || isCertified(hit))) {
                found.add(Finding.of(FactType.CERTIFICATE, text, hit.from(), hit.to())
                        .with(FactField.NAME, hit.kind().replace("?", "")));
            }
        }
        for (Hit hit : hits.family("custom")) {
            found.add(Finding.of(FactType.CUSTOM_MADE, text, hit.from(), hit.to()).with(FactField.KIND, hit.kind()));
        }
        return found;
    }

    /** "UL ist nicht nötig". */
    private boolean isDenied(Hit hit) {
        int clause = tokens.clause(hit.from());
        boolean before = hits.family("not").stream()
                .anyMatch(it -> tokens.clause(it.from()) == clause && it.to() <= hit.from() && hit.from() - it.to() < NEAR);
        return before || text.inClause("notneeded", hit.from());
    }

    private boolean isCertified(Hit hit) {
        return text.inSentence("certword", hit.from());
    }
}

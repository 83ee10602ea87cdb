package org.genjin.daemon.reading.said;

import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.reading.text.Mark;
import org.genjin.daemon.reading.text.Marks;
import org.genjin.daemon.reading.text.MarkedText;
import org.genjin.daemon.reading.text.Tokens;

/** Certificates, and what is to be made to the customer's wish: what is told by its name alone. */
final class NamedReading {

    private final MarkedText text;
    private final Tokens tokens;
    private final Marks marks;

    NamedReading(MarkedText text) {
        this.text = text;
        this.tokens = text.tokens();
        this.marks = text.marks();
    }

    List<Finding> read() {
        List<Finding> found = new ArrayList<>();
        for (Mark mark : marks.family("cert")) {
            boolean weak = mark.kind().endsWith("?");
            boolean part = tokens.glued(mark.from()) && tokens.is(mark.from() - 1, "-") || tokens.glued(mark.to()) && tokens.is(mark.to(), "-")
                    && tokens.glued(mark.to() + 1) && tokens.is(mark.to() + 1, Tokens.Kind.NUMBER);
            if (!part && (!weak || isCertified(mark))) {
                found.add(Finding.of(FactType.CERTIFICATE, text, mark.from(), mark.to()).with(FactField.NAME, mark.kind().replace("?", "")));
            }
        }
        for (Mark mark : marks.family("custom")) {
            found.add(Finding.of(FactType.CUSTOM_MADE, text, mark.from(), mark.to()).with(FactField.KIND, mark.kind()));
        }
        return found;
    }

    private boolean isCertified(Mark mark) {
        return marks.family("certword").stream().anyMatch(it -> tokens.sentence(it.from()) == tokens.sentence(mark.from()));
    }
}

package org.genjin.index;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.genjin.index.SearchResult.Hit;
import org.genjin.index.SearchResult.Snippet;
import org.jspecify.annotations.Nullable;

/** Makes hits of documents: where in the message the words are, and what stands around them. */
final class Hits {

    private final TextAnalysis analysis;
    private final Snippets snippets;

    Hits(TextAnalysis analysis, List<QueryTranslation.Wanted> wanted) {
        this.analysis = analysis;
        this.snippets = new Snippets(analysis, wanted);
    }

    private record Found(Snippets.Cut cut, String in) {}

    Hit of(Document document) {
        String language = document.get(Fields.LANGUAGE);
        analysis.speak(language == null ? "" : language);
        Found best = null;
        for (String[] field : new String[][] {
            {Fields.STORED_SUBJECT, "subject"}, {Fields.STORED_BODY, "body"}
        }) {
            best = better(best, document.get(field[0]), field[1]);
        }
        for (String part : document.getValues(Fields.STORED_PART)) {
            String[] pieces = part.split(String.valueOf(Documents.SEPARATOR), 3);
            String place = "attachment:" + pieces[0] + (pieces[1].isEmpty() ? "" : "#" + pieces[1]);
            best = better(best, pieces[2].isEmpty() ? pieces[0] : pieces[2], place);
        }
        for (String[] field : new String[][] {
            {Fields.STORED_QUOTED, "quoted"}, {Fields.STORED_SIGNATURE, "signature"}, {Fields.STORED_PEOPLE, "people"}
        }) {
            best = better(best, document.get(field[0]), field[1]);
        }
        long row = Long.parseLong(document.get(Fields.ROW));
        if (best != null) {
            return new Hit(row, document.get(Fields.KEY), best.cut().snippet(), best.in());
        }
        return new Hit(row, document.get(Fields.KEY), beginning(document), "");
    }

    /** The field where more of what was looked for is; the earlier one where it is as much. */
    private @Nullable Found better(@Nullable Found best, @Nullable String text, String in) {
        if (text == null) {
            return best;
        }
        Optional<Snippets.Cut> cut = snippets.cut(text);
        if (cut.isEmpty() || (best != null && best.cut().found() >= cut.get().found())) {
            return best;
        }
        return new Found(cut.get(), in);
    }

    private static Snippet beginning(Document document) {
        String body = document.get(Fields.STORED_BODY);
        String subject = document.get(Fields.STORED_SUBJECT);
        return Snippets.start(body != null ? body : subject != null ? subject : "");
    }
}

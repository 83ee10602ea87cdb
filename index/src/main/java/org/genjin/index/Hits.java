package org.genjin.index;

import java.util.List;
import org.apache.lucene.document.Document;
import org.genjin.index.Marks.Mark;
import org.genjin.index.SearchResult.Hit;
import org.genjin.index.SearchResult.Snippet;
import org.jspecify.annotations.Nullable;

/** Makes hits of documents: where in the message the words are, and what stands around them. For one search, one thread. */
final class Hits {

    private static final int LOOK_AT = 300_000;

    private final List<Wanted> wanted;
    private final Stems stems;
    private final Marks marks;

    Hits(List<Wanted> wanted, Stems stems) {
        this.wanted = wanted;
        this.stems = stems;
        this.marks = new Marks(wanted);
    }

    /**
     * A text of the message.
     *
     * @param field that has its words
     * @param in as hits name it
     * @param place in an attachment where it begins; "" for none
     */
    private record Where(String field, String in, String place) {
        Where(String field, String in) {
            this(field, in, "");
        }
    }

    private record Found(String text, List<Mark> marks, int count, Where where) {
        String in() {
            return where.in() + Places.of(where.place(), text, Snippets.first(marks));
        }
    }

    /** @param more hits of the same conversation */
    Hit of(Document document, int more) {
        Found best = wanted.isEmpty() ? null : best(document, false);
        if (best == null && !wanted.isEmpty()) {
            best = best(document, true);
        }
        Snippet snippet = best == null ? beginning(document) : Snippets.of(best.text(), best.marks());
        String in = best == null ? "" : best.in();
        return new Hit(Long.parseLong(document.get(Fields.ROW)), document.get(Fields.KEY), snippet, in, more);
    }

    /** The text where more of what was looked for is; the earlier one where it is as much. */
    private @Nullable Found best(Document document, boolean closely) {
        String iso = document.get(Fields.LANGUAGE);
        Stems.Language language = iso == null ? null : stems.of(iso);
        Found best = better(null, document.get(Fields.STORED_SUBJECT), new Where("subject", "subject"), language, closely);
        best = better(best, document.get(Fields.STORED_BODY), new Where("text", "body"), language, closely);
        for (String part : document.getValues(Fields.STORED_PART)) {
            int name = part.indexOf(Documents.SEPARATOR);
            int place = part.indexOf(Documents.SEPARATOR, name + 1);
            String text = place + 1 == part.length() ? part.substring(0, name) : part.substring(place + 1);
            String at = part.substring(name + 1, place);
            best = better(best, text, new Where("attachment", "attachment:" + part.substring(0, name), at), language, closely);
        }
        best = better(best, document.get(Fields.STORED_QUOTED), new Where("quoted", "quoted"), language, closely);
        best = better(best, document.get(Fields.STORED_SIGNATURE), new Where("quoted", "signature"), null, closely);
        return better(best, document.get(Fields.STORED_PEOPLE), new Where("people", "people"), null, closely);
    }

    private @Nullable Found better(
            @Nullable Found best, @Nullable String text, Where where, Stems.@Nullable Language language, boolean closely) {
        if (text == null || (best != null && best.count() == wanted.size())) {
            return best;
        }
        String looked = text.length() > LOOK_AT ? text.substring(0, LOOK_AT) : text;
        List<Mark> found = closely ? marks.everywhere(looked, where.field(), language) : marks.near(looked, where.field(), language);
        int count = Snippets.found(found);
        return count == 0 || (best != null && best.count() >= count) ? best : new Found(looked, found, count, where);
    }

    private static Snippet beginning(Document document) {
        String body = document.get(Fields.STORED_BODY);
        String subject = document.get(Fields.STORED_SUBJECT);
        return Snippets.start(body != null ? body : subject != null ? subject : "");
    }
}

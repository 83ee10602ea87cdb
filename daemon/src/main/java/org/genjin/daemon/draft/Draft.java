package org.genjin.daemon.draft;

import java.text.BreakIterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.genjin.daemon.outbox.Mailto;

/**
 * A suggested answer, to be read over and sent by the rep.
 *
 * @param inReplyTo the Message-ID of the mail that it answers, in angle brackets; "" if it answers none
 * @param greeting "" if there is none
 * @param text what it says
 * @param closing "" if there is none
 */
public record Draft(Language language, String to, String subject, String inReplyTo, String greeting, String text, String closing) {

    /** Windows hands no longer links to a mail program. */
    static final int LONGEST_LINK = 2000;

    private static final int LONGEST_SUBJECT = 120;

    public String body() {
        return joined(greeting, text, closing);
    }

    /** Opens it in the rep's own program; what would make the link too long is left out from the end, by the sentence. */
    public String link() {
        String rest = text;
        for (String body : List.of(body(), joined(greeting, text), text)) {
            if (link(body).length() <= LONGEST_LINK) {
                return link(body);
            }
        }
        while (!rest.isEmpty() && link(rest).length() > LONGEST_LINK) {
            rest = withoutLastSentence(rest);
        }
        return link(rest);
    }

    private String link(String body) {
        // A Message-ID so long that nothing else would fit is left out: the subject holds the thread together as well.
        return Mailto.to(to)
                .with("subject", subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT).strip() : subject)
                .with("In-Reply-To", inReplyTo.length() > LONGEST_LINK / 4 ? "" : inReplyTo)
                .with("body", body)
                .toString();
    }

    private String withoutLastSentence(String words) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(language.locale());
        sentences.setText(words);
        sentences.last();
        int begin = sentences.previous();
        return begin == BreakIterator.DONE ? "" : words.substring(0, begin).strip();
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(it -> !it.isEmpty()).collect(Collectors.joining("\n\n"));
    }
}

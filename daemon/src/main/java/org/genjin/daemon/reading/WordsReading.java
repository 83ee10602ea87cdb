package org.genjin.daemon.reading;

import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages by rules on their text: a mail's new words, what it quotes and its signature; a chat's entry is all new.
 * The words are the HTML's where the plain part is a mere stub. What the form that is not taken says beyond the other is
 * kept beside them.
 */
public final class WordsReading implements MessageReading {

    private static final int STUB = 4;

    private final QuoteSplit quotes = new QuoteSplit();
    private final SignatureSplit signatures = new SignatureSplit();
    private final Languages languages = new Languages();

    @Override
    public Reading read(Message message) {
        Message.Body body = message.body();
        // What is said on a platform and came by mail is written as mails are.
        if (message.channel() != Channel.EMAIL && message.messageId() == null) {
            String words = clean(body.plain());
            return new Reading(words, clean(body.quoted()), "", languages.of(words));
        }
        String plain = clean(body.plain());
        Reading own = body.html() == null ? split(plain, "") : both(plain, body.html());
        String beside = clean(body.quoted());
        if (beside.isBlank()) {
            return own;
        }
        String quoted = (own.quoted() + "\n\n" + beside).strip();
        String language = own.language().isEmpty() && own.text().isBlank() ? languages.of(beside) : own.language();
        return new Reading(own.text(), quoted, own.signature(), own.also(), language, null, null);
    }

    private Reading both(String plain, String html) {
        HtmlText.Parts parts = HtmlText.parts(html);
        String seen = clean(parts.fresh() + "\n" + parts.quoted());
        boolean stub = plain.length() * STUB < parts.fresh().length() + parts.quoted().length();
        if (!stub && !plain.isBlank()) {
            Reading read = split(plain, "");
            // What only the HTML marks as quoted is told from new words there alone.
            return read.quoted().isEmpty() && !parts.quoted().isEmpty()
                    ? also(split(parts), Unsaid.of(seen, plain))
                    : also(read, Unsaid.of(plain, seen));
        }
        return also(split(parts), plain.isBlank() ? "" : Unsaid.of(seen, plain));
    }

    private static Reading also(Reading read, String also) {
        return new Reading(read.text(), read.quoted(), read.signature(), also, read.language(), null, null);
    }

    private Reading split(HtmlText.Parts parts) {
        String fresh = clean(parts.fresh());
        String quoted = clean(parts.quoted());
        return fresh.isBlank() ? split(quoted, "") : split(fresh, quoted);
    }

    private Reading split(String text, String alreadyQuoted) {
        QuoteSplit.Parts parts = quotes.split(text);
        SignatureSplit.Parts fresh = signatures.split(parts.fresh());
        String quoted = (parts.quoted() + "\n\n" + alreadyQuoted).strip();
        String language = languages.of(fresh.words());
        return new Reading(fresh.words(), quoted, fresh.signature(), language.isEmpty() ? languages.of(quoted) : language);
    }

    private static String clean(@Nullable String text) {
        return text == null ? "" : text.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
    }
}

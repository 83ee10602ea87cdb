package org.genjin.daemon.reading;

import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages by rules on their text: a mail's new words, what it quotes and its signature; a chat's entry is all new.
 * The words are the HTML's where the plain part is a mere stub.
 */
public final class WordsReading implements MessageReading {

    private static final int STUB = 4;

    private final QuoteSplit quotes = new QuoteSplit();
    private final SignatureSplit signatures = new SignatureSplit();
    private final Languages languages = new Languages();

    @Override
    public Reading read(Message message) {
        Message.Body body = message.body();
        if (message.channel() != Channel.EMAIL) {
            String words = clean(body.plain());
            return new Reading(words, clean(body.quoted()), "", languages.of(words));
        }
        String html = body.html();
        String plain = clean(body.plain());
        if (html == null) {
            return split(plain, "");
        }
        HtmlText.Parts parts = HtmlText.parts(html);
        boolean stub = plain.length() * STUB < parts.fresh().length() + parts.quoted().length();
        if (!stub && !plain.isBlank()) {
            Reading read = split(plain, "");
            // What only the HTML marks as quoted is told from new words there alone.
            return read.quoted().isEmpty() && !parts.quoted().isEmpty() ? split(parts) : read;
        }
        return split(parts);
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

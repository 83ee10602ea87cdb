package org.genjin.daemon.reading;

import java.util.List;
import java.util.Set;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.genjin.daemon.reading.contact.PersonName;
import org.genjin.daemon.reading.contact.SignatureSplit;
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
        Message.Participant author = message.author();
        Set<String> writer = author == null ? Set.of() : PersonName.words(author.name(), author.address());
        Reading own = body.html() == null ? split(plain, "", writer) : both(plain, body.html(), writer);
        String beside = clean(body.quoted());
        if (beside.isBlank()) {
            return own;
        }
        String quoted = (own.quoted() + "\n\n" + beside).strip();
        String language = own.language().isEmpty() && own.text().isBlank() ? languages.of(beside) : own.language();
        return new Reading(own.text(), quoted, own.signature(), own.also(), language, null, null);
    }

    private Reading both(String plain, String html, Set<String> writer) {
        HtmlText.Parts parts = HtmlText.parts(html);
        String seen = clean(parts.fresh() + "\n" + parts.quoted());
        boolean stub = plain.length() * STUB < parts.fresh().length() + parts.quoted().length();
        if (!stub && !plain.isBlank()) {
            Reading read = split(plain, "", writer);
            // What only the HTML marks as quoted is told from new words there alone.
            return read.quoted().isEmpty() && !parts.quoted().isEmpty()
                    ? also(split(parts, writer), Unsaid.of(seen, plain))
                    : also(read, Unsaid.of(plain, seen));
        }
        return also(split(parts, writer), plain.isBlank() ? "" : Unsaid.of(seen, plain));
    }

    private static Reading also(Reading read, String also) {
        return new Reading(read.text(), read.quoted(), read.signature(), also, read.language(), null, null);
    }

    private Reading split(HtmlText.Parts parts, Set<String> writer) {
        String fresh = clean(parts.fresh());
        String quoted = clean(parts.quoted());
        return fresh.isBlank() ? split(quoted, "", writer) : split(fresh, quoted, writer);
    }

    private Reading split(String text, String alreadyQuoted, Set<String> writer) {
        QuoteSplit.Parts parts = quotes.split(text);
        List<String> lines = Lines.of(parts.fresh());
        int start = signatures.start(lines, writer);
        String words = Lines.join(lines, 0, start);
        String signature = Lines.join(lines, start, lines.size());
        String quoted = (parts.quoted() + "\n\n" + alreadyQuoted).strip();
        String language = languages.of(words);
        return new Reading(words, quoted, signature, language.isEmpty() ? languages.of(quoted) : language);
    }

    private static String clean(@Nullable String text) {
        return text == null ? "" : text.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
    }
}

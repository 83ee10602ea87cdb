package org.genjin.daemon.reading;

import java.util.List;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.genjin.daemon.reading.contact.CardReading;
import org.genjin.daemon.reading.contact.SignatureSplit;
import org.genjin.daemon.reading.contact.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages by rules on their text: a mail's new words, what it quotes and its signature; a chat's entry is all new.
 * The words are the HTML's where the plain part is a mere stub. What the form that is not taken says beyond the other is
 * kept beside them.
 */
public final class WordsReading implements MessageReading {

    private static final int STUB = 4;

    private final QuoteHeader header = new QuoteHeader();
    private final QuoteSplit quotes = new QuoteSplit(header);
    private final ForwardedReading forwards = new ForwardedReading(header);
    private final SignatureSplit signatures = new SignatureSplit();
    private final CardReading cards = new CardReading();
    private final Languages languages = new Languages();

    /** Parts of a mail's words. */
    private record Parts(String words, String quoted, List<String> signature) {}

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
        Writer writer = author == null ? Writer.UNKNOWN : Writer.of(author.address(), author.name());
        HtmlText.Parts html = body.html() == null ? null : HtmlText.parts(body.html());
        Parts parts = html == null ? split(plain, writer) : both(plain, html, writer);
        String quoted = joined(parts.quoted(), clean(body.quoted()));
        String language = languages.of(parts.words());
        String spoken = language.isEmpty() ? languages.of(quoted) : language;
        return new Reading(
                parts.words(), quoted, String.join("\n", parts.signature()), html == null ? "" : unsaid(plain, html), spoken,
                cards.read(parts.signature(), writer, spoken), forwarded(message, parts));
    }

    /** Of what stands in the mail's own words, else of a mail that is attached to it as a whole. */
    private @Nullable Forwarded forwarded(Message message, Parts parts) {
        Forwarded within = forwards.of(message.subject(), parts.quoted());
        String attached = clean(message.body().quoted());
        return within != null || message.auto() || attached.isEmpty() ? within : forwards.of("Fwd:", attached);
    }

    /** The plain words are taken, parted where the HTML says; the HTML's where the plain part is a mere stub or parts nothing. */
    private Parts both(String plain, HtmlText.Parts html, Writer writer) {
        if (isStub(plain, html)) {
            return split(html, writer);
        }
        if (!html.quoted().isEmpty()) {
            int end = Letters.endOfSame(clean(html.fresh()), plain);
            if (end >= 0) {
                Parts above = split(plain.substring(0, end), writer);
                return new Parts(above.words(), joined(above.quoted(), QuoteSplit.allQuoted(plain.substring(end))), above.signature());
            }
        }
        Parts read = split(plain, writer);
        return read.quoted().isEmpty() && !html.quoted().isEmpty() ? split(html, writer) : read;
    }

    private static boolean isStub(String plain, HtmlText.Parts html) {
        return plain.isBlank() || plain.length() * STUB < html.fresh().length() + html.quoted().length();
    }

    private Parts split(HtmlText.Parts html, Writer writer) {
        String fresh = clean(html.fresh());
        String quoted = clean(html.quoted());
        if (fresh.isBlank()) {
            return split(quoted, writer);
        }
        Parts parts = split(fresh, writer);
        return new Parts(parts.words(), joined(parts.quoted(), quoted), parts.signature());
    }

    private Parts split(String text, Writer writer) {
        QuoteSplit.Parts parts = quotes.split(text);
        List<String> lines = Lines.of(parts.fresh());
        int start = signatures.start(lines, writer);
        return new Parts(Lines.join(lines, 0, start), parts.quoted(), Lines.of(Lines.join(lines, start, lines.size())));
    }

    /** What only the form that was not taken says. */
    private static String unsaid(String plain, HtmlText.Parts html) {
        String seen = clean(html.fresh() + "\n" + html.quoted());
        if (plain.isBlank() || Letters.areSame(plain, seen)) {
            return "";
        }
        return isStub(plain, html) ? Unsaid.of(seen, plain) : Unsaid.of(plain, seen);
    }

    private static String joined(String one, String other) {
        return one.isEmpty() ? other.strip() : other.isBlank() ? one : one + "\n\n" + other.strip();
    }

    private static String clean(@Nullable String text) {
        return text == null ? "" : text.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
    }
}

package org.genjin.connectors.mime;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Content;
import org.genjin.connectors.MailReader;
import org.genjin.connectors.Message;
import org.genjin.connectors.Message.Participant;
import org.genjin.connectors.Message.Told;
import org.jspecify.annotations.Nullable;

/**
 * Reads mails (RFC 5322, MIME of RFC 2045 to 2049) as they are really sent. No input makes it fail but one that is no mail
 * at all; what had to be guessed or left out is said in {@link Message#problem}. Thread-safe, no state.
 */
public final class MimeReader implements MailReader {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration CLOCKS_APART = Duration.ofDays(1);
    /** Between Date and Received: a copied mail may have older lines of Received than it says, but not by that much. */
    private static final Duration CLOCK_IS_WRONG = Duration.ofDays(5 * 365);

    /** Fields that rules look at beyond those with a place of their own in {@link Message}. */
    private static final List<String> KEPT = List.of(
            "x-genjin-mail", "reply-to", "sender", "list-id", "delivered-to", "auto-submitted",
            "x-original-from", "content-language", "x-linkedin-class", "x-gmail-labels", "x-gm-thrid");

    /** One of these must be there, or it is no mail. */
    private static final List<String> TELLING = List.of(
            "from", "to", "subject", "date", "received", "message-id", "return-path", "mime-version", "content-type", "cc",
            "bcc", "delivered-to", "sender", "reply-to", "content-transfer-encoding");

    @Override
    public Message read(Content raw, String locator, @Nullable Instant receivedAt) throws UnreadableMail {
        EntityParser.Parsed parsed = EntityParser.parse(MailBytes.clean(bytes(raw)));
        Entity root = parsed.root();
        Headers headers = root.headers();
        if (TELLING.stream().noneMatch(headers::has)) {
            throw new UnreadableMail("It does not begin with the header of a mail (From:, Date:, Subject: …).", null);
        }
        MailParts parts = MailParts.of(root);
        List<String> problems = new ArrayList<>();
        if (parsed.cut() != null) {
            problems.add(parsed.cut());
        }
        problems.addAll(parts.problems());
        problems.addAll(oddities(headers));
        Instant sentAt = sentAt(headers, receivedAt, problems);
        Participant from = people(headers, "from").stream().findFirst().orElse(null);
        List<Participant> to = people(headers, "to");
        List<Participant> cc = people(headers, "cc");
        Message.Body body = parts.body();
        List<Message.Attachment> attachments = parts.attachments();
        parts.report().readHeader(headers);
        Optional<String> messageId = MailIdentity.messageId(headers);
        String subject = headers.text("subject");
        String address = from == null ? null : from.address();
        return new Message(
                messageId.map(MailIdentity::key).orElseGet(() -> StableParts.key(
                        headers.raw("date").map(it -> MailDate.parse(it).map(Instant::toString).orElse(it.strip())).orElse(""),
                        from, Stream.concat(to.stream(), cc.stream()).toList(), subject, body, attachments)),
                Message.Kind.MESSAGE,
                Channel.EMAIL,
                locator,
                messageId.orElse(null),
                sentAt,
                null,
                from,
                to,
                cc,
                Message.Speaker.UNKNOWN,
                null,
                null,
                subject,
                body,
                ids(headers, "in-reply-to"),
                ids(headers, "references"),
                Automatic.bulk(headers, address),
                Automatic.auto(root, address, parts, body),
                attachments,
                kept(headers, from, parts.report(), Author.of(headers, from, parts.certifiedHeaders())),
                raw,
                problems.isEmpty() ? null : String.join(" ", problems));
    }

    private static List<String> oddities(Headers headers) {
        List<String> odd = new ArrayList<>();
        for (String name : List.of("From", "Subject", "Message-ID", "Date")) {
            if (headers.isContradictory(name.toLowerCase(Locale.ROOT))) {
                odd.add("The mail has more than one " + name + "; the first is used.");
            }
        }
        if (headers.text("x-unsent").equals("1")) {
            odd.add("The mail is a draft that was not sent.");
        }
        return odd;
    }

    private static byte[] bytes(Content raw) throws UnreadableMail {
        try (InputStream in = raw.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UnreadableMail("Its bytes cannot be read: " + e.getMessage(), e);
        }
    }

    private static @Nullable Instant sentAt(Headers headers, @Nullable Instant receivedAt, List<String> problems) {
        Optional<Instant> date = headers.all("date").stream().flatMap(it -> MailDate.parse(it).stream()).findFirst();
        Instant relayed = headers.raw("received").flatMap(MimeReader::stamp)
                .filter(it -> isBelievable(it, receivedAt, CLOCKS_APART))
                .orElse(receivedAt);
        boolean believable = date.isPresent()
                && isBelievable(date.get(), receivedAt, CLOCKS_APART)
                && isBelievable(date.get(), relayed, CLOCK_IS_WRONG);
        if (believable) {
            return date.get();
        }
        Instant instead = date.isPresent() && receivedAt != null ? receivedAt : relayed;
        problems.add((date.isPresent() ? "The mail's own date cannot be right" : "The mail has no date that can be read")
                + (instead == null ? "." : "; the server's is used."));
        return instead == null ? date.orElse(null) : instead;
    }

    /** @param received when a server had it; null if none says so */
    private static boolean isBelievable(Instant date, @Nullable Instant received, Duration tolerance) {
        return !date.isBefore(EARLIEST) && (received == null || !date.isAfter(received.plus(tolerance)));
    }

    /** The date behind the last semicolon of a Received field (RFC 5321 section 4.4). */
    private static Optional<Instant> stamp(String received) {
        return MailDate.parse(received.substring(received.lastIndexOf(';') + 1));
    }

    private static List<Participant> people(Headers headers, String name) {
        List<Participant> people = new ArrayList<>();
        for (String raw : name.equals("from") ? headers.raw(name).stream().toList() : headers.all(name)) {
            people.addAll(Addresses.parse(raw, headers.charset()));
        }
        return people;
    }

    private static List<String> ids(Headers headers, String name) {
        return headers.raw(name).map(MailIdentity::ids).orElse(List.of());
    }

    private static Map<String, String> kept(
            Headers headers, @Nullable Participant from, Report report, Optional<Participant> author) {
        Map<String, String> kept = new HashMap<>();
        for (String name : KEPT) {
            String value = headers.text(name);
            if (!value.isEmpty()) {
                kept.put(name, value.length() > 500 ? value.substring(0, 500) : value);
            }
        }
        kept.putAll(report.told());
        headers.all("date").stream().flatMap(it -> MailDate.written(it).stream()).findFirst()
                .ifPresent(it -> kept.put(Told.OFFSET, it.getOffset().getId()));
        author.ifPresent(it -> told(kept, it, Told.AUTHOR_ADDRESS, Told.AUTHOR_NAME));
        headers.raw("reply-to").map(it -> Addresses.parse(it, headers.charset())).stream().flatMap(List::stream)
                .filter(it -> it.address() != null && (from == null || !it.address().equals(from.address())))
                .findFirst()
                .ifPresent(it -> told(kept, it, Told.REPLY_ADDRESS, Told.REPLY_NAME));
        return kept;
    }

    private static void told(Map<String, String> kept, Participant who, String address, String name) {
        if (who.address() != null) {
            kept.put(address, who.address());
        }
        if (who.name() != null) {
            kept.put(name, who.name());
        }
    }
}

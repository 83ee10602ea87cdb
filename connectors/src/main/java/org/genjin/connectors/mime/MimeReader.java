package org.genjin.connectors.mime;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Content;
import org.genjin.connectors.MailReader;
import org.genjin.connectors.Message;
import org.genjin.connectors.Message.Participant;
import org.jspecify.annotations.Nullable;

/**
 * Reads mails (RFC 5322, MIME of RFC 2045 to 2049) as they are really sent. No input makes it fail but one that is no mail
 * at all; what had to be guessed or left out is said in {@link Message#problem}. Thread-safe, no state.
 */
public final class MimeReader implements MailReader {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration CLOCKS_APART = Duration.ofDays(1);

    /** Fields that rules look at beyond those with a place of their own in {@link Message}. */
    private static final List<String> KEPT = List.of(
            "x-genjin-digest", "x-genjin-round", "reply-to", "sender", "list-id", "delivered-to", "auto-submitted",
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
        if (parts.encrypted()) {
            problems.add("The mail is encrypted; its words cannot be read.");
        }
        if (headers.text("x-unsent").equals("1")) {
            problems.add("The mail is a draft that was not sent.");
        }
        Instant sentAt = sentAt(headers, receivedAt, problems);
        List<Participant> authors = people(headers, "from");
        Participant from = authors.isEmpty() ? null : authors.getFirst();
        Optional<String> messageId = MailIdentity.messageId(headers);
        String address = from == null ? null : from.address();
        List<Participant> recipients = new ArrayList<>(people(headers, "to"));
        recipients.addAll(people(headers, "cc"));
        return new Message(
                messageId.map(MailIdentity::key).orElseGet(() -> StableParts.key(
                        headers.raw("date").map(it -> MailDate.parse(it).map(Instant::toString).orElse(it.strip())).orElse(""),
                        from, recipients, headers.text("subject"), parts.body(), parts.attachments())),
                Message.Kind.MESSAGE,
                Channel.EMAIL,
                locator,
                messageId.orElse(null),
                sentAt,
                null,
                from,
                people(headers, "to"),
                people(headers, "cc"),
                Message.Speaker.UNKNOWN,
                null,
                null,
                headers.text("subject"),
                parts.body(),
                ids(headers, "in-reply-to"),
                ids(headers, "references"),
                Automatic.bulk(headers, address),
                Automatic.auto(root, address, parts.answersInvitation()),
                parts.attachments(),
                kept(headers),
                raw,
                problems.isEmpty() ? null : String.join(" ", problems));
    }

    private static byte[] bytes(Content raw) throws UnreadableMail {
        try (InputStream in = raw.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UnreadableMail("Its bytes cannot be read: " + e.getMessage(), e);
        }
    }

    private static @Nullable Instant sentAt(Headers headers, @Nullable Instant receivedAt, List<String> problems) {
        Optional<Instant> date = headers.raw("date").flatMap(MailDate::parse);
        if (date.isPresent() && isBelievable(date.get(), receivedAt)) {
            return date.get();
        }
        Optional<Instant> relayed = headers.raw("received").flatMap(MimeReader::stamp).filter(it -> isBelievable(it, receivedAt));
        Instant instead = receivedAt != null && date.isPresent() ? receivedAt : relayed.orElse(receivedAt);
        problems.add(
                date.isPresent()
                        ? "The mail's own date cannot be right; the server's is used."
                        : "The mail has no date that can be read" + (instead == null ? "." : "; the server's is used."));
        return instead;
    }

    private static boolean isBelievable(Instant date, @Nullable Instant receivedAt) {
        return !date.isBefore(EARLIEST) && (receivedAt == null || !date.isAfter(receivedAt.plus(CLOCKS_APART)));
    }

    /** The date behind the last semicolon of a Received field (RFC 5321 section 4.4). */
    private static Optional<Instant> stamp(String received) {
        return MailDate.parse(received.substring(received.lastIndexOf(';') + 1));
    }

    private static List<Participant> people(Headers headers, String name) {
        List<Participant> people = new ArrayList<>();
        for (String raw : name.equals("from") ? headers.raw(name).stream().toList() : headers.all(name)) {
            people.addAll(Addresses.parse(raw));
        }
        return people;
    }

    private static List<String> ids(Headers headers, String name) {
        return headers.raw(name).map(MailIdentity::ids).orElse(List.of());
    }

    private static Map<String, String> kept(Headers headers) {
        Map<String, String> kept = new HashMap<>();
        for (String name : KEPT) {
            String value = headers.text(name);
            if (!value.isEmpty()) {
                kept.put(name, value.length() > 500 ? value.substring(0, 500) : value);
            }
        }
        return kept;
    }
}

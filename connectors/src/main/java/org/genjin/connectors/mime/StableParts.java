package org.genjin.connectors.mime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.genjin.connectors.Message;
import org.genjin.connectors.MessageKey;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * The key of a mail without a Message-ID: of who wrote it to whom and when, its subject and its words. Programs that export mail
 * order its header anew, end its lines otherwise and encode its parts otherwise; none of that is in it.
 */
final class StableParts {

    private StableParts() {}

    /** @param date what the mail itself says of when it was written; "" if nothing */
    static MessageKey key(
            String date,
            Message.@Nullable Participant from,
            List<Message.Participant> to,
            String subject,
            Message.Body body,
            List<Message.Attachment> attachments) {
        MessageDigest digest = sha256();
        put(digest, date);
        put(digest, from == null ? "" : known(from));
        TreeSet<String> people = new TreeSet<>();
        to.forEach(it -> people.add(known(it)));
        put(digest, String.join(" ", people));
        put(digest, letters(subject));
        String words = letters(words(body));
        put(digest, words);
        if (words.isEmpty()) {
            attachments.forEach(it -> put(digest, it.name() + it.size()));
        }
        return new MessageKey("mail:" + HexFormat.of().formatHex(digest.digest()));
    }

    private static String known(Message.Participant person) {
        String address = person.address();
        return address != null ? address : letters(Objects.requireNonNullElse(person.name(), ""));
    }

    private static String words(Message.Body body) {
        String html = body.html();
        return body.plain().isBlank() && html != null ? Jsoup.parse(html).text() : body.plain();
    }

    /** Marks and blanks are what programs change. */
    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    private static void put(MessageDigest digest, String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package org.genjin.connectors.mime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.connectors.MessageKey;

/** Message-IDs, and the key by which a mail is known wherever it is seen. */
final class MailIdentity {

    private static final int LONGEST_KEY = 95;
    private static final int LONGEST_ID = 200;
    private static final Pattern BRACKETED = Pattern.compile("<([^<>]*)>");

    private MailIdentity() {}

    /** Normalised, with angle brackets; empty if it is missing or absurd. */
    static Optional<String> messageId(Headers headers) {
        return headers.raw("message-id").flatMap(raw -> ids(raw).stream().findFirst());
    }

    /** Each usable Message-ID of a header. */
    static List<String> ids(String raw) {
        String text = HeaderText.unfold(raw);
        List<String> ids = new ArrayList<>();
        Matcher matcher = BRACKETED.matcher(text);
        while (matcher.find() && ids.size() < 1000) {
            normalised(matcher.group(1)).ifPresent(ids::add);
        }
        if (ids.isEmpty() && text.indexOf('<') < 0) {
            for (String word : text.strip().split("[\\s,]+", -1)) {
                if (word.indexOf('@') > 0) {
                    normalised(word).ifPresent(ids::add);
                }
            }
        }
        return ids;
    }

    private static Optional<String> normalised(String inside) {
        String id = inside.replaceAll("\\s+", "");
        boolean absurd = id.length() < 3 || id.length() > LONGEST_ID || (id.indexOf('@') < 0 && id.length() < 12);
        return absurd ? Optional.empty() : Optional.of("<" + id + ">");
    }

    /** @param messageId normalised */
    static MessageKey key(String messageId) {
        String id = messageId.substring(1, messageId.length() - 1);
        boolean plain = id.length() <= LONGEST_KEY && id.chars().allMatch(c -> c > 32 && c < 127);
        return new MessageKey("mail:" + (plain ? id : hex(digest(id.getBytes(StandardCharsets.UTF_8)))));
    }

    private static byte[] digest(byte[] bytes) {
        return sha256().digest(bytes);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

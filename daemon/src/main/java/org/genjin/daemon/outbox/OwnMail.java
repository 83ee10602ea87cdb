package org.genjin.daemon.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.genjin.daemon.ledger.OutboxTable;

/** A mail of Genjin's as the bytes that are sent (RFC 5322): from the owner, to the owner, marked as ours. Thread-safe. */
public final class OwnMail {

    /** Bears the Message-ID that we wrote, as some servers put another in its place. */
    public static final String HEADER = "X-Genjin-Mail";

    /** What {@link #token} looks like in a text. */
    public static final Pattern TOKEN = Pattern.compile("(?<![a-z0-9.])[a-z]\\.[a-z0-9]{0,16}\\.[0-9a-f]{20}(?![0-9a-z])");

    private static final String DOMAIN = "@genjin.local";
    private static final int TAG = 20;
    private static final int READABLE = 16;

    private final byte[] key;

    /** @param key of this home: only it can make the Message-IDs of its mails */
    public OwnMail(byte[] key) {
        this.key = key.clone();
    }

    /**
     * What is said.
     *
     * @param headers further ones, such as In-Reply-To
     */
    public record Letter(String subject, String text, String html, Map<String, String> headers) {
        public Letter {
            headers = Map.copyOf(headers);
        }
    }

    /** The same for the same occasion, so that a mail sent twice by mistake would be one message. */
    public String messageId(String owner, OutboxTable.Kind kind, String occasion) {
        String readable = occasion.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return "<" + kind.id().charAt(0) + "." + readable.substring(0, Math.min(READABLE, readable.length())) + "."
                + tag(kind.id() + "|" + owner + "|" + occasion) + DOMAIN + ">";
    }

    /**
     * What names a mail where its Message-ID cannot be: in the subject of a mail that a link opens, in the address of a page.
     * {@link #messageIdOf} gives the Message-ID back.
     */
    public static String token(String messageId) {
        return messageId.substring(1, messageId.length() - DOMAIN.length() - 1);
    }

    public static String messageIdOf(String token) {
        return "<" + token + DOMAIN + ">";
    }

    byte[] write(String owner, String messageId, Instant at, Letter letter) {
        try {
            Fixed message = new Fixed(messageId);
            InternetAddress self = new InternetAddress(owner);
            message.setFrom(self);
            message.setRecipient(MimeMessage.RecipientType.TO, self);
            message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(at));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader(HEADER, messageId);
            message.setHeader("List-Id", "Genjin <digest.genjin.local>");
            for (Map.Entry<String, String> it : letter.headers().entrySet()) {
                message.setHeader(it.getKey(), it.getValue());
            }
            MimeMultipart both = new MimeMultipart("alternative");
            both.addBodyPart(part(letter.text(), "plain"));
            both.addBodyPart(part(letter.html(), "html"));
            message.setContent(both);
            message.saveChanges();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException e) {
            throw new IllegalArgumentException("a mail to " + owner + " cannot be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private String tag(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] tag = mac.doFinal(text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(tag).substring(0, TAG);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** A message whose id is ours, not the library's. */
    private static final class Fixed extends MimeMessage {

        private final String id;

        Fixed(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}

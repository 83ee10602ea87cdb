package org.genjin.daemon.reminder;

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
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Properties;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A digest as the bytes that are sent (RFC 5322): from the owner, to the owner, marked as ours. */
final class DigestMime {

    private static final int TAG = 20;

    private final byte[] key;

    /** @param key of this home: only it can make the Message-IDs of its digests */
    @SuppressWarnings("ArrayRecordComponent")
    DigestMime(byte[] key) {
        this.key = key.clone();
    }

    /** The same for the same owner and date, so that a digest sent twice by mistake would be one message. */
    String messageId(String owner, LocalDate date) {
        return "<d." + DateTimeFormatter.BASIC_ISO_DATE.format(date) + "." + tag(owner + "|" + date) + "@genjin.local>";
    }

    byte[] write(String owner, LocalDate date, Instant at, DigestMail mail, String text, String html) {
        try {
            Fixed message = new Fixed(messageId(owner, date));
            InternetAddress self = new InternetAddress(owner);
            message.setFrom(self);
            message.setRecipient(MimeMessage.RecipientType.TO, self);
            message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(at));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Genjin-Digest", date.toString());
            message.setHeader("List-Id", "Genjin <digest.genjin.local>");
            MimeMultipart both = new MimeMultipart("alternative");
            both.addBodyPart(part(text, "plain"));
            both.addBodyPart(part(html, "html"));
            message.setContent(both);
            message.saveChanges();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException e) {
            throw new IllegalArgumentException("a digest to " + owner + " cannot be written", e);
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

package org.genjin.daemon;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/** Builds a mail that is complete from the start; a test says only what matters. */
final class Mails {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);

    private static int count;

    private String from = "Kim <kim@acme.example>";
    private String to = "li@factory.example";
    private String subject = "Flanges";
    private String text = "Please quote.";
    private String id = "<m" + ++count + "@acme.example>";
    private String extra = "";
    private Instant at = Instant.parse("2026-03-02T02:00:00Z");
    private String fileName = "";
    private byte[] file = {};

    private Mails() {}

    static Mails mail() {
        return new Mails();
    }

    Mails from(String from) {
        this.from = from;
        return this;
    }

    Mails to(String to) {
        this.to = to;
        return this;
    }

    Mails subject(String subject) {
        this.subject = subject;
        return this;
    }

    Mails text(String text) {
        this.text = text;
        return this;
    }

    Mails id(String id) {
        this.id = id;
        return this;
    }

    Mails header(String line) {
        this.extra += line + "\r\n";
        return this;
    }

    Mails at(String instant) {
        this.at = Instant.parse(instant);
        return this;
    }

    Mails attach(String name, byte[] bytes) {
        this.fileName = name;
        this.file = bytes;
        return this;
    }

    Instant at() {
        return at;
    }

    byte[] bytes() {
        String head = "From: " + from + "\r\nTo: " + to + "\r\nSubject: " + subject + "\r\nDate: "
                + DATE.format(at.atOffset(ZoneOffset.UTC)) + "\r\nMessage-ID: " + id + "\r\n" + extra
                + "MIME-Version: 1.0\r\n";
        String body = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + text.replace("\n", "\r\n") + "\r\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (fileName.isEmpty()) {
            out.writeBytes((head + body).getBytes(StandardCharsets.UTF_8));
        } else {
            out.writeBytes((head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + body
                            + "--b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
                            + "Content-Disposition: attachment; filename=\"" + fileName + "\"\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.writeBytes(Base64.getMimeEncoder().encode(file));
            out.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}

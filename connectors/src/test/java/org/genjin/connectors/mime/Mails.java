package org.genjin.connectors.mime;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.genjin.connectors.Content;
import org.genjin.connectors.MailReader.UnreadableMail;
import org.genjin.connectors.Message;

/** Mails written down in tests. */
final class Mails {

    private Mails() {}

    /** With a date, if it has none. */
    static Message read(String mail) throws UnreadableMail {
        String dated = mail.contains("Date:") ? mail : "Date: Mon, 2 Mar 2026 09:00:00 +0800\n" + mail;
        return read(dated.getBytes(StandardCharsets.UTF_8));
    }

    static Message read(byte[] mail) throws UnreadableMail {
        return new MimeReader().read(Content.of(mail), "test", null);
    }

    /** A mail of several parts, each with its own header. */
    static Message mixed(String... parts) throws UnreadableMail {
        return multipart("multipart/mixed", parts);
    }

    static Message multipart(String type, String... parts) throws UnreadableMail {
        return read("From: Kim <kim@acme.example>\nTo: li@factory.example\nSubject: Order 77\nDate: Mon, 2 Mar 2026 09:00:00 +0800\n"
                + body(type, "B", parts));
    }

    /** The header and the parts of a multipart, to be put into another. */
    static String body(String type, String boundary, String... parts) {
        return "Content-Type: " + type + "; boundary=" + boundary + "\n\n--" + boundary + "\n"
                + String.join("\n--" + boundary + "\n", parts) + "\n--" + boundary + "--\n";
    }

    static String plain(String words) {
        return "Content-Type: text/plain; charset=utf-8\n\n" + words + "\n";
    }

    static String html(String html) {
        return "Content-Type: text/html; charset=utf-8\n\n" + html + "\n";
    }

    static List<String> names(Message message) {
        return message.attachments().stream().map(Message.Attachment::name).toList();
    }

    /** What a person would call attachments. */
    static List<String> shown(Message message) {
        return message.attachments().stream().filter(it -> !it.isHidden()).map(Message.Attachment::name).toList();
    }
}

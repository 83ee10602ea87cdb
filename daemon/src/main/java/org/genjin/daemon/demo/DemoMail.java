package org.genjin.daemon.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One mail of the demo.
 *
 * @param rep in whose mailbox it lies
 * @param sent whether it lies in Sent
 * @param answers the Message-IDs before it in its conversation, oldest first
 * @param headers further fields
 */
record DemoMail(
        int rep,
        boolean sent,
        Instant at,
        String id,
        String fromName,
        String from,
        String toName,
        String to,
        String subject,
        String text,
        List<String> answers,
        Map<String, String> headers,
        List<DemoDocuments.Attachment> attachments) {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder();

    DemoMail {
        answers = List.copyOf(answers);
        headers = Map.copyOf(headers);
        attachments = List.copyOf(attachments);
    }

    /** As it lies on a server (RFC 5322). */
    byte[] bytes() {
        StringBuilder head = new StringBuilder();
        field(head, "Date", DATE.format(at.atOffset(ZoneOffset.ofHours(8))));
        field(head, "From", word(fromName) + " <" + from + ">");
        field(head, "To", word(toName) + " <" + to + ">");
        field(head, "Message-ID", id);
        field(head, "Subject", word(subject));
        if (!answers.isEmpty()) {
            field(head, "In-Reply-To", answers.getLast());
            field(head, "References", String.join("\r\n ", answers.subList(Math.max(0, answers.size() - 6), answers.size())));
        }
        headers.forEach((name, value) -> field(head, name, value));
        field(head, "MIME-Version", "1.0");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (attachments.isEmpty()) {
            text(head, out);
            return out.toByteArray();
        }
        String boundary = "=_" + id.replaceAll("[^A-Za-z0-9]", "");
        field(head, "Content-Type", "multipart/mixed; boundary=\"" + boundary + "\"");
        head.append("\r\n--").append(boundary).append("\r\n");
        text(head, out);
        for (DemoDocuments.Attachment it : attachments) {
            out.writeBytes(("\r\n--" + boundary + "\r\nContent-Type: " + it.type() + "\r\nContent-Transfer-Encoding: base64\r\n"
                            + "Content-Disposition: attachment; filename=\"" + it.name() + "\"\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(BASE64.encode(it.bytes()));
        }
        out.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private void text(StringBuilder head, ByteArrayOutputStream out) {
        field(head, "Content-Type", "text/plain; charset=utf-8");
        field(head, "Content-Transfer-Encoding", "base64");
        head.append("\r\n");
        out.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(BASE64.encode(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static void field(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    /** RFC 2047 where it is needed, in pieces of whole characters. */
    private static String word(String text) {
        if (text.chars().allMatch(it -> it >= ' ' && it < 127 && "\"<>@,;:".indexOf(it) < 0)) {
            return text;
        }
        StringBuilder words = new StringBuilder();
        StringBuilder piece = new StringBuilder();
        for (int point : text.codePoints().toArray()) {
            piece.appendCodePoint(point);
            if (piece.toString().getBytes(StandardCharsets.UTF_8).length > 39) {
                encode(piece, words);
            }
        }
        if (!piece.isEmpty()) {
            encode(piece, words);
        }
        return words.toString();
    }

    private static void encode(StringBuilder piece, StringBuilder words) {
        words.append(words.isEmpty() ? "" : "\r\n ").append("=?utf-8?B?")
                .append(Base64.getEncoder().encodeToString(piece.toString().getBytes(StandardCharsets.UTF_8)))
                .append("?=");
        piece.setLength(0);
    }
}

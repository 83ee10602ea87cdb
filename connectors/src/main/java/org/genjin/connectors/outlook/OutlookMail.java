package org.genjin.connectors.outlook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes an Outlook item as the mail it is or was (RFC 5322, MIME). The same item gives the same bytes. */
final class OutlookMail {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});

    private final MapiItem item;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final String boundary;

    private OutlookMail(MapiItem item) {
        this.item = item;
        this.boundary = "=_outlook_" + depth(item) + "_";
    }

    /** @throws OutlookException if it is no message: a contact, a task, a note */
    static byte[] write(MapiItem item) throws OutlookException {
        OutlookMail mail = new OutlookMail(item);
        mail.write();
        return mail.out.toByteArray();
    }

    /** Of items within items; no boundary may begin like that of an inner one. */
    private static int depth(MapiItem item) {
        int deepest = 0;
        for (MapiItem.Attached it : item.attachments()) {
            MapiItem inner = it.item();
            deepest = Math.max(deepest, inner == null ? 0 : 1 + depth(inner));
        }
        return deepest;
    }

    private void write() throws OutlookException {
        String kind = item.messageClass();
        Optional<String> sentence = OutlookKinds.notAMessage(kind);
        if (sentence.isPresent()) {
            throw new OutlookException(sentence.get(), null);
        }
        text(OutlookHeader.of(item));
        text("MIME-Version: 1.0\r\n");
        List<AttachedFile> files = new ArrayList<>();
        for (MapiItem.Attached it : item.attachments()) {
            AttachedFile.of(it).ifPresent(files::add);
        }
        if (kind.contains(".smime") && files.size() == 1) {
            secured(files.getFirst(), kind);
            return;
        }
        OutlookBody body = OutlookBody.of(item.properties());
        Optional<String> calendar = OutlookKinds.calendar(item, kind);
        if (files.isEmpty() && calendar.isEmpty()) {
            words(body);
            return;
        }
        List<AttachedFile> shown = files.stream().filter(it -> body.html().isPresent() && !it.contentId().isEmpty()).toList();
        begin("mixed", 'm');
        next('m');
        if (shown.isEmpty()) {
            words(body);
        } else {
            begin("related", 'r');
            next('r');
            words(body);
            for (AttachedFile it : shown) {
                next('r');
                file(it);
            }
            end('r');
        }
        if (calendar.isPresent()) {
            next('m');
            text("Content-Type: text/calendar; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n");
            base64(calendar.get().getBytes(StandardCharsets.UTF_8));
        }
        for (AttachedFile it : files) {
            if (!shown.contains(it)) {
                next('m');
                file(it);
            }
        }
        end('m');
    }

    /** A signed or encrypted mail is kept by Outlook as one file that is its body, as it was received (MS-OXOSMIME). */
    private void secured(AttachedFile file, String kind) {
        String head = new String(file.bytes(), 0, Math.min(200, file.bytes().length), StandardCharsets.ISO_8859_1);
        boolean withHeader = head.toLowerCase(Locale.ROOT).contains("content-type:");
        if (withHeader) {
            out.writeBytes(file.bytes());
        } else {
            String type = file.mediaType().equals("application/octet-stream") || kind.endsWith(".smime")
                    ? "application/pkcs7-mime" : file.mediaType();
            text("Content-Type: " + type + "; " + MailHeader.parameter("name", "smime.p7m") + "\r\n");
            text("Content-Disposition: attachment; " + MailHeader.parameter("filename", "smime.p7m") + "\r\n");
            text("Content-Transfer-Encoding: base64\r\n\r\n");
            base64(file.bytes());
        }
    }

    private void words(OutlookBody body) {
        if (body.plain().isPresent() && body.html().isPresent()) {
            begin("alternative", 'a');
            next('a');
            text("plain", body.plain().get());
            next('a');
            text("html", body.html().get());
            end('a');
        } else if (body.html().isPresent()) {
            text("html", body.html().get());
        } else {
            text("plain", body.plain().orElse(new MapiProperties.Octets(new byte[0], StandardCharsets.UTF_8)));
        }
    }

    private void text(String subtype, MapiProperties.Octets words) {
        text("Content-Type: text/" + subtype + "; charset=" + words.charset().name().toLowerCase(Locale.ROOT) + "\r\n");
        text("Content-Transfer-Encoding: base64\r\n\r\n");
        base64(words.bytes());
    }

    private void file(AttachedFile file) {
        boolean mail = file.mediaType().equals(AttachedFile.MAIL);
        String disposition = file.contentId().isEmpty() ? "attachment" : "inline";
        text("Content-Type: " + file.mediaType());
        text((file.name().isEmpty() ? "" : "; " + MailHeader.parameter("name", file.name())) + "\r\n");
        text("Content-Disposition: " + disposition);
        text((file.name().isEmpty() ? "" : "; " + MailHeader.parameter("filename", file.name())) + "\r\n");
        if (!file.contentId().isEmpty()) {
            text("Content-ID: <" + file.contentId() + ">\r\n");
        }
        if (mail) {
            text("Content-Transfer-Encoding: 8bit\r\n\r\n");
            out.writeBytes(file.bytes());
            text("\r\n");
        } else {
            text("Content-Transfer-Encoding: base64\r\n\r\n");
            base64(file.bytes());
        }
    }

    private void begin(String subtype, char mark) {
        text("Content-Type: multipart/" + subtype + "; boundary=\"" + boundary + mark + "\"\r\n\r\n");
    }

    private void next(char mark) {
        text("--" + boundary + mark + "\r\n");
    }

    private void end(char mark) {
        text("--" + boundary + mark + "--\r\n");
    }

    private void base64(byte[] bytes) {
        out.writeBytes(LINES.encode(bytes));
        text("\r\n");
    }

    private void text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}

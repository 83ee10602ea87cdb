package org.genjin.connectors.files;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.genjin.connectors.chat.ChatFormat;
import org.genjin.connectors.chat.ChatFormats;
import org.genjin.connectors.chat.ExportHead;

/** Says from the first bytes of a file what it is; the name is a hint only. Pure. */
final class Detection {

    static final int HEAD = 64 * 1024;

    private static final Pattern HEADER = Pattern.compile("^[!-9;-~]{1,70}[ \\t]*:.*");
    private static final Pattern KNOWN = Pattern.compile(
            "(?im)^(?:from|to|subject|date|received|message-id|return-path|mime-version|delivered-to|content-type|cc|bcc"
                    + "|sender|reply-to|x-[a-z-]+|dkim-signature|arc-seal|content-transfer-encoding)[ \\t]*:");

    private Detection() {}

    /** What was found, or the sentence that says what was expected. */
    sealed interface Found {
        record Is(Format format) implements Found {}

        /** Part of a chat export that holds no messages of its own. */
        record Companion() implements Found {}

        record Unknown(String sentence) implements Found {}
    }

    static Found of(byte[] head, String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (head.length == 0) {
            return new Found.Unknown("The file is empty.");
        }
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            return lower.matches(".*\\.(?:docx|xlsx|pptx|odt|ods|odp|jar|apk|epub)")
                    ? unknown("an Office document")
                    : new Found.Is(Format.Mail.ZIP);
        }
        if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return later("Outlook .msg or another OLE file");
        }
        if (startsWith(head, '!', 'B', 'D', 'N')) {
            return later("Outlook .pst");
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        String start = text.replaceFirst("^(?:\u00EF\u00BB\u00BF)?[\\r\\n]*", "");
        if (start.startsWith("From ") && KNOWN.matcher(start).find()) {
            return new Found.Is(Format.Mail.MBOX);
        }
        ExportHead export = ExportHead.of(path, head);
        Optional<ChatFormat> chat = ChatFormats.of(export);
        if (chat.isPresent()) {
            return new Found.Is(new Format.Chat(chat.get()));
        }
        if (looksLikeMail(start)) {
            return new Found.Is(Format.Mail.EML);
        }
        return ChatFormats.isCompanion(export) ? new Found.Companion() : unknown("something else");
    }

    /** The header block has fields only, and a known one among them. */
    private static boolean looksLikeMail(String start) {
        int fields = 0;
        int odd = 0;
        for (String line : start.split("\\r\\n|\\n|\\r", -1)) {
            if (line.isEmpty()) {
                break;
            }
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            if (!folded) {
                fields += HEADER.matcher(line).matches() ? 1 : 0;
                odd += HEADER.matcher(line).matches() ? 0 : 1;
            }
        }
        return fields > odd && KNOWN.matcher(start).find();
    }

    private static Found later(String what) {
        return new Found.Unknown("This looks like " + what + ", which is not read yet; read are: " + Format.names() + ".");
    }

    private static Found unknown(String what) {
        return new Found.Unknown("This is " + what + ", neither a mail nor a chat export; read are: " + Format.names()
                + ". '--as FORMAT' says what it is if this is wrong.");
    }

    private static boolean startsWith(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}

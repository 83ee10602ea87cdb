package org.genjin.connectors.files;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.genjin.connectors.chat.ChatFormat;
import org.genjin.connectors.chat.ChatFormats;
import org.genjin.connectors.chat.ExportHead;
import org.genjin.connectors.outlook.Winmail;

/** Says from the first bytes of a file what it is; the name is a hint only. Pure. */
final class Detection {

    static final int HEAD = 64 * 1024;

    private static final Pattern HEADER = Pattern.compile("^[!-9;-~]{1,70}[ \\t]*:.*");
    private static final Pattern KNOWN = Pattern.compile(
            "(?im)^(?:from|to|subject|date|received|message-id|return-path|mime-version|delivered-to|content-type|cc|bcc"
                    + "|sender|reply-to|x-[a-z-]+|dkim-signature|arc-seal|content-transfer-encoding)[ \\t]*:");
    private static final Pattern BEGINNING = Pattern.compile("^(?:\\xEF\\xBB\\xBF)?[\\r\\n]*");

    /** What other files begin with, one char a byte. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("%PDF", "a PDF document"), Map.entry("\u00FF\u00D8\u00FF", "a picture"), Map.entry("\u0089PNG", "a picture"),
            Map.entry("GIF8", "a picture"), Map.entry("BM", "a picture"), Map.entry("RIFF", "a picture, sound or film"),
            Map.entry("ID3", "a sound"), Map.entry("OggS", "a sound"), Map.entry("\u007FELF", "a program"),
            Map.entry("MZ", "a program"), Map.entry("{\\rtf", "a text document (RTF)"), Map.entry("SQLite format 3", "a database"),
            Map.entry("BEGIN:VCARD", "a list of contacts"), Map.entry("BEGIN:VCALENDAR", "a calendar"));

    private Detection() {}

    /** What was found, or the sentence that says what was expected. */
    sealed interface Found {
        record Is(Format format) implements Found {}

        /** Part of a chat export that holds no messages of its own, or a program's own notes about the mails beside it. */
        record Companion() implements Found {}

        record Unknown(String sentence) implements Found {}
    }

    static Found of(byte[] head, String path) {
        if (head.length == 0) {
            return new Found.Unknown("The file is empty.");
        }
        Optional<Found> packed = binary(head, path.toLowerCase(Locale.ROOT));
        if (packed.isPresent()) {
            return packed.get();
        }
        String start = start(head);
        if (isMbox(start)) {
            return new Found.Is(Format.Mail.MBOX);
        }
        if (start.startsWith("// <!-- <mdb:mork")) {
            return new Found.Companion(); // Thunderbird's index of the mbox beside it
        }
        if (isSurelyMail(start)) {
            return new Found.Is(Format.Mail.EML); // though lines of a chat may be copied into it
        }
        ExportHead export = ExportHead.of(path, head);
        Optional<ChatFormat> chat = ChatFormats.of(export);
        if (chat.isPresent()) {
            return new Found.Is(new Format.Chat(chat.get()));
        }
        if (looksLikeMail(start) || isEmlx(start)) {
            return new Found.Is(Format.Mail.EML);
        }
        return ChatFormats.isCompanion(export) ? new Found.Companion() : unknown(other(start));
    }

    private static String start(byte[] head) {
        return BEGINNING.matcher(new String(head, StandardCharsets.ISO_8859_1)).replaceFirst("");
    }

    /** What is told by its first bytes and is no text. */
    static Optional<Found> binary(byte[] head, String lower) {
        if (isZip(head)) {
            return Optional.of(
                    isOffice(head) || lower.matches(".*\\.(?:docx|xlsx|pptx|odt|ods|odp|jar|apk|epub)")
                            ? unknown("an Office document or a program")
                            : new Found.Is(Format.Mail.ZIP));
        }
        if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return Optional.of(new Found.Is(Format.Mail.MSG)); // or another document, which only the whole file tells
        }
        if (startsWith(head, '!', 'B', 'D', 'N')) {
            return Optional.of(new Found.Is(Format.Mail.PST));
        }
        if (Winmail.looksLike(head)) {
            return Optional.of(new Found.Is(Format.Mail.TNEF));
        }
        if (startsWith(head, 0x1F, 0x8B) || isTar(head)) {
            return Optional.of(new Found.Is(Format.Mail.ZIP));
        }
        if (startsWith(head, '7', 'z', 0xBC, 0xAF) || startsWith(head, 'R', 'a', 'r', '!') || startsWith(head, 0xFD, '7', 'z', 'X')
                || startsWith(head, 'B', 'Z', 'h')) {
            return Optional.of(new Found.Unknown(
                    "This is an archive of a kind that is not read (7z, rar, xz, bz2): unpack it and give Genjin the folder."));
        }
        return Optional.empty();
    }

    static boolean isZip(byte[] head) {
        return startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6) || startsWith(head, 'P', 'K', 7, 8);
    }

    static boolean isTar(byte[] head) {
        return head.length > 262 && new String(head, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }

    /** By the first entry, which such documents begin with. */
    private static boolean isOffice(byte[] head) {
        String start = new String(head, 0, Math.min(200, head.length), StandardCharsets.ISO_8859_1);
        return start.startsWith("[Content_Types].xml", 30) || start.startsWith("mimetypeapplication/", 30)
                || start.startsWith("_rels/.rels", 30);
    }

    private static boolean isMbox(String start) {
        if (!start.startsWith("From ")) {
            return false;
        }
        int end = start.indexOf('\n');
        String line = (end < 0 ? start : start.substring(0, end)).stripTrailing();
        String next = end < 0 ? "" : start.substring(end + 1);
        return MboxLines.isSeparator(line, next, true) || KNOWN.matcher(next).find();
    }

    private static boolean isEmlx(String start) {
        int end = start.indexOf('\n');
        return end > 0 && end < 12 && start.substring(0, end).strip().matches("\\d{1,10}") && looksLikeMail(start.substring(end + 1));
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
                boolean field = HEADER.matcher(line).matches();
                fields += field ? 1 : 0;
                odd += field ? 0 : 1;
            }
        }
        return fields > odd && KNOWN.matcher(start).find();
    }

    /** Nothing but fields above the first free line, and among them those that every mail has. */
    private static boolean isSurelyMail(String start) {
        boolean from = false;
        boolean other = false;
        for (String line : start.split("\\r\\n|\\n|\\r", -1)) {
            if (line.isEmpty()) {
                return from && other;
            }
            if (!line.startsWith(" ") && !line.startsWith("\t")) {
                if (!HEADER.matcher(line).matches()) {
                    return false;
                }
                String small = line.toLowerCase(Locale.ROOT);
                from |= small.startsWith("from:");
                other |= small.startsWith("message-id:") || small.startsWith("mime-version:") || small.startsWith("received:");
            }
        }
        return false;
    }

    private static String other(String start) {
        return OTHERS.entrySet().stream().filter(it -> start.startsWith(it.getKey())).map(Map.Entry::getValue).findFirst()
                .or(() -> start.startsWith("ftyp", 4) ? Optional.of("a film, sound or picture") : Optional.empty())
                .orElse("something else");
    }

    static Found unknown(String what) {
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

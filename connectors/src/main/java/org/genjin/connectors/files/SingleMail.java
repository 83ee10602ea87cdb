package org.genjin.connectors.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.connectors.Content;
import org.genjin.connectors.outlook.MsgFile;
import org.genjin.connectors.outlook.OutlookException;
import org.genjin.connectors.outlook.Winmail;

/** A file that holds one mail, in whichever form: as it was sent, as Apple Mail keeps it, or as Outlook does. */
final class SingleMail {

    private static final int HEAD = 64;
    private static final byte[] SEPARATOR = {'F', 'r', 'o', 'm', ' '};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    /** Apple Mail's {@code .emlx}: how long the mail is; the mail; what Mail knows about it. */
    private static final Pattern LENGTH = Pattern.compile("^(\\d{1,10})[ \\t]*\\r?\\n");
    private static final Pattern FLAGS = Pattern.compile("<key>flags</key>\\s*<integer>(\\d{1,18})</integer>");
    private static final long DELETED_OR_DRAFT = 1 << 1 | 1 << 6;

    private SingleMail() {}

    static void read(Piece piece, String locator, Gathered gathered) throws IOException {
        byte[] bytes;
        try (InputStream in = piece.content().open()) {
            bytes = in.readNBytes(Bounds.MAIL);
        }
        boolean cut = piece.content().size() > bytes.length;
        if (startsWith(bytes, COMPOUND) || Winmail.looksLike(bytes)) {
            outlook(bytes, cut, locator, gathered);
        } else if (emlxLength(bytes) > 0) {
            emlx(bytes, locator, gathered);
        } else if (startsWith(bytes, SEPARATOR)) {
            several(bytes, locator, gathered);
        } else if (Detection.binary(bytes, "").isPresent()) {
            gathered.bad(locator, "It is named like a mail and is none: give it the ending it should have.", null);
        } else {
            gathered.mail(Content.of(bytes), locator, cut ? Bounds.CUT : null);
        }
    }

    /** Some programs put the line before it that begins a mail in an mbox, and some put several mails into one such file. */
    private static void several(byte[] bytes, String locator, Gathered gathered) throws IOException {
        try (MboxFile file = new MboxFile(new ByteArrayInputStream(bytes), 0, null)) {
            for (Optional<MboxFile.Mail> it = file.next(); it.isPresent(); it = file.next()) {
                String place = it.get().position() == 0 ? locator : locator + " byte " + it.get().position();
                gathered.mail(Content.of(it.get().bytes()), place, null, MboxLines.date(it.get().separator()).orElse(null));
            }
        }
    }

    private static void outlook(byte[] bytes, boolean cut, String locator, Gathered gathered) {
        if (cut) {
            gathered.bad(locator, "This Outlook message is too large to be read at once; give Genjin more memory for it.", null);
            return;
        }
        try {
            boolean message = startsWith(bytes, COMPOUND);
            gathered.mail(Content.of(message ? MsgFile.mail(bytes) : Winmail.mail(bytes)), locator, null);
        } catch (OutlookException e) {
            gathered.bad(locator, String.valueOf(e.getMessage()), null);
        }
    }

    private static void emlx(byte[] bytes, String locator, Gathered gathered) {
        int from = emlxLength(bytes);
        String said = new String(bytes, 0, from, StandardCharsets.ISO_8859_1).strip();
        int end = (int) Math.min(bytes.length, from + Long.parseLong(said));
        Matcher flags = FLAGS.matcher(new String(bytes, end, bytes.length - end, StandardCharsets.ISO_8859_1));
        if (!flags.find() || (Long.parseLong(flags.group(1)) & DELETED_OR_DRAFT) == 0) {
            gathered.mail(Content.of(Arrays.copyOfRange(bytes, from, end)), locator, null);
        }
    }

    /** How long the first line is if it says how long the mail is; 0 if it is none. */
    static int emlxLength(byte[] head) {
        Matcher line = LENGTH.matcher(new String(head, 0, Math.min(HEAD, head.length), StandardCharsets.ISO_8859_1));
        return line.find() ? line.end() : 0;
    }

    static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    /** With its full stop. */
    static String reason(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }
}

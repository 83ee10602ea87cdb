package org.genjin.connectors.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files written into plain text by uuencode or yEnc, as was done before MIME and is still by some machines. */
final class Uuencoded {

    private static final Pattern BEGIN = Pattern.compile("begin [0-7]{3,4} (.{1,300})");
    private static final Pattern Y_BEGIN = Pattern.compile("=ybegin .{0,200}?\\bname=(.{1,300})");
    private static final String UU_END = "end";
    private static final String Y_END = "=yend";
    private static final int MOST = 200;

    private final Set<String> neverEnded = new HashSet<>();
    private final List<File> files = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    private Uuencoded() {}

    /** @param name as written, not yet made safe */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record File(String name, byte[] bytes) {}

    /** @param words the text without the files */
    record Opened(String words, List<File> files) {}

    /** @param latin the text, one char a byte: yEnc is no text at all */
    static Opened open(String latin) {
        if (!latin.contains("begin ")) {
            return new Opened(latin, List.of());
        }
        Uuencoded opened = new Uuencoded();
        String[] lines = latin.split("\n", -1);
        int at = 0;
        while (at < lines.length) {
            at = opened.take(lines, at);
        }
        return new Opened(String.join("\n", opened.words), opened.files);
    }

    /** The whole content of a part whose transfer encoding is uuencode. */
    static byte[] decode(byte[] body) {
        Opened opened = open(new String(body, StandardCharsets.ISO_8859_1));
        return opened.files.isEmpty() ? body : opened.files.getFirst().bytes();
    }

    private int take(String[] lines, int at) {
        String line = bare(lines[at]);
        if (files.size() < MOST) {
            Matcher uu = BEGIN.matcher(line);
            if (uu.matches() && looksEncoded(lines, at + 1)) {
                int end = end(lines, at, UU_END);
                if (end > 0) {
                    files.add(new File(uu.group(1), uu(lines, at + 1, end)));
                    return end + 1;
                }
            }
            Matcher y = Y_BEGIN.matcher(line);
            if (y.matches()) {
                int end = end(lines, at, Y_END);
                if (end > 0) {
                    files.add(new File(y.group(1), yEnc(lines, at + 1, end)));
                    return end + 1;
                }
            }
        }
        words.add(lines[at]);
        return at + 1;
    }

    private int end(String[] lines, int from, String mark) {
        for (int i = from + 1; i < lines.length && !neverEnded.contains(mark); i++) {
            if (lines[i].startsWith(mark)) {
                return i;
            }
        }
        neverEnded.add(mark); // or a text of nothing but beginnings would be searched for each of them
        return -1;
    }

    /** The first line's length agrees with the count in its first character, give or take stripped blanks. */
    private static boolean looksEncoded(String[] lines, int from) {
        String first = from < lines.length ? bare(lines[from]) : "";
        if (first.isEmpty() || first.equals(UU_END)) {
            return false; // an empty file, or a sentence that begins like one
        }
        int count = first.charAt(0) - 32 & 63;
        return first.chars().allMatch(c -> c >= 32 && c <= 96) && Math.abs((count + 2) / 3 * 4 - (first.length() - 1)) <= 3;
    }

    private static byte[] uu(String[] lines, int from, int end) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = from; i < end; i++) {
            String line = bare(lines[i]);
            int count = line.isEmpty() ? 0 : line.charAt(0) - 32 & 63;
            for (int position = 1; count > 0; position += 4) {
                int bits = six(line, position) << 18 | six(line, position + 1) << 12 | six(line, position + 2) << 6
                        | six(line, position + 3);
                for (int shift = 16; shift >= 0 && count > 0; shift -= 8, count--) {
                    bytes.write(bits >> shift);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static int six(String line, int position) {
        return position < line.length() ? line.charAt(position) - 32 & 63 : 0;
    }

    private static byte[] yEnc(String[] lines, int from, int end) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = from; i < end; i++) {
            String line = bare(lines[i]);
            boolean escaped = false;
            for (int k = line.startsWith("=ypart") ? line.length() : 0; k < line.length(); k++) {
                char c = line.charAt(k);
                if (c == '=' && !escaped) {
                    escaped = true;
                } else {
                    bytes.write(c - (escaped ? 106 : 42));
                    escaped = false;
                }
            }
        }
        return bytes.toByteArray();
    }

    private static String bare(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}

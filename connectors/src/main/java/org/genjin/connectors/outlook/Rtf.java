package org.genjin.connectors.outlook;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

/**
 * The words of an RTF document. Outlook keeps HTML and plain mails as RTF with what they were wrapped in it (MS-OXRTFEX):
 * then that is what comes out. Never fails: what is no RTF is read as far as it goes.
 */
final class Rtf {

    /** What a document was made of; {@link #RICH} is RTF in its own right. */
    enum Kind {
        HTML,
        TEXT,
        RICH
    }

    private static final int LONGEST = 20_000_000;
    private static final int DEEPEST = 10_000;

    /** Groups that hold no words. */
    private static final Set<String> SILENT = Set.of(
            "colortbl", "stylesheet", "info", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr",
            "footerf", "footnote", "filetbl", "listtable", "revtbl", "rsidtbl", "generator", "themedata", "datastore", "mhtmltag",
            "fldinst", "objdata", "xmlnstbl", "bkmkstart", "bkmkend", "objclass", "nonshppict");

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("par", "\n"), Map.entry("line", "\n"), Map.entry("row", "\n"), Map.entry("page", "\n"),
            Map.entry("sect", "\n"), Map.entry("tab", "\t"), Map.entry("cell", "\t"), Map.entry("lquote", "\u2018"),
            Map.entry("rquote", "\u2019"), Map.entry("ldblquote", "\u201C"), Map.entry("rdblquote", "\u201D"),
            Map.entry("bullet", "\u2022"), Map.entry("endash", "\u2013"), Map.entry("emdash", "\u2014"),
            Map.entry("emspace", "\u2003"), Map.entry("enspace", "\u2002"), Map.entry("~", "\u00A0"), Map.entry("_", "\u2011"));

    /** What holds within a pair of braces and is as before when they close. */
    private record Group(boolean silent, boolean markup, boolean fonts, boolean wrapping, int font, int fallback) {
        Group silenced() {
            return new Group(true, false, fonts, wrapping, font, fallback);
        }
    }

    private final String rtf;
    private final Kind kind;
    private final RtfFonts fonts = new RtfFonts();
    private final Deque<Group> outer = new ArrayDeque<>();
    private final StringBuilder words = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private Group group = new Group(false, false, false, false, 0, 1);
    private int defaultFont;
    private int at;
    private int skip;
    private boolean starred;

    private Rtf(String rtf) {
        this.rtf = rtf;
        this.kind = kind(rtf);
    }

    /** @param rtf one char a byte */
    static Kind kind(String rtf) {
        String head = rtf.substring(0, Math.min(rtf.length(), 4000));
        return head.contains("\\fromhtml") ? Kind.HTML : head.contains("\\fromtext") ? Kind.TEXT : Kind.RICH;
    }

    /** HTML if the document {@link #kind is made of it}, else plain text. */
    static String words(String rtf) {
        Rtf reader = new Rtf(rtf);
        reader.read();
        return reader.words.toString();
    }

    private void read() {
        while (at < rtf.length() && words.length() < LONGEST) {
            char c = rtf.charAt(at++);
            switch (c) {
                case '{' -> open();
                case '}' -> close();
                case '\\' -> control();
                case '\r', '\n' -> {} // lines of the file, not of the text
                default -> literal(c);
            }
        }
        flush();
    }

    private void open() {
        flush();
        if (outer.size() < DEEPEST) {
            outer.push(group);
        }
        skip = 0;
        starred = false;
    }

    private void close() {
        flush();
        if (!outer.isEmpty()) {
            group = outer.pop();
        }
        skip = 0;
        starred = false;
    }

    private void control() {
        if (at >= rtf.length()) {
            return;
        }
        char c = rtf.charAt(at);
        if (c == '\'') {
            hex();
        } else if (Character.isLetter(c)) {
            word();
        } else {
            at++;
            switch (c) {
                case '*' -> starred = true;
                case '\\', '{', '}' -> literal(c);
                case '\r', '\n' -> sign("\n");
                default -> sign(SIGNS.getOrDefault(String.valueOf(c), ""));
            }
        }
    }

    private void hex() {
        int high = at + 2 < rtf.length() ? Character.digit(rtf.charAt(at + 1), 16) : -1;
        int low = high >= 0 ? Character.digit(rtf.charAt(at + 2), 16) : -1;
        at = Math.min(rtf.length(), at + 3);
        if (low >= 0) {
            literal((char) (high * 16 + low));
        }
    }

    private void word() {
        int from = at;
        while (at < rtf.length() && rtf.charAt(at) < 128 && Character.isLetter(rtf.charAt(at)) && at - from < 40) {
            at++;
        }
        String name = rtf.substring(from, at);
        int number = at;
        if (at < rtf.length() && rtf.charAt(at) == '-') {
            at++;
        }
        while (at < rtf.length() && rtf.charAt(at) >= '0' && rtf.charAt(at) <= '9' && at - number < 10) {
            at++;
        }
        String digits = rtf.substring(number, at);
        int value = digits.isEmpty() || digits.equals("-") ? 1 : (int) Long.parseLong(digits);
        if (at < rtf.length() && rtf.charAt(at) == ' ') {
            at++;
        }
        word(name, value);
    }

    private void word(String name, int value) {
        boolean ignorable = starred;
        starred = false;
        switch (name) {
            case "ansicpg" -> fonts.codePage(value);
            case "deff" -> {
                defaultFont = value;
                font(value);
            }
            case "f" -> font(value);
            case "plain" -> font(defaultFont);
            case "fcharset" -> fonts.defined(value);
            case "uc" -> group = new Group(group.silent, group.markup, group.fonts, group.wrapping, group.font, value);
            case "u" -> unicode(value);
            case "bin" -> at = (int) Math.min(rtf.length(), at + Math.max(0L, value));
            case "htmlrtf" -> {
                flush();
                group = new Group(group.silent, group.markup, group.fonts, value != 0, group.font, group.fallback);
            }
            case "htmltag" -> group = new Group(group.silent || !ignorable, true, false, group.wrapping, group.font, group.fallback);
            case "fonttbl" -> group = new Group(true, false, true, group.wrapping, group.font, group.fallback);
            default -> {
                if (ignorable || SILENT.contains(name)) {
                    group = group.silenced();
                } else {
                    String sign = SIGNS.get(name);
                    if (sign != null) {
                        sign(sign);
                    }
                }
            }
        }
    }

    private void font(int font) {
        flush();
        if (group.fonts) {
            fonts.defining(font);
        } else {
            group = new Group(group.silent, group.markup, false, group.wrapping, font, group.fallback);
        }
    }

    /** A character by its number, with as many signs behind it for those who do not know it. */
    private void unicode(int value) {
        flush();
        if (speaks()) {
            words.append((char) (value & 0xFFFF));
        }
        skip = group.fallback;
    }

    private void sign(String sign) {
        flush();
        skip = 0;
        if (speaks()) {
            words.append(sign);
        }
    }

    private void literal(char c) {
        if (skip > 0) {
            skip--;
        } else if (speaks()) {
            if (c < 256) {
                pending.write(c);
            }
        }
    }

    /** In a wrapped HTML only what is not marked as Outlook's own view of it counts. */
    private boolean speaks() {
        return !group.silent && (kind != Kind.HTML || group.markup || !group.wrapping);
    }

    private void flush() {
        if (pending.size() > 0) {
            words.append(CodePage.decode(pending.toByteArray(), fonts.of(group.font)));
            pending.reset();
        }
    }
}

package org.genjin.connectors.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cares for the text of exports: their bytes, and the marks in them that nobody sees. */
final class ChatText {

    private ChatText() {}

    /**
     * UTF-8 with or without mark, UTF-16 with one, else GB18030 where that reads as Chinese, else windows-1252. A file that is
     * UTF-8 but for a few damaged places stays UTF-8.
     */
    static String decode(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') < 0 || isNearly(text)) {
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
        return chinese(bytes).orElseGet(() -> new String(bytes, Charset.forName("windows-1252")));
    }

    /** The text of a format that is UTF-8 by rule, or UTF-16 with a mark; what is damaged becomes U+FFFD. */
    static Reader reader(InputStream in) throws IOException {
        PushbackInputStream pushed = new PushbackInputStream(in, 3);
        byte[] mark = pushed.readNBytes(3);
        boolean little = mark.length >= 2 && mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE;
        boolean big = mark.length >= 2 && mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF;
        boolean utf8 = mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF;
        int skipped = utf8 ? 3 : little || big ? 2 : 0;
        pushed.unread(mark, skipped, mark.length - skipped);
        Charset charset =
                little ? StandardCharsets.UTF_16LE : big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
        return new InputStreamReader(pushed, charset);
    }

    /** Whether nearly all that is not ASCII was decoded well. */
    private static boolean isNearly(String text) {
        long odd = text.chars().filter(it -> it == '\uFFFD').count();
        long others = text.chars().filter(it -> it > 0x7f && it != '\uFFFD').count();
        return odd * 10 <= others;
    }

    private static Optional<String> chinese(byte[] bytes) {
        try {
            String text = Charset.forName("GB18030").newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            long han = text.codePoints().filter(it -> it >= 0x4e00 && it <= 0x9fff || it >= 0x3000 && it <= 0x303f
                    || it >= 0xff00 && it <= 0xffef).count();
            long others = text.codePoints().filter(it -> it > 0x7f).count();
            // Words of western languages have single accents in them: as Chinese, these are rare signs with Latin letters around.
            long alone = text.chars().filter(it -> it >= 0x4e00).count() - pairs(text);
            return han * 10 >= others * 7 && alone * 2 <= han ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty(); // then it is the other one
        }
    }

    /** How many Chinese signs stand beside another. */
    private static long pairs(String text) {
        long pairs = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean before = i > 0 && text.charAt(i - 1) >= 0x3000;
            boolean after = i + 1 < text.length() && text.charAt(i + 1) >= 0x3000;
            pairs += text.charAt(i) >= 0x4e00 && (before || after) ? 1 : 0;
        }
        return pairs;
    }

    /** Without a character that was cut in two at the end: it would make the whole look like another charset. */
    static byte[] whole(byte[] head) {
        int end = head.length;
        for (int i = 0; i < 4 && end > 0 && head[end - 1] < 0; i++) {
            end--;
        }
        return Arrays.copyOf(head, end);
    }

    /** E.164 if a name is a telephone number, else null. */
    static @Nullable String phone(String name) {
        String digits = name.replaceAll("[\\s().\\-\u2011\u00a0]", "");
        return digits.matches("\\+\\d{7,15}") ? digits : null;
    }

    /** A mark that is not printed. */
    static boolean isInvisible(char c) {
        return c >= '\u200b' && (c <= '\u200f' || c >= '\u202a' && c <= '\u202e' || c == '\u2060'
                || c >= '\u2066' && c <= '\u2069' || c == '\ufeff');
    }

    static String visible(String text) {
        int first = 0;
        while (first < text.length() && !isInvisible(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            if (!isInvisible(text.charAt(i))) {
                visible.append(text.charAt(i));
            }
        }
        return visible.toString();
    }

    /** The words of {@code text} between two places: without invisible marks and without blanks at the ends of lines. */
    static String words(String text, int from, int to) {
        int start = from;
        while (start < to && isOuter(text.charAt(start))) {
            start++;
        }
        int end = to;
        while (end > start && isOuter(text.charAt(end - 1))) {
            end--;
        }
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\r' || isInvisible(c) || c == '\n' && isBlank(text.charAt(i - 1))) {
                return tidied(text, start, end);
            }
        }
        return text.substring(start, end);
    }

    private static String tidied(String text, int from, int to) {
        StringBuilder words = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean lineBreak = c == '\r' && (i + 1 == to || text.charAt(i + 1) == '\n');
            if (c == '\n') {
                int end = words.length();
                while (end > 0 && isBlank(words.charAt(end - 1))) {
                    end--;
                }
                words.setLength(end);
            }
            if (!lineBreak && !isInvisible(c)) {
                words.append(c);
            }
        }
        return words.toString();
    }

    private static boolean isOuter(char c) {
        return isBlank(c) || c == '\n' || c == '\r' || isInvisible(c);
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\t' || c == '\u2009' || c == '\u3000';
    }

    /** As words are compared: composed, without invisible marks, blanks folded into one. */
    static String folded(String text) {
        boolean blank = true;
        int i = 0;
        while (i < text.length() && isFolded(text.charAt(i)) && !(blank && text.charAt(i) == ' ')) {
            blank = text.charAt(i) == ' ';
            i++;
        }
        if (i == text.length() && !blank) {
            return text;
        }
        String composed = Normalizer.normalize(visible(text), Normalizer.Form.NFC);
        StringBuilder folded = new StringBuilder(composed.length());
        for (int at = 0; at < composed.length(); at++) {
            char c = composed.charAt(at);
            if (!isBlank(c) && c > ' ') {
                folded.append(c);
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return folded.toString().stripTrailing();
    }

    /** Composed whatever stands beside it in such company: nearly all of what people write. */
    private static boolean isFolded(char c) {
        return c >= ' ' && c < '\u00a0' || c > '\u00a0' && c < '\u0300' || c >= '\u0400' && c <= '\u0481'
                || c >= '\u0620' && c <= '\u064a' || c >= '\u3001' && c <= '\u3029' || c >= '\u3041' && c <= '\u3096'
                || c >= '\u30a1' && c <= '\u30fa' || c >= '\u4e00' && c <= '\u9fff' || c >= '\uac00' && c <= '\ud7a3'
                || c >= '\uff01' && c <= '\uff5e';
    }

    /** Without invisible marks, in NFC, without a push name's {@code ~ }. */
    static String name(String raw) {
        String name = Normalizer.normalize(visible(raw), Normalizer.Form.NFC)
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace('\u2011', '-')
                .strip();
        return name.startsWith("~") ? name.substring(1).strip() : name;
    }
}

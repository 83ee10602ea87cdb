package org.genjin.daemon.customerlist.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Text from bytes of which nobody said the encoding: by a byte order mark, by zeros in every other byte, as UTF-8 if it
 * is that without a fault, and else the encoding in which the letters make the likeliest words.
 */
final class TextDecoding {

    private static final List<String> OTHERS = List.of(
            "GB18030", "windows-1252", "windows-1251", "windows-1256", "windows-1250", "windows-1254", "Big5-HKSCS", "windows-31j",
            "EUC-KR", "windows-1253", "windows-1255", "windows-874", "windows-1258", "IBM850", "IBM866", "KOI8-R");
    private static final int LOOKED_AT = 200_000;

    private TextDecoding() {}

    static String decode(byte[] bytes, String name) throws ListRefused {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        int even = zeros(bytes, 0);
        int odd = zeros(bytes, 1);
        int half = Math.min(bytes.length, 4_000) / 2;
        if (odd > half / 3 && even < half / 10) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        if (even > half / 3 && odd < half / 10) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        if (even + odd > 0) {
            throw new ListRefused(name + " is no list of customers: it is neither a workbook (xlsx, xls, ods) nor text (csv, vcf).");
        }
        String utf8 = strict(bytes, StandardCharsets.UTF_8);
        return utf8 != null ? utf8 : likeliest(bytes);
    }

    private static String likeliest(byte[] bytes) {
        byte[] sample = Arrays.copyOf(bytes, Math.min(bytes.length, LOOKED_AT));
        String best = "windows-1252";
        double most = Double.NEGATIVE_INFINITY;
        for (String charset : OTHERS) {
            OptionalDouble score = score(sample, Charset.forName(charset));
            if (score.isPresent() && score.getAsDouble() > most) {
                most = score.getAsDouble();
                best = charset;
            }
        }
        return new String(bytes, Charset.forName(best));
    }

    /** How much what is not ASCII looks like writing; empty if the bytes are not of that encoding. */
    private static OptionalDouble score(byte[] sample, Charset charset) {
        String text = new String(sample, charset);
        int letters = 0;
        int points = 0;
        int faults = 0;
        double words = 0;
        int before = ' ';
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point > 127) {
                points++;
                if (point == 0xFFFD || point < 0xA0 || Character.getType(point) == Character.PRIVATE_USE) {
                    faults++;
                } else if (Character.isLetter(point)) {
                    letters++;
                    words += fits(before, point, text, i);
                } else {
                    words += Scripts.isPlainMark(point) ? 0.4 : -0.8;
                }
            }
            before = point;
        }
        if (points == 0 || faults > 1 + points / 200) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((words - 20.0 * faults + letters * 0.01) / points);
    }

    /** A letter stands well beside letters of its own script and case. */
    private static double fits(int before, int point, String text, int next) {
        Scripts.Kind kind = Scripts.kind(point);
        int after = next < text.length() ? text.codePointAt(next) : ' ';
        if (kind == Scripts.Kind.HAN) {
            return Scripts.isCommonHan(point) ? 1.2 : Scripts.kind(before) == Scripts.Kind.LATIN ? -0.6 : 0.1;
        }
        if (kind == Scripts.Kind.KANA) {
            return Scripts.isNarrowKana(point) ? -0.3 : isEastern(before) || isEastern(after) ? 1.2 : 0.1;
        }
        boolean beside = Character.isLetter(before) && Scripts.kind(before) != kind
                || Character.isLetter(after) && Scripts.kind(after) != kind;
        double own = beside ? -1.0 : 0.8;
        if (kind == Scripts.Kind.LATIN) {
            boolean upperInWord = Character.isUpperCase(point) && Character.isLowerCase(before);
            boolean accents = isAccented(before) && isAccented(after); // three in a row make no word
            return upperInWord || accents ? -1.0 : Scripts.isCommonLatin(point) ? 1.0 : 0.3;
        }
        boolean upperInWord = Character.isUpperCase(point) && Character.isLowerCase(before);
        return upperInWord ? -1.0 : own;
    }

    /** What stands beside kana in Japanese, where Chinese characters and kana mix. */
    private static boolean isEastern(int point) {
        return Scripts.kind(point) == Scripts.Kind.HAN || Scripts.kind(point) == Scripts.Kind.KANA;
    }

    private static boolean isAccented(int point) {
        return point > 127 && Scripts.kind(point) == Scripts.Kind.LATIN;
    }

    private static @Nullable String strict(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null; // another encoding: that is the answer
        }
    }

    private static int zeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = from; i < Math.min(bytes.length, 4_000); i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}

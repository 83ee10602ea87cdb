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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cares for the text of exports: their bytes, and the marks in them that nobody sees. */
final class ChatText {

    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]");

    private ChatText() {}

    /** UTF-8 with or without mark, UTF-16 with one, else GB18030 where that is valid, else windows-1252. */
    static String decode(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        return strict(bytes, StandardCharsets.UTF_8)
                .or(() -> strict(bytes, Charset.forName("GB18030")))
                .orElseGet(() -> new String(bytes, Charset.forName("windows-1252")));
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

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
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

    static String visible(String text) {
        return INVISIBLE.matcher(text).replaceAll("");
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

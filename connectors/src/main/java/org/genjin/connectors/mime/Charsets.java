package org.genjin.connectors.mime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text when the declared charset may be missing, misspelt or wrong. The bytes themselves are asked first: a byte
 * order mark, valid UTF-8 with multi-byte characters, ISO-2022 escapes; then the declaration; then a guess among the
 * encodings of our users' countries.
 */
final class Charsets {

    /** Names that mean something else, or more, than the JDK makes of them: supersets lose nothing and read the rest. */
    private static final Map<String, String> SUPERSETS = Map.ofEntries(
            Map.entry("gb2312", "GB18030"),
            Map.entry("gb_2312-80", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("cp936", "GB18030"),
            Map.entry("eucgb2312_cn", "GB18030"),
            Map.entry("euc-cn", "GB18030"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("iso-2022-jp", "x-windows-50221"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("ks_c_5601", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("ansi_x3.4-1968", "windows-1252"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("iso-8859-8-e", "iso-8859-8"),
            Map.entry("cp-850", "IBM850"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("utf-8-mac", "UTF-8"));

    private static final int SHORT = 80;
    /** How much more likely another charset has to be than the declared one, as a natural logarithm. */
    private static final double CERTAIN = 10;
    private static final Pattern HTML_CHARSET =
            Pattern.compile("<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w:.-]{1,40})", Pattern.CASE_INSENSITIVE);

    private Charsets() {}

    /** The text of a body; {@code html} lets the document's own declaration count. Never fails. */
    static String decode(byte[] bytes, @Nullable String declared, boolean html) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        String name = declared == null ? "" : clean(declared);
        if (name.equals("utf-7") || name.equals("unicode-1-1-utf-7")) {
            return Utf7.decode(bytes);
        }
        if (name.equals("hz-gb-2312")) {
            return HzGb2312.decode(bytes);
        }
        if (name.startsWith("utf-16") && contains(bytes, 0)) {
            return new String(bytes, isLittleEndian(bytes, name) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        }
        boolean ascii = isAscii(bytes);
        if (ascii && !contains(bytes, 0x1B)) {
            return new String(bytes, StandardCharsets.US_ASCII);
        }
        if (ascii && contains(bytes, 0x1B)) {
            return escaped(bytes, name);
        }
        Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return byChance(utf8.get(), bytes, name).orElse(utf8.get());
        }
        return declared(bytes, name)
                .or(() -> html ? declared(bytes, clean(htmlCharset(bytes))) : Optional.empty())
                .orElseGet(() -> guess(bytes, name));
    }

    /** Where the name does not say it, by which of each two bytes is the empty one. */
    private static boolean isLittleEndian(byte[] bytes, String name) {
        int odd = 0;
        for (int i = 0; i < bytes.length; i++) {
            odd += bytes[i] == 0 ? (i % 2 == 1 ? 1 : -1) : 0;
        }
        return name.endsWith("le") || !name.endsWith("be") && odd > 0;
    }

    /** The charset that a declared name means; empty if there is none. */
    static Optional<Charset> named(String declared) {
        String name = clean(declared);
        try {
            return Optional.of(Charset.forName(SUPERSETS.getOrDefault(name, name)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty(); // an invented name: the bytes have to tell
        }
    }

    private static Optional<String> declared(byte[] bytes, String name) {
        if (name.isEmpty() || name.equals("unknown-8bit") || name.equals("x-unknown") || name.equals("default")) {
            return Optional.empty();
        }
        Optional<Charset> charset = named(name);
        if (charset.isEmpty() || charset.get().equals(StandardCharsets.UTF_8)) {
            return Optional.empty(); // not valid UTF-8, or it would have been read so
        }
        Optional<String> strict = strict(bytes, charset.get());
        if (strict.isPresent()) {
            return isWestern(charset.get()) && mostlyInRows(bytes) ? unlessUnlikely(strict.get(), bytes) : strict;
        }
        String loose = new String(bytes, charset.get());
        return odd(loose) * 50L <= loose.length() ? Optional.of(loose) : Optional.empty();
    }

    /**
     * A few characters of Chinese, Japanese or Korean may happen to be valid UTF-8 too: two bytes a letter, and the letters
     * of no language. The declaration counts then.
     */
    private static Optional<String> byChance(String utf8, byte[] bytes, String declared) {
        boolean short2 = bytes.length < SHORT && utf8.chars().allMatch(c -> c < 0x800);
        Optional<Charset> charset = short2 ? named(declared) : Optional.empty();
        if (charset.isEmpty() || charset.get().newEncoder().maxBytesPerChar() < 2 || charset.get().equals(StandardCharsets.UTF_8)) {
            return Optional.empty();
        }
        return strict(bytes, charset.get()).filter(it -> CharsetGuess.likelihood(it) > CharsetGuess.likelihood(utf8));
    }

    /** Programs that know of no other charset declare a western one whatever they send. */
    private static Optional<String> unlessUnlikely(String western, byte[] bytes) {
        double likelihood = CharsetGuess.likelihood(western);
        return CharsetGuess.of(bytes)
                .filter(guess -> guess.likelihood() > likelihood + CERTAIN)
                .map(guess -> new String(bytes, guess.charset()))
                .or(() -> Optional.of(western));
    }

    private static boolean isWestern(Charset charset) {
        return charset.name().equals("windows-1252") || charset.name().equals("ISO-8859-15");
    }

    /** In Western text most letters beyond ASCII stand alone; in other text they follow each other. */
    private static boolean mostlyInRows(byte[] bytes) {
        int all = 0;
        int behindAnother = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                all++;
                behindAnother += i > 0 && bytes[i - 1] < 0 ? 1 : 0;
            }
        }
        return behindAnother * 2 >= all && all > 3;
    }

    private static String guess(byte[] bytes, String declared) {
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        // A few broken bytes in what is otherwise UTF-8 are more likely than another charset that fits by chance.
        boolean mostlyUtf8 = declared.equals("utf-8") ? odd(utf8) * 20L <= highBytes(bytes) : odd(utf8) * 100L <= highBytes(bytes);
        return mostlyUtf8 ? utf8 : CharsetGuess.of(bytes).map(it -> new String(bytes, it.charset())).orElse(utf8);
    }

    private static String escaped(byte[] bytes, String declared) {
        String name = declared.startsWith("iso-2022") ? declared : contains(bytes, '$') ? "iso-2022-jp" : declared;
        Charset charset = named(name).orElse(StandardCharsets.US_ASCII);
        return new String(bytes, charset);
    }

    static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Characters that no person wrote: replacements, C1 controls, private use. */
    private static int odd(String text) {
        int odd = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\uFFFD' || (c >= 0x80 && c < 0xA0) || (c >= 0xE000 && c < 0xF900)) {
                odd++;
            }
        }
        return odd;
    }

    private static String htmlCharset(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1);
        Matcher matcher = HTML_CHARSET.matcher(head);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** Lower case, without quotes, blanks and an RFC 2231 language. */
    private static String clean(String declared) {
        String name = declared.strip().toLowerCase(Locale.ROOT).replace("\"", "").replace("'", "");
        int star = name.indexOf('*');
        return star > 0 ? name.substring(0, star) : name;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static int highBytes(byte[] bytes) {
        int count = 0;
        for (byte b : bytes) {
            count += b < 0 ? 1 : 0;
        }
        return count;
    }

    private static boolean contains(byte[] bytes, int value) {
        for (byte b : bytes) {
            if (b == value) {
                return true;
            }
        }
        return false;
    }
}

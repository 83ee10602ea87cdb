package org.genjin.connectors.outlook;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Windows' numbers of charsets, each read with the widest charset that has its characters. */
final class CodePage {

    /** What old Outlook wrote when it did not say: the code page of Western Windows. */
    static final Charset WESTERN = Charset.forName("windows-1252");

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(874, "x-windows-874"),
            Map.entry(932, "windows-31j"),
            Map.entry(936, "GB18030"),
            Map.entry(949, "x-windows-949"),
            Map.entry(950, "Big5-HKSCS"),
            Map.entry(1200, "UTF-16LE"),
            Map.entry(10000, "x-MacRoman"),
            Map.entry(20127, "windows-1252"),
            Map.entry(20866, "KOI8-R"),
            Map.entry(21866, "KOI8-U"),
            Map.entry(20932, "EUC-JP"),
            Map.entry(20936, "GB18030"),
            Map.entry(20949, "x-windows-949"),
            Map.entry(28591, "windows-1252"),
            Map.entry(28599, "windows-1254"),
            Map.entry(38598, "ISO-8859-8"),
            Map.entry(50220, "x-windows-50221"),
            Map.entry(50221, "x-windows-50221"),
            Map.entry(50222, "x-windows-50221"),
            Map.entry(50225, "ISO-2022-KR"),
            Map.entry(51932, "EUC-JP"),
            Map.entry(51936, "GB18030"),
            Map.entry(51949, "x-windows-949"),
            Map.entry(54936, "GB18030"),
            Map.entry(65001, "UTF-8"));

    private CodePage() {}

    static Optional<Charset> charset(int page) {
        String name = NAMES.get(page);
        if (name == null && page >= 28592 && page <= 28605) {
            name = "ISO-8859-" + (page - 28590);
        }
        if (name == null) {
            name = page >= 1250 && page <= 1258 ? "windows-" + page : page > 400 && page < 900 ? "IBM" + page : null;
        }
        return name != null && Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
    }

    /** Never fails. What is valid UTF-8 beyond ASCII is UTF-8, whatever is said of it. */
    static String decode(byte[] bytes, Charset said) {
        return strict(bytes, StandardCharsets.UTF_8)
                .or(() -> strict(bytes, said))
                .orElseGet(() -> byteByByte(bytes, said));
    }

    /** Outlook mixes: a hard blank of Western Windows in the midst of Chinese. What the charset has not is read as Western. */
    private static String byteByByte(byte[] bytes, Charset said) {
        CharsetDecoder decoder = said.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length * 2 + 2);
        while (in.hasRemaining()) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) {
                out.put(new String(bytes, in.position(), 1, WESTERN).charAt(0));
                in.position(in.position() + 1);
                decoder.reset();
            } else if (result.isOverflow()) {
                break; // no charset makes more than two characters of a byte
            }
        }
        return out.flip().toString();
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty(); // another charset, then
        }
    }
}

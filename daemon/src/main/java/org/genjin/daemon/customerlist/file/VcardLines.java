package org.genjin.daemon.customerlist.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of address cards, unfolded and decoded: vCard 2.1, RFC 2426 (3.0), RFC 6350 (4.0), also mixed in one file. */
final class VcardLines {

    private VcardLines() {}

    /**
     * @param name in upper case, without its group
     * @param parameters in upper case, as {@code TYPE=CELL} or {@code CELL}
     * @param value decoded from quoted-printable, escapes left in place
     */
    record Line(String name, List<String> parameters, String value) {

        boolean has(String parameter) {
            return parameters.stream().anyMatch(it -> it.equals(parameter) || it.startsWith("TYPE=")
                    && List.of(it.substring(5).replace("\"", "").split(",", -1)).contains(parameter));
        }

        /** The value's parts, divided by {@code divider} where it is not escaped, with the escapes taken away. */
        List<String> parts(char divider) {
            List<String> parts = new ArrayList<>();
            StringBuilder part = new StringBuilder();
            for (int i = 0; i < value.length(); i++) {
                char it = value.charAt(i);
                if (it == '\\' && i + 1 < value.length()) {
                    char next = value.charAt(++i);
                    part.append(next == 'n' || next == 'N' ? '\n' : next);
                } else if (it == divider) {
                    parts.add(part.toString().strip());
                    part.setLength(0);
                } else {
                    part.append(it);
                }
            }
            parts.add(part.toString().strip());
            return parts;
        }

        String text() {
            return parts('\0').getFirst();
        }
    }

    static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        String[] raw = text.split("\r\n|\r|\n", -1);
        int at = 0;
        while (at < raw.length) {
            StringBuilder line = new StringBuilder(raw[at++]);
            boolean quoted = line.toString().toUpperCase(Locale.ROOT).matches("[^:]*QUOTED-PRINTABLE[^:]*:.*");
            while (at < raw.length && (quoted ? line.toString().endsWith("=") : raw[at].startsWith(" ") || raw[at].startsWith("\t"))) {
                line.append(quoted ? "\n" + raw[at] : raw[at].substring(1));
                at++;
            }
            int colon = colon(line);
            if (colon > 0) {
                lines.add(line(line.substring(0, colon), line.substring(colon + 1)));
            }
        }
        return lines;
    }

    /** The colon that ends the parameters: not one within quotation marks. */
    private static int colon(CharSequence line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char it = line.charAt(i);
            if (it == '"') {
                quoted = !quoted;
            } else if (it == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static Line line(String head, String value) {
        List<String> parameters = new ArrayList<>(List.of(head.toUpperCase(Locale.ROOT).split(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)));
        String name = parameters.removeFirst();
        String decoded = value;
        if (parameters.stream().anyMatch(it -> it.endsWith("QUOTED-PRINTABLE"))) {
            decoded = quotedPrintable(value, charset(parameters));
        }
        return new Line(name.substring(name.lastIndexOf('.') + 1).strip(), parameters, decoded.replace("\0", ""));
    }

    private static Charset charset(List<String> parameters) {
        for (String it : parameters) {
            if (it.startsWith("CHARSET=")) {
                try {
                    return Charset.forName(it.substring("CHARSET=".length()).strip());
                } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                    return StandardCharsets.UTF_8; // what phones write without saying it
                }
            }
        }
        return StandardCharsets.UTF_8;
    }

    private static String quotedPrintable(String value, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < value.length(); i++) {
            char it = value.charAt(i);
            if (it == '=' && i + 1 < value.length() && value.charAt(i + 1) == '\n') {
                i++;
            } else if (it == '=' && i + 2 < value.length() && value.substring(i + 1, i + 3).matches("[0-9A-Fa-f]{2}")) {
                bytes.write(Integer.parseInt(value.substring(i + 1, i + 3), 16));
                i += 2;
            } else if (it != '\n') {
                bytes.writeBytes(String.valueOf(it).getBytes(charset));
            }
        }
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException e) {
            return bytes.toString(Charset.forName("GB18030")); // old phones name an encoding that they do not use
        }
    }
}

package org.genjin.connectors.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.ByteSequence;
import org.jspecify.annotations.Nullable;

/** Bytes to a tree of parts, by mime4j at its most permissive, with bounds of our own. */
final class EntityParser {

    private static final int DEEPEST = 50;
    private static final int MOST_PARTS = 2000;
    private static final int MOST_REPAIRS = 3;
    private static final int LONGEST_TYPE = 200;

    private static final MimeConfig PERMISSIVE = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxContentLen(-1)
            .setHeadlessParsing(null)
            .build();

    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w.+-]+/[\\w.+-]+");
    /** A line that begins a part, if what follows it is the header of one. */
    private static final Pattern DELIMITER = Pattern.compile("(?mi)^--(\\S[^\\r\\n]{0,200})\\r?\\n(?:content-[a-z-]{1,40}|mime-version):");

    /** @param cut why not all of it could be parsed; null if all was */
    record Parsed(Entity root, @Nullable String cut) {}

    private EntityParser() {}

    static Parsed parse(byte[] bytes) {
        Building root = new Building("text/plain", 0);
        String cut = parse(bytes, root);
        return new Parsed(root.build(root.charset()), cut);
    }

    /** @return why not all of it could be parsed; null if all was */
    private static @Nullable String parse(byte[] bytes, Building root) {
        Deque<Building> open = new ArrayDeque<>(List.of(root));
        MimeTokenStream stream = new MimeTokenStream(PERMISSIVE);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(new ByteArrayInputStream(bytes));
        try {
            return read(stream, open);
        } catch (IOException | MimeException | RuntimeException e) {
            // Whatever mime4j trips over: what was read until then is kept, and the sentence says so.
            return "The mail is damaged; what could be read of it is here.";
        }
    }

    private static @Nullable String read(MimeTokenStream stream, Deque<Building> open)
            throws IOException, MimeException {
        int parts = 0;
        EntityState state = stream.getState();
        while (state != EntityState.T_END_OF_STREAM) {
            Building current = open.element();
            switch (state) {
                case T_FIELD -> field(current.headers, stream.getField());
                case T_START_BODYPART -> {
                    if (++parts > MOST_PARTS || open.size() > DEEPEST) {
                        return "The mail has too many parts; the first of them are here.";
                    }
                    Building child = new Building(current.isDigest() ? "message/rfc822" : "text/plain", current.repairs);
                    current.children.add(child);
                    open.push(child);
                }
                case T_END_BODYPART -> open.pop();
                case T_BODY -> current.body = body(stream.getInputStream());
                case T_PREAMBLE -> current.preamble = body(stream.getInputStream());
                case T_EPILOGUE -> current.epilogue = body(stream.getInputStream());
                default -> {}
            }
            state = stream.next();
        }
        return null;
    }

    private static byte[] body(InputStream stream) throws IOException {
        return stream.readAllBytes();
    }

    private static void field(Headers headers, Field field) {
        ByteSequence raw = field.getRaw();
        if (raw == null) {
            headers.add(field.getName(), field.getBody());
            return;
        }
        String line = new String(raw.toByteArray(), StandardCharsets.ISO_8859_1);
        int colon = line.indexOf(':');
        headers.add(line.substring(0, Math.max(0, colon)), line.substring(colon + 1));
    }

    /** An entity while its parts are still coming. */
    private static final class Building {

        private final Headers headers = new Headers();
        private final List<Building> children = new ArrayList<>();
        private final String defaultType;
        private final int repairs;
        private byte[] body = new byte[0];
        private byte[] preamble = new byte[0];
        private byte[] epilogue = new byte[0];

        /**
         * @param defaultType for an entity that does not say what it is (RFC 2046 section 5.1.5)
         * @param repairs how many boundaries had to be guessed on the way to it
         */
        Building(String defaultType, int repairs) {
            this.defaultType = defaultType;
            this.repairs = repairs;
        }

        boolean isDigest() {
            return headers.parameters("content-type").value().equals("multipart/digest");
        }

        /** The first that is declared; "" if none is. */
        String charset() {
            String own = headers.parameters("content-type").get("charset");
            return !own.isEmpty()
                    ? own
                    : children.stream().map(Building::charset).filter(it -> !it.isEmpty()).findFirst().orElse("");
        }

        /** @param charset in which bare 8-bit in header fields most likely is */
        Entity build(String charset) {
            headers.readBareAs(charset);
            Parameters contentType = headers.parameters("content-type");
            String type = mediaType(contentType.value(), headers.has("content-type") ? "text/plain" : defaultType);
            if (type.startsWith("multipart/") && children.isEmpty()) {
                return withoutParts(contentType);
            }
            if (type.startsWith("multipart/")) {
                List<Entity> parts = new ArrayList<>(repaired(preamble, ""));
                children.forEach(it -> parts.add(it.build(charset)));
                return new Entity(headers, contentType, type, epilogue, parts);
            }
            String encoding = headers.text("content-transfer-encoding");
            byte[] decoded = TransferEncoding.decode(body, encoding, type.startsWith("text/"));
            return new Entity(headers, contentType, type, decoded, List.of());
        }

        /** The boundary that was declared never comes: perhaps another one does, else what there is, is text. */
        private Entity withoutParts(Parameters contentType) {
            byte[] text = preamble.length > 0 ? preamble : body;
            List<Entity> parts = repaired(text, contentType.get("boundary"));
            if (!parts.isEmpty()) {
                return new Entity(headers, contentType, mediaType(contentType.value(), "multipart/mixed"), epilogue, parts);
            }
            byte[] decoded = TransferEncoding.decode(text, headers.text("content-transfer-encoding"), true);
            return new Entity(headers, contentType, looksLikeHtml(decoded) ? "text/html" : "text/plain", decoded, List.of());
        }

        /** Parts in what was taken for text, by {@code declared} or by what looks like a boundary; empty if there are none. */
        private List<Entity> repaired(byte[] text, String declared) {
            if (text.length == 0 || repairs >= MOST_REPAIRS) {
                return List.of();
            }
            String all = new String(text, StandardCharsets.ISO_8859_1);
            Matcher delimiter = DELIMITER.matcher(all);
            String boundary = !declared.isEmpty() && all.contains("--" + declared)
                    ? declared
                    : delimiter.find() ? delimiter.group(1).stripTrailing() : "";
            if (boundary.isEmpty() || boundary.contains("\"")) {
                return List.of();
            }
            Building again = new Building("text/plain", repairs + 1);
            String head = "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n";
            parse((head + all).getBytes(StandardCharsets.ISO_8859_1), again);
            String charset = again.charset();
            return again.children.stream().map(it -> it.build(charset)).toList();
        }

        /** Blanks within and words behind it are not meant. */
        private static String mediaType(String value, String instead) {
            String some = value.substring(0, Math.min(value.length(), LONGEST_TYPE));
            Matcher type = MEDIA_TYPE.matcher(some.replaceAll("\\s*/\\s*", "/"));
            return type.lookingAt() ? type.group() : instead;
        }

        private static boolean looksLikeHtml(byte[] text) {
            String head = new String(text, 0, Math.min(text.length, 500), StandardCharsets.ISO_8859_1);
            return head.toLowerCase(Locale.ROOT).contains("<html");
        }
    }
}

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

    private static final MimeConfig PERMISSIVE = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxContentLen(-1)
            .setHeadlessParsing(null)
            .build();

    /** @param cut why not all of it could be parsed; null if all was */
    record Parsed(Entity root, @Nullable String cut) {}

    private EntityParser() {}

    static Parsed parse(byte[] bytes) {
        Building root = new Building();
        Deque<Building> open = new ArrayDeque<>(List.of(root));
        MimeTokenStream stream = new MimeTokenStream(PERMISSIVE);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(new ByteArrayInputStream(bytes));
        String cut = null;
        try {
            cut = read(stream, open);
        } catch (IOException | MimeException | RuntimeException e) {
            // Whatever mime4j trips over: what was read until then is kept, and the sentence says so.
            cut = "The mail is damaged; what could be read of it is here.";
        }
        return new Parsed(root.build(), cut);
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
                    Building child = new Building();
                    current.children.add(child);
                    open.push(child);
                }
                case T_END_BODYPART -> open.pop();
                case T_BODY -> current.body = body(stream.getInputStream());
                case T_PREAMBLE -> current.preamble = body(stream.getInputStream());
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
        private byte[] body = new byte[0];
        private byte[] preamble = new byte[0];

        Entity build() {
            Parameters contentType = headers.parameters("content-type");
            String type = contentType.value().replaceAll("\\s", "").toLowerCase(Locale.ROOT);
            boolean valid = type.matches("[\\w.+-]+/[\\w.+-]+");
            if (!valid) {
                type = "text/plain";
            }
            if (type.startsWith("multipart/") && children.isEmpty()) {
                // The boundary never comes: what there is, is text.
                byte[] text = preamble.length > 0 ? preamble : body;
                return new Entity(headers, contentType, looksLikeHtml(text) ? "text/html" : "text/plain", text, List.of());
            }
            String encoding = headers.text("content-transfer-encoding");
            return new Entity(
                    headers,
                    contentType,
                    type,
                    type.startsWith("multipart/") ? new byte[0] : TransferEncoding.decode(body, encoding),
                    children.stream().map(Building::build).toList());
        }

        private static boolean looksLikeHtml(byte[] text) {
            String head = new String(text, 0, Math.min(text.length, 500), StandardCharsets.ISO_8859_1);
            return head.toLowerCase(Locale.ROOT).contains("<html");
        }
    }
}

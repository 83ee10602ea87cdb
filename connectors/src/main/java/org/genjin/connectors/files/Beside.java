package org.genjin.connectors.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.genjin.connectors.Content;
import org.genjin.connectors.chat.ChatExport;
import org.jspecify.annotations.Nullable;

/** Finds what was sent in a chat: in the zip the chat lies in, or in its folder and below. */
final class Beside implements ChatExport.Beside {

    private static final String INVISIBLE = "[\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]";

    private final Piece chat;
    private final String inside;
    /** By folded path from the export's folder, and by folded name alone; made when the first file is asked for. */
    private @Nullable Map<String, String> byName;

    Beside(Piece chat) {
        this.chat = chat;
        int zip = chat.name().lastIndexOf("!/");
        this.inside = zip < 0 ? "" : chat.name().substring(zip + 2);
    }

    @Override
    public @Nullable Content part(String relative) throws IOException {
        Archive archive = chat.archive();
        if (archive != null) {
            return archive.content(Path.of("/" + inside).resolveSibling(relative).normalize().toString().substring(1));
        }
        Path file = chat.origin().toAbsolutePath().resolveSibling(relative).normalize();
        return Files.isRegularFile(file) ? new FileContent(file) : null;
    }

    @Override
    public @Nullable Content media(String name) {
        try {
            String path = names().get(folded(name.replace('\\', '/')));
            String found = path != null ? path : names().get(folded(last(name)));
            return found == null ? null : part(found);
        } catch (IOException | InvalidPathException e) {
            return null; // as if it were not there: the message says its name all the same
        }
    }

    private Map<String, String> names() throws IOException {
        Map<String, String> known = byName;
        if (known == null) {
            known = new HashMap<>();
            for (String path : paths()) {
                known.putIfAbsent(folded(last(path)), path);
            }
            for (String path : paths()) {
                known.put(folded(path), path);
            }
            byName = known;
        }
        return known;
    }

    /** Paths below the export's folder, nearest first. */
    private List<String> paths() throws IOException {
        Archive archive = chat.archive();
        if (archive != null) {
            String folder = inside.substring(0, inside.lastIndexOf('/') + 1);
            return archive.names().stream()
                    .filter(it -> it.startsWith(folder))
                    .map(it -> it.substring(folder.length()))
                    .toList();
        }
        Path folder = chat.origin().toAbsolutePath().getParent();
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 3)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private static String last(String path) {
        String normal = path.replace('\\', '/');
        return normal.substring(normal.lastIndexOf('/') + 1);
    }

    private static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC).replaceAll(INVISIBLE, "").strip();
    }
}

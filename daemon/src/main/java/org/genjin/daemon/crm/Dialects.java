package org.genjin.daemon.crm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The dialects there are: one for each file of {@code resources/crm}. Adding a dialect is adding a file. */
public final class Dialects {

    private static final String ENDING = ".yaml";

    private Dialects() {}

    /** In alphabetical order. */
    public static List<String> names() {
        try {
            // A file that is always there leads to the folder, also where the program lies in a jar.
            URI one = Objects.requireNonNull(url("generic")).toURI();
            if (one.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(one, Map.of())) {
                    return names(jar.getPath("/crm"));
                }
            }
            return names(Objects.requireNonNull(Path.of(one).getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(it -> String.valueOf(it.getFileName()))
                    .filter(it -> it.endsWith(ENDING))
                    .map(it -> it.substring(0, it.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    /** @param name one of {@link #names} */
    public static Dialect read(String name) {
        URL file = Objects.requireNonNull(url(name), () -> "there is no dialect " + name);
        try (InputStream in = file.openStream()) {
            return DialectFile.read(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable URL url(String name) {
        return Dialects.class.getResource("/crm/" + name + ENDING);
    }
}

package org.genjin.daemon.words;

import java.io.IOException;
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

/** A folder of the program's own resources in which each file is a thing: adding one is adding a file. */
public final class ResourceFolder {

    private ResourceFolder() {}

    /**
     * The names of the files there, without their ending, in alphabetical order.
     *
     * @param folder such as {@code /crm}
     * @param ending with its point
     * @param one the name of a file that is always there, which leads to the folder
     */
    public static List<String> names(String folder, String ending, String one) {
        try {
            URL file = Objects.requireNonNull(ResourceFolder.class.getResource(folder + "/" + one + ending), () -> "there is no " + folder);
            URI place = file.toURI();
            if (place.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                    return names(jar.getPath(folder), ending);
                }
            }
            return names(Objects.requireNonNull(Path.of(place).getParent()), ending);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(it -> String.valueOf(it.getFileName()))
                    .filter(it -> it.endsWith(ending))
                    .map(it -> it.substring(0, it.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }
}

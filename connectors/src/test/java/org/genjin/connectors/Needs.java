package org.genjin.connectors;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What a test needs beyond Java. Where it is missing the test is skipped and says why; in CI a missing tool is an error. */
public final class Needs {

    private static final boolean CI = "true".equals(System.getenv("GENJIN_CI"));

    private Needs() {}

    /** The program's path. */
    public static Path tool(String... names) {
        Optional<Path> found = Arrays.stream(names).flatMap(name -> find(name).stream()).findFirst();
        if (found.isEmpty()) {
            String missing = "skipped: " + String.join(" or ", names) + " is not installed";
            if (CI) {
                Assertions.fail(missing);
            }
            Assumptions.abort(missing);
        }
        return found.orElseThrow();
    }

    /** A folder of the shared test material, which is not part of the repository. */
    public static Path corpora(String name) {
        String root = System.getProperty("genjin.corpora", "");
        Path folder = Path.of(root).resolve(name);
        Assumptions.assumeTrue(
                !root.isEmpty() && Files.isDirectory(folder), "skipped: the shared test material '" + name + "' is not there");
        return folder;
    }

    private static Optional<Path> find(String name) {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin";
        return Arrays.stream(path.split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}

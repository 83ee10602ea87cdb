package org.genjin.daemon;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Programs of this machine that a benchmark runs beside Genjin. */
final class Installed {

    private Installed() {}

    /** Where {@code name} is, looked for as a shell would, and where servers lie. */
    static Optional<Path> program(Surroundings around, String name) {
        String path = around.environment().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin";
        return Arrays.stream(path.split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}

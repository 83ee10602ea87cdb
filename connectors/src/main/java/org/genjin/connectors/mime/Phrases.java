package org.genjin.connectors.mime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What programs write, by language, kept as data: a line is a language, a colon and expressions parted by commas. */
final class Phrases {

    private Phrases() {}

    /** The expressions of all languages, in lower case. */
    static List<String> of(String file) {
        return lines(file).stream()
                .flatMap(line -> Arrays.stream(line.substring(line.indexOf(':') + 1).split(",", -1)))
                .map(String::strip)
                .toList();
    }

    /** Without remarks and empty lines. */
    static List<String> lines(String file) {
        try (InputStream in = Phrases.class.getResourceAsStream("/mime/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + file + " is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.genjin.daemon.reading.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The files of words that this package and its readers are made from. */
public final class Lines {

    private Lines() {}

    /**
     * The lines of a file of {@code /reading/facts}, without remarks and empty lines; what is indented goes on with
     * the line before.
     */
    public static List<String> of(String file) {
        List<String> lines = new ArrayList<>();
        for (String line : raw(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (Character.isWhitespace(line.charAt(0)) && !lines.isEmpty()) {
                lines.set(lines.size() - 1, lines.getLast() + " " + line.strip());
            } else {
                lines.add(line.strip());
            }
        }
        return lines;
    }

    private static List<String> raw(String file) {
        try (InputStream in = Lines.class.getResourceAsStream("/reading/facts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + file + " is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.genjin.daemon.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lists of words and expressions by language, kept as data. */
public final class Phrases {

    private Phrases() {}

    /** The lines of a file of this package's resources, without remarks and empty lines. */
    public static List<String> lines(String file) {
        try (InputStream in = Phrases.class.getResourceAsStream("/reading/" + file)) {
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

    /** The expressions of a file by what they are: lines of {@code kind: one | another}, a kind on several lines or one. */
    public static void each(String file, java.util.function.BiConsumer<String, String> kindAndPhrase) {
        for (String line : lines(file)) {
            int colon = line.indexOf(": ");
            for (String phrase : line.substring(colon + 2).split("\\|", -1)) {
                if (!phrase.isEmpty()) {
                    kindAndPhrase.accept(line.substring(0, colon), phrase);
                }
            }
        }
    }
}

package org.genjin.daemon.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Words and phrases that rules look for, kept as data: UTF-8 text in the program's own resources, {@code #} begins a remark. */
public final class WordFile {

    private WordFile() {}

    /**
     * The lines of a resource, as they stand, without remarks and empty lines.
     *
     * @param path such as {@code /reading/stop-words.txt}
     * @throws IllegalStateException if there is none: the program was put together wrongly
     */
    public static List<String> lines(String path) {
        try (InputStream in = WordFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + path + " is missing");
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

package org.genjin.daemon.party;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/** A data file of lines under headings in brackets; {@code #} begins a comment. */
final class SectionFile {

    private SectionFile() {}

    /** @param line hears each line with its heading */
    static void read(String path, BiConsumer<String, String> line) {
        try (InputStream file = SectionFile.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the file " + path + " is missing");
            }
            String heading = "";
            for (String it : new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)).lines().toList()) {
                if (it.startsWith("[")) {
                    heading = it.substring(1, it.indexOf(']'));
                } else if (!it.isBlank() && !it.startsWith("#")) {
                    line.accept(heading, it.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

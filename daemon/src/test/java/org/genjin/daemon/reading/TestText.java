package org.genjin.daemon.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Material of this package's tests: blocks of text with {@code ====} between them. */
public final class TestText {

    private TestText() {}

    /** Without the remarks at the begin of the file. */
    public static List<String> blocks(String file) {
        try (InputStream in = TestText.class.getResourceAsStream("/reading/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + file);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceFirst("^(?:#[^\n]*\n)+", "");
            return Arrays.stream(text.split("\n====\n", -1)).map(String::stripTrailing).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

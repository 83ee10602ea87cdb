package org.genjin.connectors.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Loads the words that apps use in exports, which are data: UTF-8, alternatives parted by {@code |}. */
final class Phrases {

    private Phrases() {}

    static Properties load(String resource) {
        try (InputStream file = Phrases.class.getResourceAsStream(resource)) {
            Properties words = new Properties();
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> list(@Nullable String value) {
        return value == null
                ? List.of()
                : Arrays.stream(value.split("\\|")).map(String::strip).filter(it -> !it.isEmpty()).toList();
    }
}

package org.genjin.daemon.crm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import org.genjin.daemon.words.ResourceFolder;
import org.jspecify.annotations.Nullable;

/** The dialects there are: one for each file of {@code resources/crm}. Adding a dialect is adding a file. */
public final class Dialects {

    private static final String ENDING = ".yaml";

    private Dialects() {}

    /** In alphabetical order. */
    public static List<String> names() {
        return ResourceFolder.names("/crm", ENDING, "generic");
    }

    /** @param name one of {@link #names} */
    public static Dialect read(String name) {
        URL file = Objects.requireNonNull(url(name), () -> "there is no dialect " + name);
        try (InputStream in = file.openStream()) {
            return DialectFile.read(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable URL url(String name) {
        return Dialects.class.getResource("/crm/" + name + ENDING);
    }
}

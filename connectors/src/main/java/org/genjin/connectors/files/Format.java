package org.genjin.connectors.files;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a file can be read as. */
public enum Format {
    EML,
    MBOX,
    MAILDIR,
    WHATSAPP,
    ZIP,
    /** A bare .txt or .html, read as the body of a mail without a header. */
    BODY;

    /** The name for {@code --as}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Format> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id().equals(id.toLowerCase(Locale.ROOT))).findFirst();
    }

    /** All names, for people. */
    public static String names() {
        return String.join(", ", Arrays.stream(values()).map(Format::id).toList());
    }
}

package org.genjin.connectors.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genjin.connectors.chat.ChatFormat;
import org.genjin.connectors.chat.ChatFormats;

/** What a file can be read as. */
sealed interface Format {

    /** The name for {@code --as}. */
    String id();

    static Optional<Format> of(String id) {
        return Arrays.<Format>stream(Mail.values())
                .filter(it -> it.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst()
                .or(() -> ChatFormats.of(id).map(Chat::new));
    }

    /** All names. */
    static List<String> all() {
        List<String> names = new ArrayList<>(Arrays.stream(Mail.values()).map(Format::id).toList());
        names.addAll(ChatFormats.ids());
        return names;
    }

    /** All names, for people. */
    static String names() {
        return String.join(", ", all());
    }

    /** Mails, in one of the ways they are kept in files. */
    enum Mail implements Format {
        EML,
        MBOX,
        MAILDIR,
        /** Saved from Outlook, one item a file. */
        MSG,
        /** Outlook's mail store, {@code .ost} as well. */
        PST,
        /** A winmail.dat. */
        TNEF,
        ZIP,
        /** A bare .txt or .html, read as the body of a mail without a header. */
        BODY;

        @Override
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A chat export of one kind. */
    record Chat(ChatFormat how) implements Format {
        @Override
        public String id() {
            return how.id();
        }
    }
}

package org.genjin.connectors.chat;

import java.io.IOException;

/**
 * One kind of chat export: how it is recognised and what it says. To add a kind, write one of these and name it in {@link
 * ChatFormats}; sides, time zones, keys, media and paging are the same for all. Stateless and thread-safe.
 */
public interface ChatFormat {

    /** The name for {@code --as}, such as {@code whatsapp}. */
    String id();

    /** Looks at the beginning of a file; the content decides, names are hints. */
    Recognised recognise(ExportHead head);

    /**
     * Reads a whole export.
     *
     * @throws UnreadableExport if it is not of this kind after all, or damaged so that nothing can be read
     */
    Transcript read(ChatExport export) throws IOException, UnreadableExport;

    /** What a file is to a format. */
    enum Recognised {
        YES,
        /** Part of an export of this kind that holds no messages of its own, such as a list of users. */
        COMPANION,
        NO
    }

    /** Nothing can be read of an export; the message is one sentence for a person. */
    final class UnreadableExport extends Exception {
        public UnreadableExport(String message) {
            super(message);
        }
    }
}

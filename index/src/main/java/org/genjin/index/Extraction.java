package org.genjin.index;

import java.util.List;

/** The attempt to read text from a document, and what came of it. */
public sealed interface Extraction {

    /** @param truncated true if a bound cut the text off; what was read is kept */
    record Text(String mediaType, List<IndexEntry.Part> parts, boolean truncated) implements Extraction {
        public Text {
            parts = List.copyOf(parts);
        }

        /** The words of all parts, one below the other. */
        public String all() {
            return String.join("\n", parts.stream().map(IndexEntry.Part::text).toList());
        }
    }

    /**
     * The document is sound and has no text: a photograph, a scan.
     *
     * @param picture whether it may have words for all that, which nothing here reads: no OCR is installed, or none is wanted
     */
    record Nothing(String mediaType, boolean picture) implements Extraction {}

    /** @param detail for the log, one line, never the document's words */
    record Failed(String mediaType, Problem problem, String detail) implements Extraction {}

    enum Problem {
        ENCRYPTED("encrypted"),
        CORRUPT("corrupt"),
        TOO_LARGE("too-large"),
        TIMED_OUT("timed-out"),
        UNSUPPORTED("unsupported");

        private final String id;

        Problem(String id) {
            this.id = id;
        }

        /** The word in tables and JSON. */
        public String id() {
            return id;
        }
    }
}

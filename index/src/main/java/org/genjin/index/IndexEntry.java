package org.genjin.index;

import java.time.Instant;
import java.util.List;

/**
 * One message as the index holds it; {@link SearchIndex#put} replaces the entry with the same {@code row}.
 *
 * @param row the ledger's id of the message
 * @param key the message's key, stored for hits
 * @param visibleTo the owners who may see it; nobody else gets it as hit, count or facet
 * @param customers ids of the customers it is about, the one it belongs to first; empty if it is nobody's
 * @param people names and addresses of everybody named in it, one a line
 * @param channel such as {@code email}
 * @param direction {@code in}, {@code out} or {@code internal}
 * @param language of the new words, such as {@code es}; "" if unknown
 */
public record IndexEntry(
        long row,
        String key,
        List<String> visibleTo,
        List<String> customers,
        String channel,
        String direction,
        Instant sentAt,
        String subject,
        String body,
        String quoted,
        String signature,
        String people,
        String language,
        List<AttachmentText> attachments) {

    public IndexEntry {
        visibleTo = List.copyOf(visibleTo);
        customers = List.copyOf(customers);
        attachments = List.copyOf(attachments);
    }

    /**
     * @param type media type
     * @param parts the text by page, sheet or slide, in order; empty if it has not been read or has no text
     */
    public record AttachmentText(String name, String type, List<Part> parts) {
        public AttachmentText {
            parts = List.copyOf(parts);
        }
    }

    /** @param place {@code page=3}, {@code Sheet1}, {@code slide=2}, or "" where not known */
    public record Part(String place, String text) {}
}

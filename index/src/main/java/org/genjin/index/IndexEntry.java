package org.genjin.index;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One message as the index holds it; {@link SearchIndex#put} replaces the entry with the same {@code row}.
 *
 * @param row the ledger's id of the message
 * @param key the message's key, stored for hits
 * @param visibleTo the owners who may see it; nobody else gets it as hit, count, facet or suggestion
 * @param customers ids of the customers it is about, the one it belongs to first; empty if it is nobody's
 * @param people names and addresses of everybody named in it, one a line, the sender first
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
        List<AttachmentText> attachments,
        Origin origin,
        Said said) {

    public IndexEntry {
        visibleTo = List.copyOf(visibleTo);
        customers = List.copyOf(customers);
        attachments = List.copyOf(attachments);
    }

    /**
     * Where it comes from and where it belongs.
     *
     * @param sources names of the sources it was seen in
     * @param conversation what messages of one conversation have in common; "" if it stands alone
     * @param bytes of the message as it was read
     * @param state whose it is: {@code one}, {@code several}, {@code nobody} or {@code set-aside}
     */
    public record Origin(Set<String> sources, String conversation, long bytes, String state) {
        public Origin {
            sources = Set.copyOf(sources);
        }
    }

    /**
     * What it says of the trade, as far as it has been read.
     *
     * @param types such as {@code rfq}, {@code sample}, {@code order}
     * @param codes product codes as written
     */
    public record Said(Set<String> types, List<String> codes, List<Price> prices) {

        public static final Said NOTHING = new Said(Set.of(), List.of(), List.of());

        public Said {
            types = Set.copyOf(types);
            codes = List.copyOf(codes);
            prices = List.copyOf(prices);
        }
    }

    /** @param currency ISO 4217; "" if it was not said */
    public record Price(double amount, String currency) {}

    /**
     * @param type media type
     * @param parts the text by page, sheet or slide, in order; empty if it has not been read or has no text
     */
    public record AttachmentText(String name, String type, List<Part> parts) {
        public AttachmentText {
            parts = List.copyOf(parts);
        }
    }

    /**
     * @param place {@code page=3}, {@code slide=2}, {@code Sheet1}, {@code !/inner/name.pdf#page=3} in an archive, or "" where not
     *     known. {@code Sheet1!A1} says with which cell the text begins, {@code row=1} with which row: its lines are rows then, and
     *     its tabs lead to the next cell
     */
    public record Part(String place, String text) {}
}

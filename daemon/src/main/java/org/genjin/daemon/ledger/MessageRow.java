package org.genjin.daemon.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HexFormat;
import org.genjin.connectors.Channel;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.jspecify.annotations.Nullable;

/**
 * One message as the ledger has it; its words lie in the store under {@code rawHash}.
 *
 * @param revision changes with whatever the index must know of the message
 * @param preview the first new words on one line, at most 300 characters
 * @param system a chat's own notice
 * @param rawSize in bytes
 * @param fingerprint equal for the same words from the same sender at the same time
 */
public record MessageRow(
        long id,
        String key,
        long revision,
        boolean system,
        Channel channel,
        @Nullable String messageId,
        Instant sentAt,
        @Nullable LocalDateTime localTime,
        Instant storedAt,
        @Nullable String fromAddress,
        @Nullable String fromName,
        @Nullable String chat,
        @Nullable String room,
        String subject,
        String preview,
        String language,
        boolean bulk,
        boolean auto,
        Direction direction,
        @Nullable CustomerId customer,
        MatchState matchState,
        String matchWhy,
        String rawHash,
        long rawSize,
        String fingerprint,
        @Nullable String problem) {

    /** Whose a message is: one customer's, perhaps one of several's, nobody's, or nobody's for a reason that is known. */
    public enum MatchState {
        ONE,
        SEVERAL,
        NOBODY,
        SET_ASIDE;

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** Stands for the hash of its bytes while these are not kept. */
    public static final String NOT_KEPT = "0".repeat(64);

    /** Whether its content was given up. */
    public boolean isDropped() {
        return rawHash.equals(NOT_KEPT);
    }

    /** What stays of it when its content is given up. */
    MessageRow dropped() {
        return new MessageRow(
                id, key, revision, system, channel, messageId, sentAt, localTime, storedAt, fromAddress, fromName, chat, room, "", "",
                "", bulk, auto, direction, customer, matchState, matchWhy, NOT_KEPT, 0, fingerprint, null);
    }

    /** Who said it as people know them: name, else address. */
    public String sender() {
        if (fromName != null && !fromName.isBlank()) {
            return fromName;
        }
        return fromAddress == null ? "" : fromAddress;
    }

    /** A hash over what never changes in a row, so that a flipped bit is seen. */
    String digest() {
        String fixed = String.join(
                "\u0001",
                Long.toString(id),
                key,
                channel.id(),
                String.valueOf(messageId),
                Long.toString(sentAt.toEpochMilli()),
                String.valueOf(fromAddress),
                String.valueOf(fromName),
                String.valueOf(chat),
                subject,
                preview,
                rawHash,
                Long.toString(rawSize),
                fingerprint);
        return HexFormat.of().formatHex(Store.sha256().digest(fixed.getBytes(StandardCharsets.UTF_8)));
    }
}

package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.List;
import org.genjin.connectors.Channel;
import org.genjin.daemon.customer.Direction;

/**
 * One message of a customer's history, or a note that a person logged.
 *
 * @param row the ledger's id of the message
 * @param who the sender as people know them: name, else address
 * @param text the new words; "" for a mere attachment
 * @param quoted what is quoted below them; "" if nothing
 * @param why the evidence by which the message is this customer's
 */
public record TimelineEntry(
        long row,
        String key,
        Instant at,
        Channel channel,
        Direction direction,
        String who,
        String subject,
        String text,
        String quoted,
        List<AttachmentLine> attachments,
        boolean automatic,
        String why) {

    public TimelineEntry {
        attachments = List.copyOf(attachments);
    }

    /**
     * @param number by which it is asked for; numbers may be missing between
     * @param size in bytes, or -1 if not known
     * @param problem why its text could not be read, an id such as {@code encrypted}; "" if there is no problem
     */
    public record AttachmentLine(int number, String name, String type, long size, boolean present, String problem) {}
}

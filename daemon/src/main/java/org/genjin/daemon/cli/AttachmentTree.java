package org.genjin.daemon.cli;

import java.util.List;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;

/**
 * The attachments of one message in the order in which {@code read} prints them. {@code attachments} are the parts that the
 * mail names or attaches, no more and no fewer; what was found within one of them stands below it, and what has no name or
 * was written into the words apart from them.
 */
record AttachmentTree(Message message) {

    private static final int DEEPEST = 10;

    /** What the message names. */
    List<Message.Attachment> named() {
        return message.attachments().stream().filter(this::isNamed).toList();
    }

    /** What it has without naming it. */
    List<Message.Attachment> unnamed() {
        return message.attachments().stream().filter(it -> !isNamed(it) && isOutermost(it)).toList();
    }

    /** @param depth how many attachments {@code container} is within */
    @SuppressWarnings("ReferenceEquality") // this very one, not one like it
    List<Message.Attachment> within(Message.Attachment container, int depth) {
        return depth > DEEPEST || container.name().isEmpty() || first(container.name()) != container
                ? List.of()
                : message.attachments().stream()
                        .filter(it -> it != container && container.name().equals(it.within()))
                        .toList();
    }

    /** Where two have one name, what lies within either is shown below the first. */
    private Message.@Nullable Attachment first(String name) {
        return message.attachments().stream().filter(it -> it.name().equals(name)).findFirst().orElse(null);
    }

    private boolean isNamed(Message.Attachment it) {
        return it.within() == null && (message.channel() != Channel.EMAIL || !it.name().isEmpty());
    }

    private static boolean isOutermost(Message.Attachment it) {
        String within = it.within();
        return within == null || within.isEmpty();
    }
}

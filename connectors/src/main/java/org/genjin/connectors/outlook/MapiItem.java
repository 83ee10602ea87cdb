package org.genjin.connectors.outlook;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An Outlook item, whichever of Outlook's formats it was kept in. */
record MapiItem(MapiProperties properties, List<MapiProperties> recipients, List<Attached> attachments) {

    MapiItem {
        recipients = List.copyOf(recipients);
        attachments = List.copyOf(attachments);
    }

    /**
     * @param data the bytes of a file; null if it is an item, or kept elsewhere
     * @param item null if it is a file
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Attached(MapiProperties properties, byte @Nullable [] data, @Nullable MapiItem item) {}

    /** In lower case, such as {@code ipm.note}. */
    String messageClass() {
        return properties.textOr(Mapi.MESSAGE_CLASS, "ipm.note").toLowerCase(Locale.ROOT).strip();
    }
}

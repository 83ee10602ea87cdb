package org.genjin.connectors.outlook;

import com.pff.PSTAppointment;
import com.pff.PSTAttachment;
import com.pff.PSTException;
import com.pff.PSTFile;
import com.pff.PSTMessage;
import com.pff.PSTRecipient;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes an item out of a mail store. */
final class PstItem {

    private static final int DEEPEST = 10;

    private final PSTFile file;
    private final int largest;

    /** @param largest attachment that is taken, in bytes; of a larger one there is the name */
    PstItem(PSTFile file, int largest) {
        this.file = file;
        this.largest = largest;
    }

    MapiItem read(PSTMessage message) throws PSTException, IOException {
        return read(message, new PstNode(file, message.getDescriptorNode()), 0);
    }

    private MapiItem read(PSTMessage message, @Nullable PstNode node, int depth) throws PSTException, IOException {
        MapiValues values = new MapiValues(CodePage.WESTERN);
        if (node != null) {
            asItLies(node, values);
        }
        values.text(Mapi.MESSAGE_CLASS, message.getMessageClass());
        values.text(Mapi.SUBJECT, message.getSubject());
        values.text(Mapi.TRANSPORT_HEADERS, message.getTransportMessageHeaders());
        people(message, values);
        values.time(Mapi.CLIENT_SUBMIT_TIME, instant(message.getClientSubmitTime()));
        values.time(Mapi.DELIVERY_TIME, instant(message.getMessageDeliveryTime()));
        values.time(Mapi.CREATION_TIME, instant(message.getCreationTime()));
        values.number(Mapi.MESSAGE_FLAGS, message.isUnsent() ? Mapi.FLAG_UNSENT : 0);
        values.text(Mapi.MESSAGE_ID, message.getInternetMessageId());
        values.text(Mapi.IN_REPLY_TO, message.getInReplyToId());
        values.text(Mapi.BODY, message.getBody());
        values.text(Mapi.HTML, message.getBodyHTML());
        if (message instanceof PSTAppointment appointment) {
            values.time(Mapi.APPOINTMENT_START, instant(appointment.getStartTime()));
            values.time(Mapi.APPOINTMENT_END, instant(appointment.getEndTime()));
            values.text(Mapi.APPOINTMENT_LOCATION, appointment.getLocation());
        }
        return new MapiItem(values, recipients(message), attachments(message, depth));
    }

    /** What the library decodes by a charset of too few characters, or does not hand out. */
    private static void asItLies(PstNode node, MapiValues values) {
        node.integer(Mapi.MESSAGE_CODE_PAGE).ifPresent(it -> values.number(Mapi.MESSAGE_CODE_PAGE, it));
        node.integer(Mapi.INTERNET_CODE_PAGE).ifPresent(it -> values.number(Mapi.INTERNET_CODE_PAGE, it));
        values.settle();
        node.binary(Mapi.HTML).ifPresent(it -> values.put(Mapi.HTML, Mapi.TYPE_BINARY, it));
        node.binary(Mapi.RTF_COMPRESSED).ifPresent(it -> values.put(Mapi.RTF_COMPRESSED, Mapi.TYPE_BINARY, it));
        node.binary(Mapi.CONVERSATION_INDEX).ifPresent(it -> values.put(Mapi.CONVERSATION_INDEX, Mapi.TYPE_BINARY, it));
        for (int id : new int[] {Mapi.REFERENCES, Mapi.SENDER_SMTP, Mapi.SENT_REPRESENTING_SMTP, Mapi.REPORT_TEXT}) {
            node.string(id).ifPresent(it -> values.text(id, it));
        }
    }

    private static void people(PSTMessage message, MapiValues values) {
        values.text(Mapi.SENT_REPRESENTING_NAME, message.getSentRepresentingName());
        values.text(Mapi.SENT_REPRESENTING_TYPE, message.getSentRepresentingAddressType());
        values.text(Mapi.SENT_REPRESENTING_ADDRESS, message.getSentRepresentingEmailAddress());
        values.text(Mapi.SENDER_NAME, message.getSenderName());
        values.text(Mapi.SENDER_TYPE, message.getSenderAddrtype());
        values.text(Mapi.SENDER_ADDRESS, message.getSenderEmailAddress());
        values.text(Mapi.DISPLAY_TO, message.getDisplayTo());
        values.text(Mapi.DISPLAY_CC, message.getDisplayCC());
    }

    private static List<MapiProperties> recipients(PSTMessage message) throws PSTException, IOException {
        List<MapiProperties> recipients = new ArrayList<>();
        for (int i = 0; i < message.getNumberOfRecipients(); i++) {
            PSTRecipient recipient = message.getRecipient(i);
            MapiValues values = new MapiValues(CodePage.WESTERN);
            values.number(Mapi.RECIPIENT_TYPE, recipient.getRecipientType());
            values.text(Mapi.DISPLAY_NAME, recipient.getDisplayName());
            values.text(Mapi.ADDRESS_TYPE, recipient.getEmailAddressType());
            values.text(Mapi.ADDRESS, recipient.getEmailAddress());
            values.text(Mapi.SMTP_ADDRESS, recipient.getSmtpAddress());
            recipients.add(values);
        }
        return recipients;
    }

    private List<MapiItem.Attached> attachments(PSTMessage message, int depth) throws PSTException, IOException {
        List<MapiItem.Attached> attachments = new ArrayList<>();
        for (int i = 0; i < message.getNumberOfAttachments(); i++) {
            PSTAttachment attachment = message.getAttachment(i);
            MapiValues values = new MapiValues(CodePage.WESTERN);
            values.text(Mapi.ATTACH_LONG_FILENAME, attachment.getLongFilename());
            values.text(Mapi.ATTACH_FILENAME, attachment.getFilename());
            values.text(Mapi.DISPLAY_NAME, attachment.getDisplayName());
            values.text(Mapi.ATTACH_MIME_TAG, attachment.getMimeTag());
            values.text(Mapi.ATTACH_CONTENT_ID, attachment.getContentId());
            PSTMessage embedded = attachment.getAttachMethod() == Mapi.METHOD_EMBEDDED && depth < DEEPEST
                    ? attachment.getEmbeddedPSTMessage() : null;
            attachments.add(
                    embedded != null
                            ? new MapiItem.Attached(values, null, read(embedded, null, depth + 1))
                            : new MapiItem.Attached(values, bytes(attachment), null));
        }
        return attachments;
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private byte @Nullable [] bytes(PSTAttachment attachment) throws PSTException, IOException {
        if (attachment.getAttachMethod() != PSTAttachment.ATTACHMENT_METHOD_BY_VALUE
                && attachment.getAttachMethod() != PSTAttachment.ATTACHMENT_METHOD_OLE) {
            return null; // a link to where the sender had it
        }
        try (InputStream in = attachment.getFileInputStream()) {
            byte[] bytes = in.readNBytes(largest + 1);
            return bytes.length > largest ? null : bytes;
        }
    }
}

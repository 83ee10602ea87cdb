package org.genjin.connectors.outlook;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads TNEF (MS-OXTNEF), the form in which Outlook sends an item to Outlook. What comes after the damage in a damaged one is
 * lost, what comes before is read.
 */
final class TnefStream {

    static final int SIGNATURE = 0x223E9F78;

    private static final int SUBJECT = 0x8004;
    private static final int MESSAGE_CLASS = 0x8008;
    private static final int BODY = 0x800C;
    private static final int ATTACH_DATA = 0x800F;
    private static final int ATTACH_TITLE = 0x8010;
    private static final int ATTACH_BEGIN = 0x9002;
    private static final int MAPI_PROPERTIES = 0x9003;
    private static final int RECIPIENTS = 0x9004;
    private static final int ATTACH_PROPERTIES = 0x9005;
    private static final int CODE_PAGE = 0x9007;
    private static final int DEEPEST = 10;

    private final ByteBuffer in;
    private final int depth;
    private final List<MapiProperties> recipients = new ArrayList<>();
    private final List<MapiItem.Attached> attachments = new ArrayList<>();
    private Charset charset = CodePage.WESTERN;
    private MapiValues values = new MapiValues(charset);
    private @Nullable MapiValues attachment;
    private byte @Nullable [] data;

    private TnefStream(byte[] bytes, int depth) {
        this.in = MapiValues.little(bytes);
        this.depth = depth;
    }

    static boolean isTnef(byte[] head) {
        return head.length >= 6 && MapiValues.little(head).getInt() == SIGNATURE;
    }

    /** @throws OutlookException if the bytes do not begin as TNEF does */
    static MapiItem read(byte[] bytes) throws OutlookException {
        return read(bytes, 0);
    }

    private static MapiItem read(byte[] bytes, int depth) throws OutlookException {
        if (!isTnef(bytes)) {
            throw new OutlookException("This is not what Outlook writes into a winmail.dat.", null);
        }
        return new TnefStream(bytes, depth).item();
    }

    private MapiItem item() throws OutlookException {
        in.position(6);
        while (in.remaining() >= 9) {
            int level = in.get();
            int id = in.getShort() & 0xFFFF;
            in.getShort(); // the type, which the id tells as well
            int length = in.getInt();
            if (level < 1 || level > 2 || length < 0 || length > in.remaining()) {
                break; // garbage from here on
            }
            byte[] attribute = new byte[length];
            in.get(attribute);
            in.position(Math.min(in.limit(), in.position() + 2)); // the checksum: what it could tell nobody can mend
            attribute(id, attribute);
        }
        endAttachment();
        return new MapiItem(values.settle(), recipients, attachments);
    }

    private void attribute(int id, byte[] bytes) throws OutlookException {
        switch (id) {
            case CODE_PAGE -> {
                if (bytes.length >= 4) {
                    charset = CodePage.charset(MapiValues.little(bytes).getInt()).orElse(charset);
                    values = new MapiValues(charset);
                }
            }
            case SUBJECT -> values.put(Mapi.SUBJECT, Mapi.TYPE_STRING8, bytes);
            case BODY -> values.put(Mapi.BODY, Mapi.TYPE_STRING8, bytes);
            case MESSAGE_CLASS -> values.put(Mapi.MESSAGE_CLASS, Mapi.TYPE_STRING8, withoutOldName(bytes));
            case MAPI_PROPERTIES -> properties(MapiValues.little(bytes), values);
            case RECIPIENTS -> recipients(MapiValues.little(bytes));
            case ATTACH_BEGIN -> {
                endAttachment();
                attachment = new MapiValues(charset);
            }
            case ATTACH_DATA -> data = bytes;
            case ATTACH_TITLE -> attachment().put(Mapi.ATTACH_FILENAME, Mapi.TYPE_STRING8, bytes);
            case ATTACH_PROPERTIES -> properties(MapiValues.little(bytes), attachment());
            default -> {} // dates, priorities, icons
        }
    }

    /** Some writers forget the attribute that begins an attachment. */
    private MapiValues attachment() {
        MapiValues current = attachment;
        if (current == null) {
            current = new MapiValues(charset);
            attachment = current;
        }
        return current;
    }

    private void endAttachment() throws OutlookException {
        MapiValues ended = attachment;
        if (ended == null && data == null) {
            return;
        }
        MapiValues properties = ended == null ? new MapiValues(charset) : ended;
        byte[] object = properties.octets(Mapi.ATTACH_DATA).map(MapiProperties.Octets::bytes).orElse(null);
        Optional<MapiItem> embedded = object == null ? Optional.empty() : embedded(object);
        byte[] bytes = data != null && data.length > 0 ? data : object == null ? null : withoutInterface(object);
        attachments.add(new MapiItem.Attached(properties, embedded.isPresent() ? null : bytes, embedded.orElse(null)));
        attachment = null;
        data = null;
    }

    /** An item within lies behind the 16 bytes that say what interface it has. */
    private Optional<MapiItem> embedded(byte[] object) throws OutlookException {
        byte[] inside = withoutInterface(object);
        return depth < DEEPEST && isTnef(inside) ? Optional.of(read(inside, depth + 1)) : Optional.empty();
    }

    private static byte[] withoutInterface(byte[] object) {
        return java.util.Arrays.copyOfRange(object, Math.min(16, object.length), object.length);
    }

    private void recipients(ByteBuffer table) {
        try {
            int count = table.getInt();
            for (int i = 0; i < count && table.hasRemaining(); i++) {
                MapiValues recipient = new MapiValues(charset);
                recipients.add(recipient);
                if (!properties(table, recipient)) {
                    return;
                }
            }
        } catch (BufferUnderflowException e) {
            return; // cut off: the recipients before it are there
        }
    }

    /** @return false if the list is cut off or damaged; what came before is in {@code values} */
    private static boolean properties(ByteBuffer list, MapiValues values) {
        try {
            int count = list.getInt();
            for (int i = 0; i < count; i++) {
                property(list, values);
            }
            return true;
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return false;
        }
    }

    private static void property(ByteBuffer list, MapiValues values) {
        int type = list.getShort() & 0xFFFF;
        int id = list.getShort() & 0xFFFF;
        int key = id >= 0x8000 ? name(list) : id;
        int single = type & ~Mapi.MULTIPLE;
        boolean variable = single == Mapi.TYPE_STRING8 || single == Mapi.TYPE_UNICODE || single == Mapi.TYPE_BINARY
                || single == Mapi.TYPE_OBJECT;
        int count = variable || (type & Mapi.MULTIPLE) != 0 ? list.getInt() : 1;
        for (int i = 0; i < count; i++) {
            int length = variable ? list.getInt() : size(single);
            byte[] bytes = take(list, length);
            if (i == 0 && key >= 0) {
                values.put(key, type, bytes);
            }
        }
    }

    /** @return the key of a property that is named by a number; -1 for one named by a text */
    private static int name(ByteBuffer list) {
        list.position(list.position() + 16); // the set it belongs to: the numbers we look for are in one only
        boolean byNumber = list.getInt() == 0;
        int value = list.getInt();
        if (byNumber) {
            return Mapi.NAMED | value & 0xFFFF;
        }
        list.position(list.position() + padded(value));
        return -1;
    }

    private static byte[] take(ByteBuffer list, int length) {
        if (length < 0 || length > list.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        list.get(bytes);
        list.position(Math.min(list.limit(), list.position() + padded(length) - length));
        return bytes;
    }

    private static int padded(int length) {
        return length + 3 & ~3;
    }

    /** Of a value of fixed length, in bytes (MS-OXTNEF 2.1.3.4). */
    private static int size(int type) {
        return switch (type) {
            case 0x0005, 0x0006, 0x0007, 0x0014, Mapi.TYPE_TIME -> 8;
            case 0x0048 -> 16;
            default -> 4;
        };
    }

    private static byte[] withoutOldName(byte[] bytes) {
        String name = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
        return (name.startsWith("IPM.Microsoft Mail.") ? "IPM.Note" : name).getBytes(StandardCharsets.ISO_8859_1);
    }
}

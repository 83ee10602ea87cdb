package org.genjin.connectors.outlook;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Reads an item that Outlook saved as {@code .msg} (MS-OXMSG): a compound file whose streams are the item's properties. */
public final class MsgFile {

    private static final String PROPERTIES = "__properties_version1.0";
    private static final String NAMES = "__nameid_version1.0";
    private static final String RECIPIENT = "__recip_version1.0_";
    private static final String ATTACHMENT = "__attach_version1.0_";
    private static final String STREAM = "__substg1.0_";
    private static final String EMBEDDED = STREAM + "3701000D";
    private static final int DEEPEST = 10;

    private final Map<Integer, Integer> names;

    private MsgFile(Map<Integer, Integer> names) {
        this.names = names;
    }

    /** Whether the compound file in {@code bytes} is an Outlook item and not, say, an Excel workbook. */
    public static boolean looksLike(byte[] head) {
        byte[] sign = PROPERTIES.getBytes(StandardCharsets.UTF_16LE);
        return indexOf(head, sign) >= 0;
    }

    /**
     * @return the item as RFC 5322 has it
     * @throws OutlookException if it is none, no message, or too damaged
     */
    public static byte[] mail(byte[] bytes) throws OutlookException {
        try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            return mail(file);
        } catch (OutlookException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    /** As {@link #mail(byte[])}, without taking the whole file into memory first. */
    public static byte[] mail(File path) throws OutlookException {
        try (POIFSFileSystem file = new POIFSFileSystem(path, true)) {
            return mail(file);
        } catch (OutlookException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    private static OutlookException damaged(Exception e) {
        return new OutlookException("The Outlook message is damaged and cannot be read; save it again from Outlook.", e);
    }

    /** Whether a compound file has an Outlook item in it; for what {@link #looksLike} cannot see from its beginning. */
    public static boolean isOne(File path) {
        try (POIFSFileSystem file = new POIFSFileSystem(path, true)) {
            return file.getRoot().hasEntryCaseInsensitive(PROPERTIES);
        } catch (IOException | RuntimeException e) {
            return false; // then it is said to be something else
        }
    }

    private static byte[] mail(POIFSFileSystem file) throws IOException {
        DirectoryNode root = file.getRoot();
        if (!root.hasEntryCaseInsensitive(PROPERTIES)) {
            throw new OutlookException("This is no message saved from Outlook but another kind of document.", null);
        }
        Map<Integer, Integer> names = root.hasEntryCaseInsensitive(NAMES)
                && root.getEntryCaseInsensitive(NAMES) instanceof DirectoryEntry named ? names(named) : Map.of();
        return OutlookMail.write(new MsgFile(names).item(root, 32, 0));
    }

    private MapiItem item(DirectoryEntry folder, int header, int depth) throws IOException {
        MapiValues properties = values(folder, header, CodePage.WESTERN);
        List<MapiProperties> recipients = new ArrayList<>();
        List<MapiItem.Attached> attachments = new ArrayList<>();
        for (DirectoryEntry it : folders(folder, RECIPIENT)) {
            recipients.add(values(it, 8, properties.charset()));
        }
        for (DirectoryEntry it : folders(folder, ATTACHMENT)) {
            attachments.add(attached(it, properties, depth));
        }
        return new MapiItem(properties, recipients, attachments);
    }

    private MapiItem.Attached attached(DirectoryEntry folder, MapiValues item, int depth) throws IOException {
        MapiValues properties = values(folder, 8, item.charset());
        if (folder.hasEntryCaseInsensitive(EMBEDDED) && folder.getEntryCaseInsensitive(EMBEDDED) instanceof DirectoryEntry inner) {
            boolean message = inner.hasEntryCaseInsensitive(PROPERTIES);
            if (message && depth < DEEPEST) {
                return new MapiItem.Attached(properties, null, item(inner, 24, depth + 1));
            }
            return new MapiItem.Attached(properties, null, null); // an object of another program, drawn into the words
        }
        return new MapiItem.Attached(
                properties, properties.octets(Mapi.ATTACH_DATA).map(MapiProperties.Octets::bytes).orElse(null), null);
    }

    /** In the order of their numbers, which is that of the names. */
    private static List<DirectoryEntry> folders(DirectoryEntry folder, String prefix) {
        List<DirectoryEntry> found = new ArrayList<>();
        for (Entry entry : folder) {
            if (entry instanceof DirectoryEntry it && it.getName().toLowerCase(Locale.ROOT).startsWith(prefix)) {
                found.add(it);
            }
        }
        found.sort(java.util.Comparator.comparing(DirectoryEntry::getName));
        return found;
    }

    /** Fixed values lie in one stream, each of the others in a stream named by id and type. */
    private MapiValues values(DirectoryEntry folder, int header, java.nio.charset.Charset charset) throws IOException {
        MapiValues values = new MapiValues(charset);
        if (folder.hasEntryCaseInsensitive(PROPERTIES)
                && folder.getEntryCaseInsensitive(PROPERTIES) instanceof DocumentEntry fixed) {
            fixed(read(fixed), header, values);
        }
        for (Entry entry : folder) {
            String name = entry.getName();
            boolean single = name.startsWith(STREAM) && name.length() == STREAM.length() + 8;
            if (single && entry instanceof DocumentEntry document && name.substring(STREAM.length()).matches("\\p{XDigit}{8}")) {
                int tag = Integer.parseUnsignedInt(name.substring(STREAM.length()), 16);
                values.put(key(tag >>> 16), tag & 0xFFFF, read(document));
            }
        }
        return values.settle();
    }

    private void fixed(byte[] stream, int header, MapiValues values) {
        ByteBuffer in = MapiValues.little(stream);
        for (int at = header; at + 16 <= stream.length; at += 16) {
            int type = in.getShort(at) & 0xFFFF;
            int id = in.getShort(at + 2) & 0xFFFF;
            boolean elsewhere = type == Mapi.TYPE_STRING8 || type == Mapi.TYPE_UNICODE || type == Mapi.TYPE_BINARY
                    || type == Mapi.TYPE_OBJECT || type == 0x0048 || (type & Mapi.MULTIPLE) != 0;
            if (!elsewhere) {
                byte[] value = new byte[8];
                in.get(at + 8, value);
                values.put(key(id), type, value);
            }
        }
    }

    private int key(int id) {
        return id >= 0x8000 ? names.getOrDefault(id, id) : id;
    }

    private static byte[] read(DocumentEntry document) throws IOException {
        try (InputStream in = new DocumentInputStream(document)) {
            return in.readAllBytes();
        }
    }

    /** Ids of this file to the numbers they are named by (MS-OXMSG 2.2.3). */
    private static Map<Integer, Integer> names(DirectoryEntry folder) throws IOException {
        Map<Integer, Integer> names = new HashMap<>();
        Optional<byte[]> entries = stream(folder, STREAM + "00030102");
        if (entries.isPresent()) {
            ByteBuffer in = MapiValues.little(entries.get());
            while (in.remaining() >= 8) {
                int number = in.getInt();
                boolean byText = (in.getShort() & 1) != 0;
                int index = in.getShort() & 0xFFFF;
                if (!byText) {
                    names.put(0x8000 + index, Mapi.NAMED | number & 0xFFFF);
                }
            }
        }
        return names;
    }

    private static Optional<byte[]> stream(DirectoryEntry folder, String name) throws IOException {
        return folder.hasEntryCaseInsensitive(name) && folder.getEntryCaseInsensitive(name) instanceof DocumentEntry it
                ? Optional.of(read(it)) : Optional.empty();
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (java.util.Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}

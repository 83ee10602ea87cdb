package org.genjin.connectors.outlook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Writes items as Outlook saves them (MS-OXMSG), for tests. */
public final class MsgWriter {

    private final Map<Integer, byte[]> streams = new TreeMap<>();
    private final Map<Integer, byte[]> fixed = new TreeMap<>();
    private final List<MsgWriter> recipients = new ArrayList<>();
    private final List<MsgWriter> attachments = new ArrayList<>();

    private MsgWriter() {}

    public static MsgWriter mail(String from, String name, String to, String subject, String messageId, Instant sentAt, String words) {
        MsgWriter it = new MsgWriter().text(Mapi.MESSAGE_CLASS, "IPM.Note").text(Mapi.SUBJECT, subject).text(Mapi.MESSAGE_ID, messageId)
                .text(Mapi.SENDER_NAME, name).text(Mapi.SENDER_TYPE, "SMTP").text(Mapi.SENDER_ADDRESS, from)
                .text(Mapi.BODY, words).time(Mapi.CLIENT_SUBMIT_TIME, sentAt);
        it.recipients.add(new MsgWriter().text(Mapi.ADDRESS, to).text(Mapi.DISPLAY_NAME, to).number(Mapi.RECIPIENT_TYPE, 1));
        return it;
    }

    public MsgWriter kind(String messageClass) {
        return text(Mapi.MESSAGE_CLASS, messageClass);
    }

    public MsgWriter attach(String name, byte[] bytes) {
        attachments.add(new MsgWriter().text(Mapi.ATTACH_LONG_FILENAME, name).binary(Mapi.ATTACH_DATA, bytes).number(Mapi.ATTACH_METHOD, 1));
        return this;
    }

    MsgWriter text(int id, String text) {
        streams.put(id << 16 | Mapi.TYPE_UNICODE, text.getBytes(StandardCharsets.UTF_16LE));
        return this;
    }

    MsgWriter eightBit(int id, byte[] text) {
        streams.remove(id << 16 | Mapi.TYPE_UNICODE);
        streams.put(id << 16 | Mapi.TYPE_STRING8, text);
        return this;
    }

    MsgWriter binary(int id, byte[] bytes) {
        streams.put(id << 16 | Mapi.TYPE_BINARY, bytes);
        return this;
    }

    MsgWriter number(int id, int number) {
        fixed.put(id << 16 | 3, little(8).putInt(number).array());
        return this;
    }

    MsgWriter time(int id, Instant at) {
        fixed.put(id << 16 | Mapi.TYPE_TIME, little(8).putLong((at.getEpochSecond() + 11_644_473_600L) * 10_000_000L).array());
        return this;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    public byte[] bytes() {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            write(file.getRoot(), 32);
            for (int i = 0; i < recipients.size(); i++) {
                recipients.get(i).write(file.getRoot().createDirectory(String.format(Locale.ROOT, "__recip_version1.0_#%08X", i)), 8);
            }
            for (int i = 0; i < attachments.size(); i++) {
                attachments.get(i).write(file.getRoot().createDirectory(String.format(Locale.ROOT, "__attach_version1.0_#%08X", i)), 8);
            }
            file.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(DirectoryEntry folder, int header) throws IOException {
        ByteBuffer properties = little(header + 16 * (streams.size() + fixed.size())).position(header);
        for (Map.Entry<Integer, byte[]> it : fixed.entrySet()) {
            properties.putInt(it.getKey()).putInt(6).put(it.getValue());
        }
        for (Map.Entry<Integer, byte[]> it : streams.entrySet()) {
            properties.putInt(it.getKey()).putInt(6).putLong(it.getValue().length);
            folder.createDocument(String.format(Locale.ROOT, "__substg1.0_%08X", it.getKey()), new ByteArrayInputStream(it.getValue()));
        }
        folder.createDocument("__properties_version1.0", new ByteArrayInputStream(properties.array()));
    }
}

package org.genjin.connectors.mime;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Writes as much of a CMS object as a signed mail needs to be opened: no certificates, no signers. */
final class Cms {

    private static final byte[] SIGNED = {0x06, 9, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 7, 2};
    private static final byte[] DATA = {0x06, 9, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 7, 1};

    private Cms() {}

    /** @param streamed of unknown length and in pieces, as programs write it that do not know the end when they begin */
    static byte[] signed(byte[] content, boolean streamed) {
        int half = content.length / 2;
        byte[] octets = streamed
                ? node(0x24, true, node(4, false, Arrays.copyOf(content, half)),
                        node(4, false, Arrays.copyOfRange(content, half, content.length)))
                : node(4, false, content);
        byte[] inner = node(0x30, streamed, DATA, node(0xA0, streamed, octets));
        byte[] data = node(0x30, streamed, node(2, false, new byte[] {1}), node(0x31, false), inner, node(0x31, false));
        return node(0x30, streamed, SIGNED, node(0xA0, streamed, data));
    }

    private static byte[] node(int tag, boolean open, byte[]... parts) {
        ByteArrayOutputStream inside = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            inside.writeBytes(part);
        }
        ByteArrayOutputStream node = new ByteArrayOutputStream();
        node.write(tag);
        if (open) {
            node.write(0x80);
            node.writeBytes(inside.toByteArray());
            node.writeBytes(new byte[2]);
        } else {
            node.write(0x82);
            node.write(inside.size() >> 8);
            node.write(inside.size());
            node.writeBytes(inside.toByteArray());
        }
        return node.toByteArray();
    }
}

package org.genjin.connectors.mime;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Looks into a CMS object as S/MIME sends it (RFC 8551, {@code application/pkcs7-mime}): what is only signed can be read
 * without any key. Reads as much of BER as that takes; signatures are not verified.
 */
final class SignedData {

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int OCTETS_IN_PIECES = 0x24;
    private static final int EXPLICIT = 0xA0;
    private static final int DEEPEST = 20;
    /** 1.2.840.113549.1.7.2 */
    private static final byte[] SIGNED = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x07, 0x02};

    private final byte[] bytes;
    private int at;

    private SignedData(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The MIME entity that was signed; empty if the object is encrypted, holds no content or is damaged. */
    static Optional<byte[]> content(byte[] cms) {
        try {
            return Optional.of(new SignedData(cms).content());
        } catch (Damaged | ArrayIndexOutOfBoundsException e) {
            return Optional.empty(); // not that kind of object: the caller says that it cannot be read
        }
    }

    private byte[] content() throws Damaged {
        enter(SEQUENCE);
        if (!Arrays.equals(primitive(0x06), SIGNED)) {
            throw new Damaged();
        }
        enter(EXPLICIT);
        enter(SEQUENCE);
        primitive(0x02); // version
        skip(0); // digest algorithms
        enter(SEQUENCE);
        primitive(0x06);
        enter(EXPLICIT);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        octets(content, 0);
        return content.toByteArray();
    }

    /** A string that may come in pieces, and pieces of pieces. */
    private void octets(ByteArrayOutputStream into, int depth) throws Damaged {
        int tag = bytes[at] & 0xFF;
        if (tag == OCTETS) {
            into.writeBytes(primitive(OCTETS));
            return;
        }
        int length = header(OCTETS_IN_PIECES);
        int end = length < 0 ? bytes.length : at + length;
        while (at < end && depth < DEEPEST) {
            if (length < 0 && bytes[at] == 0 && bytes[at + 1] == 0) {
                at += 2;
                return;
            }
            octets(into, depth + 1);
        }
    }

    private void enter(int tag) throws Damaged {
        header(tag);
    }

    private byte[] primitive(int tag) throws Damaged {
        int length = header(tag);
        if (length < 0) {
            throw new Damaged();
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    private void skip(int depth) throws Damaged {
        int length = header(bytes[at] & 0xFF);
        if (length >= 0) {
            at += length;
            return;
        }
        while (depth < DEEPEST && !(bytes[at] == 0 && bytes[at + 1] == 0)) {
            skip(depth + 1);
        }
        at += 2;
    }

    /** @return how many bytes follow; -1 if an end mark says so */
    private int header(int tag) throws Damaged {
        if ((bytes[at] & 0xFF) != tag) {
            throw new Damaged();
        }
        int first = bytes[at + 1] & 0xFF;
        at += 2;
        if (first < 0x80) {
            return within(first);
        }
        if (first == 0x80) {
            return -1;
        }
        long length = 0;
        for (int i = 0; i < (first & 0x7F); i++) {
            length = Math.min(Integer.MAX_VALUE, length << 8 | bytes[at++] & 0xFF);
        }
        return within(length);
    }

    private int within(long length) throws Damaged {
        if (length > bytes.length - at) {
            throw new Damaged();
        }
        return (int) length;
    }

    /** Not what was expected here. */
    private static final class Damaged extends Exception {
        Damaged() {
            super(null, null, false, false);
        }
    }
}

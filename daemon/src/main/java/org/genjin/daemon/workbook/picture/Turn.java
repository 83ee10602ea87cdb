package org.genjin.daemon.workbook.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, as a JPEG says it (Exif 2.3, tag 0x0112): pictures of telephones lie on their side without it. Pure.
 *
 * @param quarters by how many quarters to the right the picture is to be turned
 * @param mirrored whether it is to be mirrored from left to right before
 */
record Turn(int quarters, boolean mirrored) {

    static final Turn NONE = new Turn(0, false);

    private static final int ORIENTATION = 0x0112;
    private static final int APP1 = 0xE1;
    private static final int SCAN = 0xDA;
    private static final int EXIF = 0x45786966; // the letters

    /** Of a file that is none, or says nothing: {@link #NONE}. */
    static Turn of(byte[] jpeg) {
        ByteBuffer file = ByteBuffer.wrap(jpeg);
        if (jpeg.length < 4 || file.getShort(0) != (short) 0xFFD8) {
            return NONE;
        }
        for (int at = 2; at + 4 <= jpeg.length && (file.get(at) & 0xFF) == 0xFF; ) {
            int marker = file.get(at + 1) & 0xFF;
            int length = file.getShort(at + 2) & 0xFFFF;
            if (marker == SCAN || length < 2 || at + 2 + length > jpeg.length) {
                return NONE;
            }
            if (marker == APP1 && length >= 16 && file.getInt(at + 4) == EXIF) {
                return of(file.slice(at + 10, length - 8));
            }
            at += 2 + length;
        }
        return NONE;
    }

    /** Of the first directory of a TIFF. */
    private static Turn of(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return NONE;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * 12;
            if (entry + 12 > tiff.limit()) {
                return NONE;
            }
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                return of(tiff.getShort(entry + 8));
            }
        }
        return NONE;
    }

    private static Turn of(int orientation) {
        return switch (orientation) {
            case 2 -> new Turn(0, true);
            case 3 -> new Turn(2, false);
            case 4 -> new Turn(2, true);
            case 5 -> new Turn(3, true);
            case 6 -> new Turn(1, false);
            case 7 -> new Turn(1, true);
            case 8 -> new Turn(3, false);
            default -> NONE;
        };
    }

    boolean isOnItsSide() {
        return quarters % 2 == 1;
    }
}

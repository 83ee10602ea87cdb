package org.genjin.connectors.outlook;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes a winmail.dat (MS-OXTNEF), for tests. */
public final class TnefWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public TnefWriter() {
        out.writeBytes(little(6).putInt(TnefStream.SIGNATURE).putShort((short) 1).array());
    }

    public TnefWriter body(String text) {
        return attribute(1, 0x0002_800C, (text + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    public TnefWriter file(String name, byte[] bytes) {
        attribute(2, 0x0006_9002, new byte[14]);
        attribute(2, 0x0001_8010, (name + "\0").getBytes(StandardCharsets.US_ASCII));
        return attribute(2, 0x0006_800F, bytes);
    }

    TnefWriter attribute(int level, int id, byte[] bytes) {
        int sum = 0;
        for (byte b : bytes) {
            sum += b & 0xFF;
        }
        out.write(level);
        out.writeBytes(little(8).putInt(id).putInt(bytes.length).array());
        out.writeBytes(bytes);
        out.writeBytes(little(2).putShort((short) sum).array());
        return this;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    public byte[] bytes() {
        return out.toByteArray();
    }
}

package org.genjin.connectors;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small name server on loopback (RFC 1035, UDP) that knows what it is told, and may fall silent. */
public final class ScriptedDnsServer implements AutoCloseable {

    private static final int MX = 15;
    private static final int SRV = 33;

    private final DatagramSocket socket;
    private final Map<String, List<byte[]>> records = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    public ScriptedDnsServer() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon(true).start(this::serve);
    }

    /** HOST:PORT. */
    public String place() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    public ScriptedDnsServer mx(String domain, int preference, String host) {
        return add(MX, domain, out -> {
            out.writeShort(preference);
            name(host, out);
        });
    }

    public ScriptedDnsServer srv(String service, int priority, int weight, int port, String host) {
        return add(SRV, service, out -> {
            out.writeShort(priority);
            out.writeShort(weight);
            out.writeShort(port);
            name(host, out);
        });
    }

    /** Answers nothing any more. */
    public void silence() {
        silent = true;
    }

    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        socket.close();
    }

    @FunctionalInterface
    private interface Part {
        void write(DataOutputStream out) throws IOException;
    }

    private ScriptedDnsServer add(int type, String name, Part data) {
        records.computeIfAbsent(type + " " + name.toLowerCase(Locale.ROOT), _ -> new CopyOnWriteArrayList<>()).add(bytes(data));
        return this;
    }

    private void serve() {
        try {
            while (true) {
                DatagramPacket question = new DatagramPacket(new byte[512], 512);
                socket.receive(question);
                if (!silent) {
                    byte[] answer = answer(question.getData(), question.getLength());
                    socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
                }
            }
        } catch (SocketException e) {
            // closed: the test is over
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] answer(byte[] question, int length) {
        StringBuilder name = new StringBuilder();
        int at = 12;
        while (question[at] != 0) {
            name.append(name.isEmpty() ? "" : ".").append(new String(question, at + 1, question[at], StandardCharsets.US_ASCII));
            at += question[at] + 1;
        }
        int type = question[at + 1] << 8 | question[at + 2];
        int end = Math.min(at + 5, length);
        asked.add((type == MX ? "MX " : type == SRV ? "SRV " : type + " ") + name);
        List<byte[]> found = records.getOrDefault(type + " " + name.toString().toLowerCase(Locale.ROOT), List.of());
        return bytes(out -> {
            out.write(question, 0, 2);
            out.writeShort(0x8180 | (found.isEmpty() ? 3 : 0));
            out.writeShort(1);
            out.writeShort(found.size());
            out.writeInt(0);
            out.write(question, 12, end - 12);
            for (byte[] data : found) {
                out.writeShort(0xC00C);
                out.writeShort(type);
                out.writeShort(1);
                out.writeInt(60);
                out.writeShort(data.length);
                out.write(data);
            }
        });
    }

    private static void name(String host, DataOutputStream out) throws IOException {
        for (String label : host.isEmpty() ? new String[0] : host.split("\\.", -1)) {
            out.writeByte(label.length());
            out.writeBytes(label);
        }
        out.writeByte(0);
    }

    private static byte[] bytes(Part part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            part.write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

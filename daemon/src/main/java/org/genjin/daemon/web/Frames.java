package org.genjin.daemon.web;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import org.genjin.daemon.cli.Exit;

/**
 * A command's output on its way from the daemon to the terminal: frames of a channel byte ({@code o} output, {@code e}
 * errors, {@code x} exit code), a length of four bytes, and the bytes. An exit frame ends it; its absence means that the
 * daemon died.
 */
final class Frames {

    private Frames() {}

    /** Writes what is printed as frames of one channel; flushes each, as a person waits for it. Thread-safe by its sink. */
    static final class Channel extends OutputStream {

        private final char name;
        private final DataOutputStream sink;

        Channel(char name, DataOutputStream sink) {
            this.name = name;
            this.sink = sink;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            synchronized (sink) {
                sink.writeByte(name);
                sink.writeInt(length);
                sink.write(bytes, from, length);
                sink.flush();
            }
        }
    }

    static void exit(DataOutputStream sink, int code) throws IOException {
        synchronized (sink) {
            sink.writeByte('x');
            sink.writeInt(code);
            sink.flush();
        }
    }

    /** Prints frames until the exit code, which it returns. */
    static int print(InputStream frames, PrintStream out, PrintStream err) throws IOException {
        DataInputStream in = new DataInputStream(frames);
        while (true) {
            int channel = in.read();
            switch (channel) {
                case 'x' -> {
                    return in.readInt();
                }
                case 'o' -> copy(in, out);
                case 'e' -> copy(in, err);
                case -1 -> {
                    err.println("The daemon stopped before the command was done.");
                    return Exit.FAILED;
                }
                default -> throw new EOFException("unknown frame " + channel);
            }
        }
    }

    private static void copy(DataInputStream in, PrintStream to) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        to.write(bytes, 0, bytes.length);
        to.flush();
    }
}

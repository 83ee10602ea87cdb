package org.genjin.index.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * The worker's main class. Answers until its standard input ends, which it does when the daemon dies, too. Memory running
 * out ends the process: the daemon knows what that means.
 */
public final class Worker {

    private Worker() {}

    /** @param args seconds for a document, and the languages for OCR with + between, or "" for none */
    public static void main(String[] args) throws IOException {
        DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        DataOutputStream out = new DataOutputStream(new java.io.BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // What libraries print must not get between the answers.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        DocumentReader reader = new DocumentReader(Duration.ofSeconds(Long.parseLong(args[0])), args[1]);
        Wire.write(out, new Wire.Answer("ready", "", "", false, List.of()));
        try {
            while (true) {
                Wire.write(out, reader.read(Wire.readRequest(in)));
            }
        } catch (EOFException e) {
            return; // nothing is asked any more
        }
    }
}

package org.genjin.daemon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A mail server on loopback that takes mail, and fails in any way that a test wants: one way for each connection, in their order. */
final class ScriptedSmtp implements AutoCloseable {

    /** When it fails. */
    enum At {
        GREETING,
        EHLO,
        STARTTLS,
        AUTH,
        MAIL,
        RCPT,
        DATA,
        /** After the last line of the mail. */
        DOT,
        QUIT
    }

    /** How it fails. */
    sealed interface Fault {

        At at();

        /** Says something else than that all is well. */
        record Says(At at, String line) implements Fault {}

        /** Hangs up without a word. */
        record HangsUp(At at) implements Fault {}

        /** Takes the mail and hangs up before it has said so. */
        record TakesAndHangsUp() implements Fault {
            @Override
            public At at() {
                return At.DOT;
            }
        }

        /** Has the whole mail, takes it not, and says nothing until somebody lets it. */
        record WaitsAndForgets(CountDownLatch until) implements Fault {
            @Override
            public At at() {
                return At.DOT;
            }
        }

        /** Takes what comes and says nothing until somebody lets it. */
        record Waits(At at, CountDownLatch until) implements Fault {}
    }

    private final ServerSocket socket;
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final List<String> taken = new ArrayList<>();
    private final Consumer<byte[]> mailbox;
    private final boolean encrypts;
    private int connections;
    private int waiting;

    /** @param mailbox where a mail goes that was taken */
    ScriptedSmtp(Consumer<byte[]> mailbox) throws IOException {
        this(mailbox, false);
    }

    /** @param encrypts whether it says that it does; it cannot */
    ScriptedSmtp(Consumer<byte[]> mailbox, boolean encrypts) throws IOException {
        this.mailbox = mailbox;
        this.encrypts = encrypts;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("smtp").start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    synchronized ScriptedSmtp then(Fault fault) {
        faults.add(fault);
        return this;
    }

    /** The mails that it took, each time. */
    synchronized List<String> taken() {
        return List.copyOf(taken);
    }

    synchronized int connections() {
        return connections;
    }

    private synchronized @Nullable Fault next() {
        connections++;
        return faults.poll();
    }

    private void serve() {
        try {
            while (true) {
                Socket one = socket.accept();
                Fault fault = next();
                Thread.ofPlatform().daemon().name("smtp connection").start(() -> talk(one, fault));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void talk(Socket one, @Nullable Fault fault) {
        try (one; BufferedReader in = new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.ISO_8859_1))) {
            Line line = new Line(one, fault);
            boolean goesOn = line.say(At.GREETING, "220 smtp.example");
            for (String said = in.readLine(); goesOn && said != null; said = goesOn ? in.readLine() : null) {
                goesOn = answer(said, in, line);
            }
        } catch (IOException e) {
            // whoever was there has hung up
        }
    }

    private boolean answer(String said, BufferedReader in, Line line) throws IOException {
        String verb = said.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
        return switch (verb) {
            case "EHLO", "HELO" -> line.say(At.EHLO, "250-smtp.example\r\n" + (encrypts ? "250-STARTTLS\r\n" : "") + "250 AUTH PLAIN");
            case "STARTTLS" -> line.say(At.STARTTLS, "220 go on") && false;
            case "AUTH" -> line.say(At.AUTH, "235 welcome");
            case "MAIL" -> line.say(At.MAIL, "250 ok");
            case "RCPT" -> line.say(At.RCPT, "250 ok");
            case "DATA" -> line.say(At.DATA, "354 go on") && (line.refuses(At.DATA) || mail(in, line));
            case "QUIT" -> line.say(At.QUIT, "221 bye") && false;
            default -> line.say(null, "250 ok");
        };
    }

    private boolean mail(BufferedReader in, Line line) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String it = in.readLine(); !".".equals(it); it = in.readLine()) {
            if (it == null) {
                return false; // cut off before its end: nobody has taken it
            }
            mail.append(it.startsWith(".") ? it.substring(1) : it).append("\r\n");
        }
        if (line.takes()) {
            synchronized (this) {
                taken.add(mail.toString());
            }
            mailbox.accept(mail.toString().getBytes(StandardCharsets.ISO_8859_1));
        }
        return line.say(At.DOT, "250 taken");
    }

    /** How often somebody was kept waiting. */
    synchronized int waiting() {
        return waiting;
    }

    /** What is said on one connection. */
    private final class Line {

        private final Socket socket;
        private final @Nullable Fault fault;

        Line(Socket socket, @Nullable Fault fault) {
            this.socket = socket;
            this.fault = fault;
        }

        boolean takes() {
            return fault == null || fault.at() != At.DOT || fault instanceof Fault.TakesAndHangsUp || fault instanceof Fault.Waits;
        }

        boolean refuses(At at) {
            return fault instanceof Fault.Says && fault.at() == at;
        }

        /** @return false if this was the last that is said */
        boolean say(@Nullable At at, String line) throws IOException {
            if (fault != null && fault.at() == at) {
                switch (fault) {
                    case Fault.Says(At _, String said) -> write(said);
                    case Fault.Waits(At _, CountDownLatch until) -> {
                        await(until);
                        write(line);
                    }
                    case Fault.WaitsAndForgets(CountDownLatch until) -> {
                        await(until);
                        return false;
                    }
                    case Fault.HangsUp _, Fault.TakesAndHangsUp _ -> {
                        return false;
                    }
                }
                return true;
            }
            write(line);
            return true;
        }

        private void write(String line) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }

        private void await(CountDownLatch until) {
            synchronized (ScriptedSmtp.this) {
                waiting++;
            }
            try {
                until.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.genjin.connectors.oauth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Stands between us and a mail server on loopback, hears every command, and answers some of them in the server's place. */
public final class ImapProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final int server;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Trick> trick = new AtomicReference<>();

    /** @param ends whether the connection ends with the answer */
    private record Trick(Predicate<String> on, String answer, boolean ends) {}

    public ImapProxy(int server) throws IOException {
        this.server = server;
        this.listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    public List<String> heard() {
        return List.copyOf(heard);
    }

    /** The next command that {@code on} fits is answered so, once; {@code TAG} stands for its tag. The connection then ends. */
    public void endOnce(Predicate<String> on, String answer) {
        trick.set(new Trick(on, answer, true));
    }

    /** The same, and the connection goes on. */
    public void answerOnce(Predicate<String> on, String answer) {
        trick.set(new Trick(on, answer, false));
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
                open.addAll(List.of(client, behind));
                Thread.ofVirtual().start(() -> answers(behind, client));
                Thread.ofVirtual().start(() -> commands(client, behind));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private static void answers(Socket behind, Socket client) {
        try (client; InputStream in = behind.getInputStream()) {
            in.transferTo(client.getOutputStream());
        } catch (IOException e) {
            // one of the two is gone
        }
    }

    private void commands(Socket client, Socket behind) {
        try (behind; BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                Optional<Trick> now = taken(line);
                if (now.isEmpty()) {
                    write(behind.getOutputStream(), line);
                    continue;
                }
                write(client.getOutputStream(), now.get().answer().replace("TAG", line.split(" ", 2)[0]));
                if (now.get().ends()) {
                    return;
                }
            }
        } catch (IOException e) {
            // one of the two is gone
        }
    }

    private Optional<Trick> taken(String line) {
        Trick waiting = trick.get();
        return waiting != null && waiting.on().test(line) && trick.compareAndSet(waiting, null) ? Optional.of(waiting) : Optional.empty();
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket it : open) {
            it.close();
        }
    }
}

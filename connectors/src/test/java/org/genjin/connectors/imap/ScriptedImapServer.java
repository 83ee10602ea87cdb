package org.genjin.connectors.imap;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** A small IMAP server on loopback that misbehaves as it is told, and writes down what it was asked. */
final class ScriptedImapServer implements AutoCloseable {

    private final ServerSocket listener;
    private final TreeMap<Long, byte[]> mails = new TreeMap<>();
    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Long> nil = ConcurrentHashMap.newKeySet();
    private final Set<Long> poison = ConcurrentHashMap.newKeySet();
    private final Set<Long> unanswered = ConcurrentHashMap.newKeySet();
    private volatile int resetAfterBodies = -1;
    private volatile String loginAnswer = "OK in";
    private volatile boolean backwards;

    ScriptedImapServer(int count) throws IOException {
        for (long uid = 1; uid <= count; uid++) {
            mails.put(uid * 3, ("From: Kim <kim@acme.example>\r\nTo: li@factory.example\r\nSubject: mail " + uid + "\r\nMessage-ID: <" + uid
                    + "@s.example>\r\nDate: Mon, 2 Mar 2026 10:00:00 +0800\r\n\r\nwords of " + uid + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon(true).start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    List<String> commands() {
        return List.copyOf(commands);
    }

    /** Breaks the connection in the midst of an answer, once. */
    void resetAfterBodies(int count) {
        resetAfterBodies = count;
    }

    void answerLogin(String answer) {
        loginAnswer = answer;
    }

    /** Gives NIL where the mail should be. */
    void nil(long uid) {
        nil.add(uid);
    }

    /** Fails every command that names it. */
    void poison(long uid) {
        poison.add(uid);
    }

    /** Lists it, and leaves it out of every answer. */
    void unanswered(long uid) {
        unanswered.add(uid);
    }

    void mend() {
        nil.clear();
        poison.clear();
        unanswered.clear();
    }

    /** Answers fetches in the opposite order, with news between. */
    void backwards() {
        backwards = true;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                open.add(socket);
                Thread.ofPlatform().daemon(true).start(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            line(out, "* OK [CAPABILITY IMAP4rev1] ready");
            for (String line = read(in); !line.isEmpty(); line = read(in)) {
                String tag = line.substring(0, line.indexOf(' '));
                String command = line.substring(line.indexOf(' ') + 1);
                commands.add(command.toUpperCase(Locale.ROOT).startsWith("LOGIN") ? "LOGIN" : command);
                if (!answer(tag, command, out, socket)) {
                    return;
                }
            }
        } catch (SocketException e) {
            // the client or the script ended it
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean answer(String tag, String command, OutputStream out, Socket socket) throws IOException {
        String upper = command.toUpperCase(Locale.ROOT);
        if (upper.startsWith("CAPABILITY")) {
            line(out, "* CAPABILITY IMAP4rev1");
        } else if (upper.startsWith("LOGIN")) {
            line(out, tag + " " + loginAnswer);
            return true;
        } else if (upper.startsWith("LIST")) {
            line(out, "* LIST (\\HasNoChildren) \"/\" INBOX");
        } else if (upper.startsWith("EXAMINE")) {
            line(out, "* " + mails.size() + " EXISTS");
            line(out, "* 0 RECENT");
            line(out, "* FLAGS (\\Seen)");
            line(out, "* OK [UIDVALIDITY 77] ok");
            line(out, "* OK [UIDNEXT " + (mails.lastKey() + 1) + "] ok");
            line(out, tag + " OK [READ-ONLY] done");
            return true;
        } else if (upper.startsWith("UID SEARCH")) {
            StringBuilder uids = new StringBuilder("* SEARCH");
            mails.keySet().forEach(uid -> uids.append(' ').append(uid));
            line(out, uids.toString());
        } else if (upper.startsWith("UID FETCH")) {
            return fetch(tag, command.substring("UID FETCH ".length()), out, socket);
        } else if (upper.startsWith("LOGOUT")) {
            line(out, "* BYE bye");
            line(out, tag + " OK done");
            return false;
        }
        line(out, tag + " OK done");
        return true;
    }

    private boolean fetch(String tag, String asked, OutputStream out, Socket socket) throws IOException {
        TreeSet<Long> uids = uids(asked.substring(0, asked.indexOf(' ')));
        boolean bodies = asked.contains("BODY.PEEK[");
        if (bodies && uids.stream().anyMatch(poison::contains)) {
            line(out, tag + " NO [SERVERBUG] internal error");
            return true;
        }
        int sent = 0;
        for (long uid : backwards ? uids.descendingSet() : uids) {
            if (!mails.containsKey(uid) || unanswered.contains(uid)) {
                continue;
            }
            if (bodies && resetAfterBodies >= 0 && sent++ == resetAfterBodies) {
                resetAfterBodies = -1;
                out.write(("* 1 FETCH (UID " + uid + " BODY[] {500}\r\nhalf of a ma").getBytes(StandardCharsets.US_ASCII));
                out.flush();
                socket.setSoLinger(true, 0);
                return false;
            }
            if (backwards) {
                line(out, "* " + (mails.size() + 1) + " EXISTS");
                line(out, "* 2 FETCH (FLAGS (\\Seen))");
            }
            answerFetch(uid, mails.headMap(uid, true).size(), bodies, out);
        }
        line(out, tag + " OK done");
        return true;
    }

    private void answerFetch(long uid, int number, boolean bodies, OutputStream out) throws IOException {
        byte[] mail = mails.get(uid);
        if (!bodies) {
            line(out, "* " + number + " FETCH (UID " + uid + " RFC822.SIZE " + mail.length + " INTERNALDATE \"02-Mar-2026 10:00:00 +0800\")");
        } else if (nil.contains(uid)) {
            line(out, "* " + number + " FETCH (UID " + uid + " BODY[] NIL)");
        } else {
            out.write(("* " + number + " FETCH (UID " + uid + " BODY[] {" + mail.length + "}\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(mail);
            line(out, ")");
        }
    }

    private TreeSet<Long> uids(String set) {
        TreeSet<Long> uids = new TreeSet<>();
        for (String part : set.split(",", -1)) {
            String[] ends = part.split(":", -1);
            long from = Long.parseLong(ends[0]);
            long to = ends.length == 1 ? from : Long.parseLong(ends[1]);
            uids.addAll(mails.subMap(from, true, to, true).keySet());
        }
        return uids;
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static void line(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}

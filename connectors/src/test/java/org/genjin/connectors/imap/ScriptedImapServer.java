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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;

/**
 * A small IMAP server on loopback that writes down what it was asked, and misbehaves as it is told: a {@link Script} answers
 * the commands that it is written for in its own way.
 */
final class ScriptedImapServer implements AutoCloseable {

    /** Answers one command. @return false to let the server answer as usual */
    interface Script {
        boolean answer(Talk talk) throws IOException;
    }

    private record Scripted(Pattern command, Script script) {}

    /** A folder; its mails by UID. */
    static final class Box {
        final String attributes;
        final TreeMap<Long, byte[]> mails = new TreeMap<>();
        final Map<Long, String> items = new ConcurrentHashMap<>();
        volatile String validity = "77";
        volatile String uidNext = "";
        volatile String date = "02-Mar-2026 10:00:00 +0800";

        Box(String attributes) {
            this.attributes = attributes;
        }

        private synchronized TreeMap<Long, byte[]> copy() {
            return new TreeMap<>(mails);
        }

        synchronized Box put(long uid, String subject) {
            mails.put(uid, mail(uid, subject));
            return this;
        }

        synchronized void put(long uid, byte[] mail) {
            mails.put(uid, mail);
        }

        synchronized void remove(long uid) {
            mails.remove(uid);
        }
    }

    private final ServerSocket listener;
    private final Map<String, Box> boxes = Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
    private final Set<Talk> open = ConcurrentHashMap.newKeySet();
    private final List<Scripted> scripts = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    volatile String greeting = "* OK ready";
    volatile String capabilities = "IMAP4rev1";
    volatile String capabilitiesInside = "IMAP4rev1";
    volatile String separator = "\"/\"";

    /** @param count mails in INBOX, with UIDs 3, 6, 9 … */
    ScriptedImapServer(int count) throws IOException {
        this(count, ServerSocketFactory.getDefault());
    }

    ScriptedImapServer(int count, ServerSocketFactory sockets) throws IOException {
        Box inbox = box("INBOX", "");
        for (long number = 1; number <= count; number++) {
            inbox.put(number * 3, "mail " + number);
        }
        listener = sockets.createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        threads.submit(this::accept);
    }

    static byte[] mail(long number, String subject) {
        return ("From: Kim <kim@acme.example>\r\nTo: li@factory.example\r\nSubject: " + subject + "\r\nMessage-ID: <" + number + "."
                        + subject.hashCode() + "@s.example>\r\nDate: Mon, 2 Mar 2026 10:00:00 +0800\r\n\r\nwords of " + number + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    int port() {
        return listener.getLocalPort();
    }

    List<String> commands() {
        return List.copyOf(commands);
    }

    /** How many commands began like this, as a regular expression. */
    long count(String command) {
        Pattern pattern = Pattern.compile(command, Pattern.CASE_INSENSITIVE);
        return commands().stream().filter(it -> pattern.matcher(it).lookingAt()).count();
    }

    Box inbox() {
        return box("INBOX");
    }

    Box box(String name) {
        Box box = boxes.get(name);
        if (box == null) {
            throw new IllegalArgumentException(name);
        }
        return box;
    }

    /** Makes a folder. Names are bytes, as characters. */
    Box box(String name, String attributes) {
        Box box = new Box(attributes);
        boxes.put(name, box);
        return box;
    }

    void removeBox(String name) {
        boxes.remove(name);
    }

    void renameBox(String name, String to) {
        boxes.put(to, box(name));
        boxes.remove(name);
    }

    /** From now on such commands are answered by this; the last one told goes first. */
    ScriptedImapServer script(String command, Script script) {
        scripts.addFirst(new Scripted(Pattern.compile(command, Pattern.CASE_INSENSITIVE), script));
        return this;
    }

    void mend() {
        scripts.clear();
    }

    /** Puts a mail into a folder and tells who waits for news of it. */
    void deliver(String name, long uid, String subject) throws IOException {
        box(name).put(uid, subject);
        for (Talk it : open) {
            it.news(name);
        }
    }

    int connections() {
        return open.size();
    }

    /** Breaks every connection off. */
    void breakAll() throws IOException {
        for (Talk it : open) {
            it.reset();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Talk it : open) {
            it.hangUp();
        }
        threads.shutdown();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                threads.submit(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Talk talk = new Talk(socket);
            open.add(talk);
            try {
                talk.say(greeting);
                while (talk.serve()) {
                    // the next command
                }
            } finally {
                open.remove(talk);
            }
        } catch (IOException e) {
            // the client or the script ended it
        }
    }

    /** One connection, and what is done with it at the moment. */
    final class Talk {

        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private String tag = "";
        private String command = "";
        private String selected = "";
        private volatile boolean idling;
        private boolean ended;

        Talk(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
            this.out = new BufferedOutputStream(socket.getOutputStream());
        }

        String command() {
            return command;
        }

        /** The UIDs that a UID FETCH asks for, as far as they are there. */
        NavigableSet<Long> uids() {
            TreeSet<Long> uids = new TreeSet<>();
            for (String part : command.split(" ", -1)[2].split(",", -1)) {
                String[] ends = part.split(":", -1);
                long from = Long.parseLong(ends[0]);
                long to = ends.length == 1 ? from : ends[1].equals("*") ? Long.MAX_VALUE : Long.parseLong(ends[1]);
                uids.addAll(box(selected).copy().subMap(from, true, to, true).keySet());
            }
            return uids;
        }

        int number(long uid) {
            return box(selected).copy().headMap(uid, true).size();
        }

        byte[] mail(long uid) {
            return box(selected).copy().get(uid);
        }

        synchronized void say(String line) throws IOException {
            raw((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }

        synchronized void raw(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** Ends the command. @return true, as a script does that has answered */
        boolean done(String status) throws IOException {
            say(tag + " " + status);
            return true;
        }

        /** One whole answer for a mail. */
        void give(long uid) throws IOException {
            byte[] mail = mail(uid);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            answer.writeBytes(("* " + number(uid) + " FETCH (UID " + uid + " BODY[] {" + mail.length + "}\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            answer.writeBytes(mail);
            answer.writeBytes(")\r\n".getBytes(StandardCharsets.ISO_8859_1));
            raw(answer.toByteArray());
        }

        boolean hangUp() throws IOException {
            ended = true;
            socket.close();
            return true;
        }

        /** Breaks the connection off, as a router does. */
        boolean reset() throws IOException {
            socket.setSoLinger(true, 0);
            return hangUp();
        }

        String readLine() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new IOException("gone");
                }
                if (b != '\r') {
                    line.write(b);
                }
            }
            return line.toString(StandardCharsets.ISO_8859_1);
        }

        private void news(String name) throws IOException {
            if (idling && selected.equals(name)) {
                say("* " + box(name).copy().size() + " EXISTS");
            }
        }

        private boolean serve() throws IOException {
            String line = readLine();
            tag = line.substring(0, line.indexOf(' '));
            command = line.substring(line.indexOf(' ') + 1);
            if (command.matches("(?i)EXAMINE \\{\\d+}")) {
                say("+ go on");
                command = "EXAMINE \"" + readLine().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            }
            commands.add(command.toUpperCase(Locale.ROOT).startsWith("LOGIN") ? "LOGIN" : command);
            for (Scripted it : scripts) {
                if (it.command().matcher(command).lookingAt() && it.script().answer(this)) {
                    return !ended;
                }
            }
            usual();
            return !ended;
        }

        private void usual() throws IOException {
            String upper = command.toUpperCase(Locale.ROOT);
            if (upper.startsWith("CAPABILITY")) {
                say("* CAPABILITY " + (commands.contains("LOGIN") ? capabilitiesInside : capabilities));
            } else if (upper.startsWith("LIST")) {
                for (Map.Entry<String, Box> it : List.copyOf(boxes.entrySet())) {
                    String quoted = it.getKey().replace("\\", "\\\\").replace("\"", "\\\"");
                    say("* LIST (" + it.getValue().attributes + ") " + separator + " \"" + quoted + '"');
                }
            } else if (upper.startsWith("EXAMINE")) {
                examine();
                return;
            } else if (upper.startsWith("UID SEARCH")) {
                search();
            } else if (upper.startsWith("UID FETCH")) {
                for (long uid : uids()) {
                    if (command.contains("BODY")) {
                        give(uid);
                    } else {
                        describe(uid);
                    }
                }
            } else if (upper.startsWith("IDLE")) {
                say("+ idling");
                idling = true;
                readLine();
                idling = false;
            } else if (!upper.matches("(LOGIN|ID|XLIST|NOOP) .*")) {
                done("BAD unknown command");
                return;
            }
            done("OK done");
        }

        private void examine() throws IOException {
            String name = command.substring(9, command.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
            Box box = boxes.get(name);
            if (box == null) {
                done("NO [NONEXISTENT] no such folder");
                return;
            }
            selected = name;
            say("* " + box.copy().size() + " EXISTS");
            say("* FLAGS (\\Seen)");
            if (!box.validity.isEmpty()) {
                say("* OK [UIDVALIDITY " + box.validity + "] ok");
            }
            if (!box.uidNext.isEmpty()) {
                say("* OK [UIDNEXT " + box.uidNext + "] ok");
            }
            done("OK [READ-ONLY] done");
        }

        private void search() throws IOException {
            long first = Long.parseLong(command.replaceAll("\\D", ""));
            TreeMap<Long, byte[]> mails = box(selected).copy();
            StringBuilder uids = new StringBuilder("* SEARCH");
            mails.tailMap(first).keySet().forEach(uid -> uids.append(' ').append(uid));
            if (!mails.isEmpty() && mails.lastKey() < first) {
                uids.append(' ').append(mails.lastKey()); // n:* always has the last
            }
            say(uids.toString());
        }

        private void describe(long uid) throws IOException {
            Box box = box(selected);
            say("* " + number(uid) + " FETCH (UID " + uid + " RFC822.SIZE " + mail(uid).length + " INTERNALDATE \"" + box.date + "\""
                    + box.items.getOrDefault(uid, "") + ")");
        }
    }
}

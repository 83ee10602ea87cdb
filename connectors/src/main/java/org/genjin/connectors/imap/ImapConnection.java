package org.genjin.connectors.imap;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a server: commands one after the other, and what is answered to each (RFC 3501, section 2.2). Every wait
 * for the server is bounded. After an {@link IOException} other than {@link ImapFailure.Refused} the connection is of no use.
 *
 * <p>Not thread-safe; closing the socket by another thread ends what is waited for.
 */
final class ImapConnection {

    /**
     * What came without being the end of a command: {@code * 3 EXISTS}.
     *
     * <p>May take what follows the name, up to the end of the line or less; what it does not take is skipped.
     */
    @FunctionalInterface
    interface Untagged {
        Untagged NONE = (_, _, _) -> {};

        /** Hears what the server says by itself: {@code * OK [UIDVALIDITY 7]}. */
        default void said(Completion said) {}

        /**
         * @param number what stands before the name, or -1
         * @param name in upper case
         */
        void take(long number, String name, ImapInput in) throws IOException, ImapInput.Unclear;
    }

    private static final Set<String> STATUSES = Set.of("OK", "NO", "BAD", "BYE", "PREAUTH");

    private Socket socket;
    private ImapInput in;
    private OutputStream out;
    private final Duration patience;
    private final List<String> alerts = new ArrayList<>();
    private final Set<String> capabilities = new TreeSet<>();
    private @Nullable Completion bye;
    private boolean broken;
    private int commands;

    /** @param patience how long each wait for the server may take */
    ImapConnection(Socket socket, Duration patience) throws IOException {
        this.socket = socket;
        this.patience = patience;
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        this.in = new ImapInput(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** Goes on over {@code secure}, which was laid over the old socket. What the server could do before counts no more. */
    void continueOver(Socket secure) throws IOException {
        socket = secure;
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        in = new ImapInput(secure.getInputStream());
        out = secure.getOutputStream();
        capabilities.clear();
    }

    Socket socket() {
        return socket;
    }

    /** Whether bytes are waiting that no command has asked for. */
    boolean hasMore() {
        return in.hasMore();
    }

    boolean isUsable() {
        return !broken && !socket.isClosed();
    }

    /** Whether the server has said that it can do this; by name in upper case. */
    boolean can(String capability) {
        return capabilities.contains(capability);
    }

    /** What the server says next counts alone. */
    void forgetCapabilities() {
        capabilities.clear();
    }

    boolean knowsCapabilities() {
        return !capabilities.isEmpty();
    }

    /** What the server wanted a person to read since the last time. */
    List<String> takeAlerts() {
        List<String> taken = List.copyOf(alerts);
        alerts.clear();
        return taken;
    }

    /** The first line of a connection: OK or PREAUTH. */
    Completion greeting() throws IOException {
        return guarded(() -> {
            Greeting greeting = new Greeting();
            while (true) {
                answer("", greeting);
                throwIfEnded();
                Completion said = greeting.said;
                if (said != null) {
                    return said;
                }
            }
        });
    }

    /** Sends a command and takes what is answered until the server has completed it, well or not. */
    Completion command(String command, Untagged untagged) throws IOException {
        return guarded(() -> {
            String tag = send(command);
            return complete(tag, untagged);
        });
    }

    /** Like {@link #command}; NO and BAD are thrown. */
    Completion must(String what, String command, Untagged untagged) throws IOException {
        Completion completion = command(command, untagged);
        if (!completion.isOk()) {
            throw new ImapFailure.Refused(what, completion);
        }
        return completion;
    }

    /** Sends a command whose arguments follow one by one when the server asks for them. */
    Completion commandWith(String command, List<String> arguments, Untagged untagged) throws IOException {
        return guarded(() -> {
            String tag = send(command);
            for (String argument : arguments) {
                Completion early = awaitGo(tag, untagged);
                if (early != null) {
                    return early;
                }
                write(argument + "\r\n");
            }
            // Whoever is asked once more has nothing more to say; the server then says what is wrong.
            for (Completion end = awaitGo(tag, untagged); ; end = awaitGo(tag, untagged)) {
                if (end != null) {
                    return end;
                }
                write("\r\n");
            }
        });
    }

    /** Sends a command and returns its tag once the server says "go on"; empty if it will not. */
    Optional<String> begin(String command, Untagged untagged) throws IOException {
        return guarded(() -> {
            String tag = send(command);
            return awaitGo(tag, untagged) == null ? Optional.of(tag) : Optional.empty();
        });
    }

    /** What came of waiting: nothing in time, an answer, or the end of the command. */
    enum Waited {
        NOTHING,
        ANSWER,
        END
    }

    /** Takes one answer to what {@link #begin} began, if one comes in time. */
    Waited await(String tag, Duration time, Untagged untagged) throws IOException {
        return guarded(() -> {
            socket.setSoTimeout(Math.toIntExact(Math.max(1, time.toMillis())));
            try {
                in.peek();
            } catch (SocketTimeoutException e) {
                return Waited.NOTHING;
            } finally {
                socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            }
            Completion end = answer(tag, untagged);
            throwIfEnded();
            return end == null ? Waited.ANSWER : Waited.END;
        });
    }

    /** Ends what {@link #begin} began. */
    Completion end(String tag, String word, Duration time, Untagged untagged) throws IOException {
        return guarded(() -> {
            socket.setSoTimeout(Math.toIntExact(time.toMillis()));
            write(word + "\r\n");
            Completion completion = complete(tag, untagged);
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            return completion;
        });
    }

    /** Sends a line while another thread waits for an answer to what {@link #begin} began: no other may be sending. */
    void say(String line) throws IOException {
        write(line + "\r\n");
    }

    private interface Exchange<T> {
        T run() throws IOException;
    }

    private <T> T guarded(Exchange<T> exchange) throws IOException {
        boolean well = false;
        try {
            T result = exchange.run();
            well = true;
            return result;
        } catch (EOFException | SocketException e) {
            throwIfEnded(); // it said why before it went
            throw e;
        } finally {
            broken |= !well;
        }
    }

    private String send(String command) throws IOException {
        String tag = "G" + ++commands;
        write(tag + " " + command + "\r\n");
        return tag;
    }

    private void write(String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private Completion complete(String tag, Untagged untagged) throws IOException {
        while (true) {
            Completion completion = answer(tag, untagged);
            if (completion != null) {
                return completion;
            }
            // A server that leaves says why first; it may also complete the command before it goes.
            if (bye != null && !in.hasMore()) {
                throwIfEnded();
            }
        }
    }

    /** @return null once the server waits for more; else how it ended the command */
    private @Nullable Completion awaitGo(String tag, Untagged untagged) throws IOException {
        while (true) {
            if (in.peek() == '+') {
                in.skipAnswer();
                return null;
            }
            Completion completion = answer(tag, untagged);
            if (completion != null) {
                return completion;
            }
            throwIfEnded();
        }
    }

    private static final class Greeting implements Untagged {
        private @Nullable Completion said;

        @Override
        public void take(long number, String name, ImapInput in) {
            // no server has anything to tell before its greeting
        }

        @Override
        public void said(Completion greeting) {
            said = greeting;
        }
    }

    /** Takes one answer. Gives how the command with this tag ended, or null if this was not its end. */
    private @Nullable Completion answer(String tag, Untagged untagged) throws IOException {
        String first = in.word();
        if (first.equals("*")) {
            try {
                in.skipBlanks();
                untagged(untagged);
            } catch (ImapInput.Unclear e) {
                // Whoever asked misses this answer and asks again; the answers after it are not its fault.
            }
            in.skipAnswer();
            return null;
        }
        if (first.equals("+")) {
            in.skipAnswer();
            return null;
        }
        if (tag.isEmpty() || !first.equals(tag)) {
            throw new ImapFailure.Garbled("a line begins with '" + printable(first) + "'");
        }
        in.skipBlanks();
        Completion completion = Completion.of(in.word(), in.restOfLine());
        in.skipAnswer();
        note(completion);
        return completion;
    }

    private void untagged(Untagged untagged) throws IOException, ImapInput.Unclear {
        int c = in.peek();
        long number = -1;
        if (c >= '0' && c <= '9') {
            number = in.number();
            in.skipBlanks();
        }
        String name = in.word().toUpperCase(Locale.ROOT);
        if (number < 0 && STATUSES.contains(name)) {
            Completion completion = Completion.of(name, in.restOfLine());
            note(completion);
            untagged.said(completion);
            return;
        }
        if (name.equals("CAPABILITY")) {
            capabilities(in.restOfLine());
            return;
        }
        in.skipBlanks();
        untagged.take(number, name, in);
    }

    private void note(Completion completion) {
        if (completion.has("ALERT") && !completion.text().isEmpty()) {
            alerts.add(completion.text());
        }
        if (completion.has("CAPABILITY")) {
            capabilities(completion.code().substring("CAPABILITY".length()));
        }
        if (completion.status().equals("BYE")) {
            bye = completion;
        }
    }

    private void capabilities(String words) {
        capabilities.clear();
        for (String word : words.strip().split("\\s+", -1)) {
            capabilities.add(word.toUpperCase(Locale.ROOT));
        }
    }

    private void throwIfEnded() throws ImapFailure.Ended {
        Completion said = bye;
        if (said != null) {
            throw new ImapFailure.Ended(said);
        }
    }

    private static String printable(String word) {
        return word.substring(0, Math.min(20, word.length())).replaceAll("[^ -~]", "?");
    }
}

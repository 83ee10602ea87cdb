package org.genjin.connectors.imap;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;

/**
 * The commands that are sent for a folder that has been examined: {@code UID SEARCH} and {@code UID FETCH}, answers taken by
 * UID. What a server does not answer is simply not in the result; answers before a connection breaks are.
 */
final class FolderFetch {

    /** Above this a mail is fetched in pieces, so that one literal never fills the memory. */
    static final long IN_PIECES = 25L * 1024 * 1024;

    private static final int PIECE = 1024 * 1024;

    private final IMAPFolder folder;

    FolderFetch(IMAPFolder folder) {
        this.folder = folder;
    }

    /** @param receivedAt null if the server does not say */
    record Meta(long size, @Nullable Instant receivedAt) {}

    /** What came of one command: the answers, and the failure that ended it, if one did. */
    record Answers<T>(Map<Long, T> byUid, @Nullable String refused, @Nullable MessagingException broken) {}

    /** All UIDs from {@code first} on. */
    UidSet search(long first) throws MessagingException {
        UidSet found = new UidSet();
        Response[] responses = command("UID SEARCH UID " + first + ":*");
        for (Response response : responses) {
            if (response.isUnTagged() && response.toString().regionMatches(true, 2, "SEARCH", 0, 6)) {
                for (String word : response.getRest().replaceFirst("(?i)^\\s*SEARCH", "").strip().split("\\s+", -1)) {
                    // "n:*" always gives the last mail, also when it is below n.
                    if (word.matches("\\d{1,10}") && Long.parseLong(word) >= first) {
                        found.add(Long.parseLong(word));
                    }
                }
            }
        }
        Response last = responses[responses.length - 1];
        if (!last.isOK()) {
            throw new MessagingException("the server refuses to list the folder: " + last.getRest());
        }
        return found;
    }

    Answers<Meta> metas(Collection<Long> uids) throws MessagingException {
        return fetch(uids, "(UID RFC822.SIZE INTERNALDATE)", response -> {
            RFC822SIZE size = response.getItem(RFC822SIZE.class);
            INTERNALDATE date = response.getItem(INTERNALDATE.class);
            return new Meta(
                    size == null ? 0 : size.size,
                    date == null || date.getDate() == null ? null : date.getDate().toInstant());
        });
    }

    Answers<byte[]> bodies(Collection<Long> uids) throws MessagingException {
        return fetch(uids, "(UID BODY.PEEK[])", response -> {
            BODY body = response.getItem(BODY.class);
            ByteArray bytes = body == null ? null : body.getByteArray();
            return bytes == null
                    ? null
                    : Arrays.copyOfRange(bytes.getBytes(), bytes.getStart(), bytes.getStart() + bytes.getCount());
        });
    }

    /**
     * Writes a large mail to {@code file}, piece by piece.
     *
     * @return false if the server has no such mail
     */
    boolean body(long uid, Path file) throws MessagingException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            long position = 0;
            while (true) {
                Answers<byte[]> piece = fetch(
                        List.of(uid), "(UID BODY.PEEK[]<" + position + "." + PIECE + ">)", response -> {
                            BODY body = response.getItem(BODY.class);
                            ByteArray bytes = body == null ? null : body.getByteArray();
                            return bytes == null ? null : Arrays.copyOfRange(
                                    bytes.getBytes(), bytes.getStart(), bytes.getStart() + bytes.getCount());
                        });
                if (piece.broken() != null) {
                    throw piece.broken();
                }
                byte[] bytes = piece.byUid().get(uid);
                if (bytes == null) {
                    return position > 0;
                }
                out.write(bytes);
                position += bytes.length;
                if (bytes.length < PIECE) {
                    return position > 0;
                }
            }
        }
    }

    private interface Take<T> {
        @Nullable T from(FetchResponse response);
    }

    private <T> Answers<T> fetch(Collection<Long> uids, String items, Take<T> take) throws MessagingException {
        Response[] responses;
        try {
            responses = command("UID FETCH " + UidSet.of(new TreeSet<>(uids)) + " " + items);
        } catch (MessagingException e) {
            return new Answers<>(Map.of(), null, e);
        }
        Map<Long, T> byUid = new TreeMap<>();
        for (Response response : responses) {
            if (response instanceof FetchResponse fetched) {
                UID uid = fetched.getItem(UID.class);
                T value = uid == null ? null : take.from(fetched);
                if (value != null && uids.contains(uid.uid)) {
                    byUid.putIfAbsent(uid.uid, value);
                }
            }
        }
        Response last = responses[responses.length - 1];
        if (last.isBYE()) {
            return new Answers<>(byUid, null, new MessagingException("the server ended the connection: " + last.getRest()));
        }
        return new Answers<>(byUid, last.isOK() ? null : last.getRest(), null);
    }

    private Response[] command(String command) throws MessagingException {
        Object responses = folder.doCommand((IMAPProtocol protocol) -> {
            Response[] answered = protocol.command(command, null);
            // What is not an answer to the command, such as a new count of messages, is the protocol handler's.
            protocol.notifyResponseHandlers(Arrays.stream(answered)
                    .filter(response -> !(response instanceof FetchResponse) && !isSearch(response))
                    .toArray(Response[]::new));
            return answered;
        });
        if (responses instanceof Response[] answered && answered.length > 0) {
            return answered;
        }
        throw new MessagingException("the server gave no answer", new ProtocolException("empty"));
    }

    private static boolean isSearch(Response response) {
        return response.toString().regionMatches(true, 2, "SEARCH", 0, 6);
    }
}

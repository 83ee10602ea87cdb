package org.genjin.connectors.imap;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Content;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.MailReader;
import org.genjin.connectors.Mailbox;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;

/**
 * Reads an account over IMAP, the newest mails of each folder first. Folders are examined, never selected; no flag is set.
 * Every UID that is asked for ends as a message, as unreadable, or in the cursor's table of those to be asked for again.
 *
 * <p>{@link #close} may be called by another thread while a pull is going on: the pull then fails as unavailable.
 */
public final class ImapConnector implements Connector {

    private static final long BYTES_A_COMMAND = 32L * 1024 * 1024;
    private static final int WINDOW = 1000;
    /** Among so many of the newest UIDs, gaps are remembered as gaps. */
    private static final long PRECISE = 2000;

    private final SourceConfig.Imap source;
    private final Map<String, String> environment;
    private @Nullable IMAPStore store;
    private final TrackedSockets sockets;
    private final MailReader reader;
    private final InstantSource clock;
    private @Nullable OpenFolder open;

    private ImapConnector(
            SourceConfig.Imap source,
            Map<String, String> environment,
            TrackedSockets sockets,
            MailReader reader,
            InstantSource clock) {
        this.source = source;
        this.environment = environment;
        this.sockets = sockets;
        this.reader = reader;
        this.clock = clock;
    }

    /** Connects and logs in at the first question, so that also a login that hangs can be ended by {@link #close}. */
    public static ImapConnector open(
            SourceConfig.Imap source, Map<String, String> environment, MailReader reader, InstantSource clock) {
        return new ImapConnector(source, environment, new TrackedSockets(), reader, clock);
    }

    private IMAPStore store() throws ConnectorException {
        IMAPStore known = store;
        if (known == null) {
            known = ImapLogin.open(source, environment, sockets);
            store = known;
        }
        return known;
    }

    /** False if {@code cursor} is a folder's and says that the mail at {@code locator} has not been read. */
    public static boolean covers(Cursor cursor, String locator) {
        Optional<ImapCursor> parsed = ImapCursor.parse(cursor);
        return parsed.isEmpty()
                || !locator.matches("uid \\d+")
                || parsed.get().done().contains(Long.parseLong(locator.substring("uid ".length())));
    }

    /** A folder that has been examined, with what was listed in it once. */
    private static final class OpenFolder {
        private final String name;
        private final IMAPFolder folder;
        private final FolderFetch fetch;
        private final Map<Long, FolderFetch.Meta> metas = new HashMap<>();
        private final Set<Path> files = new HashSet<>();
        private @Nullable UidSet present;
        private long presentFrom;

        OpenFolder(String name, IMAPFolder folder) {
            this.name = name;
            this.folder = folder;
            this.fetch = new FolderFetch(folder);
        }
    }

    @Override
    public List<Mailbox> mailboxes() throws ConnectorException {
        try {
            return new Folders()
                    .toRead(store()).stream().map(name -> new Mailbox(source.name(), name)).toList();
        } catch (MessagingException | IllegalStateException e) {
            throw ImapErrors.of(e, source);
        }
    }

    @Override
    public Batch pull(Mailbox mailbox, Cursor from, int limit) throws ConnectorException {
        try {
            OpenFolder folder = folder(mailbox.name());
            deleteFiles(folder);
            long validity = folder.folder.getUIDValidity();
            ImapCursor cursor = ImapCursor.parse(from)
                    .filter(it -> it.validity() == validity)
                    .orElse(ImapCursor.start(validity));
            return new Pull(folder, cursor, limit).run();
        } catch (MessagingException | IllegalStateException e) {
            throw ImapErrors.of(e, source);
        } catch (IOException e) {
            throw new ConnectorException.Unavailable(
                    "A large mail of " + source.name() + " cannot be put down on disk: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public void close() {
        sockets.close();
        OpenFolder folder = open;
        if (folder != null) {
            deleteFiles(folder);
        }
    }

    private OpenFolder folder(String name) throws MessagingException, ConnectorException {
        OpenFolder known = open;
        if (known != null && known.name.equals(name) && known.folder.isOpen()) {
            return known;
        }
        if (known != null) {
            deleteFiles(known);
            if (known.folder.isOpen()) {
                known.folder.close(false);
            }
        }
        IMAPFolder folder = (IMAPFolder) store().getFolder(name);
        folder.open(Folder.READ_ONLY);
        OpenFolder opened = new OpenFolder(name, folder);
        open = opened;
        return opened;
    }

    private static void deleteFiles(OpenFolder folder) {
        for (Path file : folder.files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        folder.files.clear();
    }

    /** One pull from one folder. */
    private final class Pull {

        private final OpenFolder folder;
        private final ImapCursor cursor;
        private final int limit;
        private final Instant now = clock.instant();
        private final UidSet done;
        private final Map<Long, ImapCursor.Failure> failed;
        private final Map<Long, Content> bodies = new TreeMap<>();
        private final Map<Long, String> given = new TreeMap<>();
        /** Listed at once, and asked for again all the same. */
        private final Map<Long, String> waiting = new TreeMap<>();
        private Duration fetching = Duration.ZERO;
        private @Nullable MessagingException broken;

        Pull(OpenFolder folder, ImapCursor cursor, int limit) {
            this.folder = folder;
            this.cursor = cursor;
            this.limit = limit;
            this.done = cursor.done().copy();
            this.failed = new HashMap<>(cursor.failed());
        }

        Batch run() throws MessagingException, IOException {
            long begun = System.nanoTime();
            UidSet present = present();
            List<Long> wanted = wanted(present);
            fetch(wanted);
            fetching = Duration.ofNanos(System.nanoTime() - begun);
            MessagingException failure = broken;
            if (failure != null && bodies.isEmpty()) {
                throw failure;
            }
            return batch(present);
        }

        /** What the folder holds from the first UID on that may not be done. Asked once while the folder is open. */
        private UidSet present() throws MessagingException {
            long first = done.firstMissing();
            for (long uid : failed.keySet()) {
                first = Math.min(first, uid);
            }
            UidSet known = folder.present;
            if (known == null || folder.presentFrom > first) {
                known = folder.folder.getMessageCount() == 0 ? new UidSet() : folder.fetch.search(first);
                folder.present = known;
                folder.presentFrom = first;
            }
            return known;
        }

        /** The newest that are neither done nor too old, as many as one command may bring; what is too old becomes done. */
        private List<Long> wanted(UidSet present) throws MessagingException {
            List<Long> wanted = new ArrayList<>();
            while (wanted.isEmpty()) {
                List<Long> window = present.highestWithout(cursorSettled(), WINDOW);
                if (window.isEmpty()) {
                    return wanted;
                }
                Map<Long, FolderFetch.Meta> metas = metas(window);
                long bytes = 0;
                for (long uid : window) {
                    FolderFetch.Meta meta = metas.get(uid);
                    if (meta == null) {
                        break; // asked for when the window begins with it
                    }
                    if (isTooOld(meta.receivedAt())) {
                        done.add(uid);
                    } else if (wanted.size() < limit && (wanted.isEmpty() || bytes + meta.size() <= BYTES_A_COMMAND)) {
                        wanted.add(uid);
                        bytes += meta.size();
                    } else {
                        break;
                    }
                }
            }
            return wanted;
        }

        private UidSet cursorSettled() {
            return new ImapCursor(cursor.validity(), done, failed).settled(now);
        }

        private Map<Long, FolderFetch.Meta> metas(List<Long> window) throws MessagingException {
            if (!folder.metas.containsKey(window.getFirst())) {
                folder.metas.clear();
                FolderFetch.Answers<FolderFetch.Meta> answers = folder.fetch.metas(window);
                if (answers.broken() != null) {
                    throw answers.broken();
                }
                folder.metas.putAll(answers.byUid());
                // Size and date of a mail that the server does not describe are found out with its body.
                window.forEach(uid -> folder.metas.putIfAbsent(uid, new FolderFetch.Meta(0, null)));
            }
            return folder.metas;
        }

        private boolean isTooOld(@Nullable Instant receivedAt) {
            return receivedAt != null
                    && source.since()
                            .map(period -> now.atOffset(ZoneOffset.UTC).minus(period).toInstant())
                            .filter(receivedAt::isBefore)
                            .isPresent();
        }

        private void fetch(List<Long> wanted) throws MessagingException, IOException {
            List<Long> small = new ArrayList<>();
            for (long uid : wanted) {
                FolderFetch.Meta meta = folder.metas.get(uid);
                if (meta != null && meta.size() > FolderFetch.IN_PIECES) {
                    fetchLarge(uid);
                } else {
                    small.add(uid);
                }
            }
            fetchSmall(small);
        }

        /** What is refused or not answered is asked for again by halves, at last alone. */
        private void fetchSmall(List<Long> uids) throws MessagingException {
            if (uids.isEmpty() || broken != null) {
                return;
            }
            FolderFetch.Answers<byte[]> answers = folder.fetch.bodies(uids);
            answers.byUid().forEach((uid, bytes) -> bodies.put(uid, Content.of(bytes)));
            broken = answers.broken();
            List<Long> missing = uids.stream().filter(uid -> !bodies.containsKey(uid)).toList();
            if (missing.isEmpty() || broken != null) {
                return;
            }
            if (missing.size() == 1) {
                if (uids.size() > 1) {
                    fetchSmall(missing);
                } else {
                    missed(missing.getFirst(), answers.refused());
                }
                return;
            }
            fetchSmall(missing.subList(0, missing.size() / 2));
            fetchSmall(missing.subList(missing.size() / 2, missing.size()));
        }

        private void fetchLarge(long uid) throws MessagingException, IOException {
            Path file = Files.createTempFile("genjin-large-mail", ".eml");
            folder.files.add(file);
            if (folder.fetch.body(uid, file)) {
                bodies.put(uid, new FileContent(file, Files.size(file)));
            } else {
                missed(uid, null);
            }
        }

        private void missed(long uid, @Nullable String refused) {
            ImapCursor.Failure before = failed.get(uid);
            Optional<ImapCursor.Failure> again = ImapCursor.again(before == null ? 0 : before.times(), now);
            String reason = "The server lists this mail but does not hand it out"
                    + (refused == null ? "." : " (" + refused.strip() + ").");
            if (again.isPresent()) {
                failed.put(uid, again.get());
                waiting.put(uid, reason + " It is asked for again by itself.");
            } else {
                failed.remove(uid);
                given.put(uid, reason + " It was asked for four times and is given up.");
            }
        }

        private Batch batch(UidSet present) {
            long begun = System.nanoTime();
            List<Message> messages = new ArrayList<>();
            List<Batch.Unreadable> unreadable = new ArrayList<>();
            waiting.forEach((uid, reason) -> unreadable.add(new Batch.Unreadable("uid " + uid, reason, null)));
            given.forEach((uid, reason) -> unreadable.add(new Batch.Unreadable("uid " + uid, reason, null)));
            bodies.forEach((uid, content) -> {
                FolderFetch.Meta meta = folder.metas.get(uid);
                try {
                    messages.add(reader.read(content, "uid " + uid, meta == null ? null : meta.receivedAt()));
                } catch (MailReader.UnreadableMail e) {
                    unreadable.add(new Batch.Unreadable("uid " + uid, String.valueOf(e.getMessage()), content));
                }
            });
            Set<Long> settled = new TreeSet<>(bodies.keySet());
            settled.addAll(given.keySet());
            settled.forEach(uid -> {
                done.add(uid);
                failed.remove(uid);
                folder.metas.remove(uid);
            });
            List<Long> newest = present.highestWithout(new UidSet(), 1);
            if (!newest.isEmpty() && folder.presentFrom <= done.firstMissing()) {
                done.closeGaps(present, newest.getFirst() - PRECISE);
            }
            ImapCursor next = new ImapCursor(cursor.validity(), done, failed);
            long remaining = present.sizeWithout(next.settled(now));
            return new Batch(
                    messages, unreadable, next.toCursor(), remaining == 0, remaining, List.of(),
                    new Batch.Timing(fetching, Duration.ofNanos(System.nanoTime() - begun)));
        }
    }

    /** A mail too large for the memory, on disk until the next pull. */
    private record FileContent(Path file, long size) implements Content {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }
}

package org.genjin.connectors.imap;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Content;
import org.genjin.connectors.MailReader;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;

/**
 * One pull from one folder: the newest mails that the cursor does not cover. Every UID that is asked for ends as a message, as
 * unreadable, or in the cursor's table of those to be asked for again.
 */
final class FolderPull {

    private static final long BYTES_A_COMMAND = 32L * 1024 * 1024;
    /** What one command may leave in memory when sizes lie. */
    private static final long BYTES_IN_MEMORY = 48L * 1024 * 1024;

    private static final int WINDOW = 1000;
    /** So many windows without a mail to fetch, and it is time to let the caller save how far this got. */
    private static final int MOST_WINDOWS = 20;
    /** Among so many of the newest UIDs, gaps are remembered as gaps. */
    private static final long PRECISE = 2000;

    private final FolderCommands commands;
    private final FolderState folder;
    private final Spool spool;
    private final MailReader reader;
    private final GmailCopies copies;
    private final ImapCursor cursor;
    private final Optional<Instant> bound;
    private final int limit;
    private final Instant now;

    private final UidSet done;
    private final UidSet old;
    private final UidSet passed;
    private final Map<Long, ImapCursor.Failure> failed;
    private final Map<Long, Message> read = new TreeMap<>();
    private final Map<Long, Batch.Unreadable> unreadable = new TreeMap<>();
    /** What was handed out, whether it could be read or not. */
    private final Set<Long> come = new TreeSet<>();
    private Duration parsing = Duration.ZERO;

    FolderPull(
            FolderCommands commands,
            FolderState folder,
            Spool spool,
            MailReader reader,
            GmailCopies copies,
            ImapCursor cursor,
            Optional<Period> since,
            int limit,
            Instant now) {
        this.commands = commands;
        this.folder = folder;
        this.spool = spool;
        this.reader = reader;
        this.copies = copies;
        this.cursor = cursor;
        this.bound = since.map(it -> ImapCursor.bound(it, now));
        this.limit = limit;
        this.now = now;
        this.done = cursor.done().copy();
        this.old = cursor.old().copy();
        this.passed = cursor.passed().copy();
        this.failed = new HashMap<>(cursor.failed());
    }

    /**
     * Asks and takes what comes. When the connection breaks, what came before is kept.
     *
     * @throws IOException if it broke and nothing is to be kept; {@link #run} may be tried again on a new connection
     */
    Batch run() throws IOException {
        long begun = System.nanoTime();
        UidSet present = present();
        List<Long> wanted = wanted(present);
        if (!wanted.isEmpty()) {
            fetch(folder.together(wanted));
        }
        return batch(present, Duration.ofNanos(System.nanoTime() - begun).minus(parsing));
    }

    /** How many mails of the folder are not covered yet. */
    long toCome() throws IOException {
        return present().sizeWithout(settled());
    }

    /** What the folder holds from the first UID on that may not be done. */
    private UidSet present() throws IOException {
        long first = done.with(old).with(passed).firstMissing();
        for (long uid : failed.keySet()) {
            first = Math.min(first, uid);
        }
        UidSet known = folder.presentFrom(first);
        if (known == null) {
            long exists = folder.examined().exists();
            known = exists == 0 ? new UidSet() : commands.search(first, exists);
            folder.listed(known, first);
        }
        return known;
    }

    /** The newest that are neither done nor left out, as many as one command may bring. */
    private List<Long> wanted(UidSet present) throws IOException {
        List<Long> wanted = new ArrayList<>();
        for (int windows = 0; wanted.isEmpty() && windows < MOST_WINDOWS; windows++) {
            List<Long> window = present.highestWithout(settled(), WINDOW);
            if (window.isEmpty()) {
                return wanted;
            }
            choose(window, metas(window), wanted);
        }
        return wanted;
    }

    private void choose(List<Long> window, Map<Long, FetchAnswer> metas, List<Long> wanted) {
        long bytes = 0;
        for (long uid : window) {
            FetchAnswer meta = metas.get(uid);
            if (meta == null) {
                return; // asked for when the window begins with it
            }
            if (isTooOld(meta.receivedAt()) && !failed.containsKey(uid)) {
                old.add(uid);
            } else if (meta.labels().contains("\n\\Draft\n") || copies.isBrought(meta.mailId())) {
                passed.add(uid);
            } else if (wanted.size() < limit && (wanted.isEmpty() || bytes + meta.size() <= BYTES_A_COMMAND)) {
                wanted.add(uid);
                bytes += meta.size();
            } else {
                return;
            }
        }
    }

    private Map<Long, FetchAnswer> metas(List<Long> window) throws IOException {
        Map<Long, FetchAnswer> metas = folder.metas();
        if (!metas.containsKey(window.getFirst())) {
            metas.clear();
            metas.putAll(commands.metas(window));
            // Size and date of a mail that the server does not describe are found out with its body.
            window.forEach(uid -> metas.putIfAbsent(uid, new FetchAnswer(uid, 0, null, "", 0, null)));
        }
        return metas;
    }

    private boolean isTooOld(@Nullable Instant receivedAt) {
        return receivedAt != null && bound.filter(receivedAt::isBefore).isPresent();
    }

    private UidSet settled() {
        return next().settled(now);
    }

    private ImapCursor next() {
        return new ImapCursor(cursor.validity(), done, failed, old, cursor.since(), passed);
    }

    private void fetch(List<Long> asked) throws IOException {
        try {
            fetch(asked, new MailBytes(spool, BYTES_IN_MEMORY));
            folder.wentWell();
        } catch (IOException e) {
            if (ImapErrors.isAboutMail(e)) {
                List<Long> unanswered = new TreeSet<>(asked).stream().filter(uid -> !come.contains(uid)).toList();
                if (!unanswered.isEmpty() && folder.broke(asked.size(), unanswered.getFirst())) {
                    missed(unanswered.getFirst(), "the connection breaks at it: " + ImapErrors.text(e));
                }
            }
            if (come.isEmpty() && unreadable.isEmpty()) {
                throw e;
            }
        }
    }

    /** What is refused or not answered is asked for again by halves, at last alone. */
    private void fetch(List<Long> uids, MailBytes bytes) throws IOException {
        Optional<Completion> refused = commands.bodies(uids, bytes, this::take);
        if (refused.filter(ImapErrors::isThrottling).isPresent()) {
            throw new ImapFailure.Refused("hand out more mails", refused.get());
        }
        List<Long> missing = uids.stream().filter(uid -> !come.contains(uid)).toList();
        if (missing.isEmpty()) {
            return;
        }
        if (missing.size() > 1) {
            fetch(missing.subList(0, missing.size() / 2), bytes);
            fetch(missing.subList(missing.size() / 2, missing.size()), bytes);
        } else if (uids.size() > 1) {
            fetch(missing, bytes);
        } else {
            missed(missing.getFirst(), refused.map(Completion::said).orElse(""));
        }
    }

    private void missed(long uid, String why) {
        ImapCursor.Failure before = failed.get(uid);
        Optional<ImapCursor.Failure> again = ImapCursor.again(before == null ? 0 : before.times(), now);
        String reason = "The server lists this mail but does not hand it out" + (why.isBlank() ? "." : " (" + why.strip() + ").");
        if (again.isPresent()) {
            failed.put(uid, again.get());
            notHad(uid, reason + " It is asked for again by itself.");
        } else {
            failed.remove(uid);
            done.add(uid);
            notHad(uid, reason + " It was asked for four times and is given up.");
        }
    }

    private void notHad(long uid, String reason) {
        unreadable.put(uid, new Batch.Unreadable(locator(uid), reason, null));
    }

    /** Reads a mail while the server sends the next. */
    private void take(FetchAnswer answer) {
        Content content = answer.content();
        long uid = answer.uid();
        if (content == null || !come.add(uid)) {
            return;
        }
        long begun = System.nanoTime();
        FetchAnswer meta = folder.metas().remove(uid);
        done.add(uid);
        failed.remove(uid);
        copies.brought(meta == null ? 0 : meta.mailId());
        try {
            Message message = reader.read(content, locator(uid), meta == null ? null : meta.receivedAt());
            read.put(uid, meta == null ? message : withLabels(message, meta.labels()));
        } catch (MailReader.UnreadableMail e) {
            unreadable.put(uid, new Batch.Unreadable(locator(uid), String.valueOf(e.getMessage()), content));
        } catch (RuntimeException | StackOverflowError e) {
            // A fault of ours: this mail is kept and shown, and the mails after it are read all the same.
            unreadable.put(uid, new Batch.Unreadable(
                    locator(uid), "Reading this mail fails within Genjin (" + e + "); its bytes are kept. Please report it.", content));
        }
        parsing = parsing.plusNanos(System.nanoTime() - begun);
    }

    /** Where labels stand for folders, they tell in which a person would look for the mail. */
    private static Message withLabels(Message message, String labels) {
        String shown = labels.lines()
                .filter(it -> !it.isEmpty() && !it.startsWith("\\"))
                .map(it -> FolderName.listed(it).shown())
                .collect(Collectors.joining("\n"));
        return shown.isEmpty() ? message : message.telling(Message.Told.LABELS, shown);
    }

    private Batch batch(UidSet present, Duration fetching) {
        failed.keySet().removeIf(uid -> isGone(uid, present));
        forgetDeleted(present);
        ImapCursor next = next();
        long remaining = present.sizeWithout(next.settled(now));
        return new Batch(
                List.copyOf(read.values()), List.copyOf(unreadable.values()), next.toCursor(), remaining == 0, remaining,
                List.of(), new Batch.Timing(fetching, parsing));
    }

    private boolean isGone(long uid, UidSet present) {
        boolean gone = uid >= folder.listedFrom() && !present.contains(uid);
        if (gone) {
            done.add(uid);
        }
        return gone;
    }

    /** Gaps where nothing is any more are taken for done, so that a cursor stays short however much was deleted. */
    private void forgetDeleted(UidSet present) {
        UidSet settled = done.with(old).with(passed);
        List<Long> newest = present.highestWithout(new UidSet(), 1);
        if (!newest.isEmpty() && folder.listedFrom() <= settled.firstMissing()) {
            settled.closeGaps(present, newest.getFirst() - PRECISE);
            settled.without(old).without(passed).addTo(done);
        }
    }

    static String locator(long uid) {
        return "uid " + uid;
    }
}

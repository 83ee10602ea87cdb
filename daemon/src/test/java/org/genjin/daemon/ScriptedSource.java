package org.genjin.daemon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Content;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Holdings;
import org.genjin.connectors.MailReader;
import org.genjin.connectors.Mailbox;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;

/**
 * A mail account in memory, with every fault a real one may have. A folder hands out its mails newest first; a cursor says how
 * many of the oldest are not read yet.
 */
final class ScriptedSource implements Connectors.Opener {

    /** A mail and what is wrong with it at the server. */
    private enum Fault { NONE, SKIPPED_ONCE, NEVER_HANDED_OUT, UNREADABLE, TOO_OLD }

    private record Held(String locator, Mails mail, Fault fault) {}

    private @Nullable Connectors reader;
    private final Map<String, List<Held>> folders = new LinkedHashMap<>();
    private final Map<String, String> partial = new LinkedHashMap<>();
    private final Map<String, List<String>> warnings = new LinkedHashMap<>();
    private final Set<Held> skipped = new HashSet<>();
    private final List<String> pulls = new ArrayList<>();
    private Optional<ConnectorException> failure = Optional.empty();
    private Runnable meanwhile = () -> {};
    private boolean handsOut = true;
    private int breaksAfter = Integer.MAX_VALUE;

    /** @param connectors make messages of the mails' bytes */
    ScriptedSource with(Connectors connectors) {
        this.reader = connectors;
        return this;
    }

    ScriptedSource folder(String name) {
        folders.computeIfAbsent(name, _ -> new ArrayList<>());
        return this;
    }

    /** Puts a mail on top of a folder. */
    ScriptedSource mail(String folder, Mails mail) {
        return put(folder, mail, Fault.NONE);
    }

    /** A mail that the first reading passes over without a word, as servers do. */
    ScriptedSource skippedOnce(String folder, Mails mail) {
        return put(folder, mail, Fault.SKIPPED_ONCE);
    }

    /** A mail that is counted and never comes, whoever asks. */
    ScriptedSource neverHandedOut(String folder, Mails mail) {
        return put(folder, mail, Fault.NEVER_HANDED_OUT);
    }

    ScriptedSource unreadable(String folder, Mails mail) {
        return put(folder, mail, Fault.UNREADABLE);
    }

    /** A mail from before the first reading's bound. */
    ScriptedSource tooOld(String folder, Mails mail) {
        return put(folder, mail, Fault.TOO_OLD);
    }

    private ScriptedSource put(String folder, Mails mail, Fault fault) {
        List<Held> held = folder(folder).folders.get(folder);
        held.add(new Held("uid " + (held.size() + 1), mail, fault));
        return this;
    }

    ScriptedSource without(String folder) {
        folders.remove(folder);
        return this;
    }

    /** A folder that shows only a part of what is there. */
    ScriptedSource partial(String folder, String sentence) {
        partial.put(folder, sentence);
        return this;
    }

    ScriptedSource warns(String folder, String... sentences) {
        warnings.put(folder, List.of(sentences));
        return this;
    }

    /** From now on the source cannot be opened. */
    ScriptedSource fails(ConnectorException failure) {
        this.failure = Optional.of(failure);
        return this;
    }

    ScriptedSource works() {
        this.failure = Optional.empty();
        return this;
    }

    /** Says that there is more to come and never hands it out. */
    ScriptedSource handsOutNothing() {
        this.handsOut = false;
        return this;
    }

    /** The line goes dead after so many more batches, once. */
    ScriptedSource breaksAfter(int batches) {
        this.breaksAfter = batches;
        return this;
    }

    /** Done at each pull, by the thread that pulls. */
    ScriptedSource meanwhile(Runnable work) {
        this.meanwhile = work;
        return this;
    }

    /** From which folders batches were asked for, in order. */
    List<String> pulls() {
        return List.copyOf(pulls);
    }

    @Override
    public Connector open(SourceConfig source) throws ConnectorException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        return new Connection(source.name());
    }

    private static Instant at(Held held) {
        return held.mail().at();
    }

    private final class Connection implements Connector {

        private final String source;

        Connection(String source) {
            this.source = source;
        }

        @Override
        public List<Mailbox> mailboxes() {
            return folders.keySet().stream().map(it -> new Mailbox(source, it)).toList();
        }

        /** Whether the mail at a place of the list is still to come. */
        private boolean isAhead(Cursor cursor, int index) {
            if (cursor.equals(Cursor.START)) {
                return true;
            }
            String[] parts = cursor.value().split("/", -1);
            return index < Integer.parseInt(parts[0]) || index >= Integer.parseInt(parts[1]);
        }

        @Override
        public Batch pull(Mailbox mailbox, Cursor cursor, int limit) throws ConnectorException {
            meanwhile.run();
            if (breaksAfter-- == 0) {
                throw new ConnectorException.Unavailable("The line is dead.", null);
            }
            pulls.add(mailbox.name());
            List<Held> held = folders.get(mailbox.name());
            List<Message> messages = new ArrayList<>();
            List<Batch.Unreadable> unreadable = new ArrayList<>();
            List<Integer> ahead = new ArrayList<>();
            for (int i = held.size() - 1; i >= 0; i--) {
                if (isAhead(cursor, i)) {
                    ahead.add(i);
                }
            }
            List<Integer> now = handsOut ? ahead.subList(0, Math.min(limit, ahead.size())) : List.of();
            now.forEach(i -> hand(held.get(i), messages, unreadable));
            int left = ahead.size() - now.size();
            Cursor next = handsOut ? new Cursor(left + "/" + held.size()) : cursor;
            boolean drained = left == 0 || !handsOut;
            return new Batch(
                    messages, unreadable, next, drained, left, warnings.getOrDefault(mailbox.name(), List.of()), Batch.Timing.NONE);
        }

        private void hand(Held it, List<Message> messages, List<Batch.Unreadable> unreadable) {
            Content raw = Content.of(it.mail().bytes());
            switch (it.fault()) {
                case NEVER_HANDED_OUT, TOO_OLD -> {}
                case SKIPPED_ONCE -> {
                    if (!skipped.add(it)) {
                        read(it, raw, messages);
                    }
                }
                case UNREADABLE -> unreadable.add(new Batch.Unreadable(it.locator(), "It is no mail.", raw));
                case NONE -> read(it, raw, messages);
            }
        }

        private void read(Held it, Content raw, List<Message> messages) {
            try {
                messages.add(Objects.requireNonNull(reader).reread(Channel.EMAIL, raw, it.locator(), at(it)));
            } catch (MailReader.UnreadableMail e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Optional<Holdings> holdings(Mailbox mailbox, Cursor cursor) {
            List<Held> held = folders.get(mailbox.name());
            long tooOld = 0;
            long toCome = 0;
            Set<String> all = new HashSet<>();
            Set<String> old = new HashSet<>();
            Set<String> ahead = new HashSet<>();
            for (int i = 0; i < held.size(); i++) {
                all.add(held.get(i).locator());
                if (isAhead(cursor, i)) {
                    toCome++;
                    ahead.add(held.get(i).locator());
                } else if (held.get(i).fault() == Fault.TOO_OLD) {
                    tooOld++;
                    old.add(held.get(i).locator());
                }
            }
            return Optional.of(new Holdings(
                    held.size(), tooOld, toCome, partial.getOrDefault(mailbox.name(), ""), all::contains, old::contains,
                    ahead::contains));
        }

        @Override
        public void close() {
            // nothing was opened
        }
    }
}

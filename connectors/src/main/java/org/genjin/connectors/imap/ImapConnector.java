package org.genjin.connectors.imap;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Holdings;
import org.genjin.connectors.Logins;
import org.genjin.connectors.MailReader;
import org.genjin.connectors.Mailbox;
import org.genjin.connectors.TlsTrust;
import org.jspecify.annotations.Nullable;

/**
 * Reads an account over IMAP, the newest mails of each folder first. Folders are examined, never selected; no flag is set. Each
 * folder is listed once while the connector is open, also when folders are read in turns.
 *
 * <p>{@link #close} may be called by another thread while a pull is going on: the pull then fails as unavailable.
 */
public final class ImapConnector implements Connector {

    /** A server that breaks off more often than this is left alone for a while. */
    private static final int MOST_BREAKS = 12;

    /** Fewer mails are fetched again rather than listing whole folders. */
    private static final int MANY = 100;

    private static final String NO_SENT =
            "The server shows no folder of sent mail: your own replies may be missing. If you keep sent mail under another name, all"
                    + " is well; else look in the provider's settings which folders it shows to other programs (IMAP).";

    private final SourceConfig.Imap source;
    private final Logins logins;
    private final MailReader reader;
    private final InstantSource clock;
    private final Patience patience;
    private final TrackedSockets sockets;
    private final Spool spool = new Spool();
    private final GmailCopies copies = new GmailCopies();
    private final Map<String, FolderName> names = new HashMap<>();
    private final Map<String, FolderState> states = new HashMap<>();
    private final Map<FolderName, ImapCursor> cursors = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private @Nullable ImapConnection connection;
    private @Nullable FolderState selected;
    private volatile @Nullable NewsWatch watch;
    private int breaks;

    ImapConnector(
            SourceConfig.Imap source,
            Logins logins,
            MailReader reader,
            InstantSource clock,
            Patience patience,
            TrackedSockets sockets) {
        this.source = source;
        this.logins = logins;
        this.reader = reader;
        this.clock = clock;
        this.patience = patience;
        this.sockets = sockets;
    }

    /** Connects and logs in at the first question, so that also a login that hangs can be ended by {@link #close}. */
    public static ImapConnector open(
            SourceConfig.Imap source, Logins logins, MailReader reader, InstantSource clock) {
        return new ImapConnector(
                source, logins, reader, clock, Patience.USUAL, new TrackedSockets(() -> TlsTrust.socketsFor(source.imap())));
    }

    /** False if {@code cursor} is a folder's and says that the mail at {@code locator} has not been read. */
    public static boolean covers(Cursor cursor, String locator) {
        Optional<ImapCursor> parsed = ImapCursor.parse(cursor);
        return parsed.isEmpty()
                || !locator.matches("uid \\d+")
                || parsed.get().done().contains(Long.parseLong(locator.substring("uid ".length())));
    }

    /** A folder's position but that the mails at {@code locators} are asked for again; empty if it is no folder's. */
    public static Optional<Cursor> askingAgain(Cursor cursor, Collection<String> locators) {
        return ImapCursor.parse(cursor).map(it -> it.askingAgain(UidSet.of(locators.stream()
                        .filter(locator -> locator.matches("uid \\d{1,10}"))
                        .map(locator -> Long.parseLong(locator.substring("uid ".length())))
                        .toList()))
                .toCursor());
    }

    /** Whether the server may have failed us because the token of our login is over. */
    public static boolean mayBeTheToken(ConnectorException failure) {
        return ImapErrors.mayBeTheToken(failure);
    }

    @Override
    public List<Mailbox> mailboxes() throws ConnectorException {
        try {
            Folders folders = new Folders();
            Folders.Choice choice = folders.choose(Folders.list(connection()));
            names.clear();
            choice.names().forEach(it -> names.put(it.shown(), it));
            if (!choice.sent() && !warnings.contains(NO_SENT)) {
                warnings.add(NO_SENT);
            }
            return choice.names().stream().map(it -> new Mailbox(source.name(), it.shown())).toList();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public Batch pull(Mailbox mailbox, Cursor from, int limit) throws ConnectorException {
        spool.turn();
        FolderName name = name(mailbox);
        while (true) {
            try {
                return withWarnings(name, pull(name, from, limit));
            } catch (ImapFailure.Refused e) {
                if (isFoldersOwn(name, e)) {
                    return passedOver(mailbox, from, e);
                }
                throw failed(e);
            } catch (IOException e) {
                drop();
                if (!ImapErrors.isAboutMail(e) || sockets.isClosed() || ++breaks > MOST_BREAKS) {
                    throw failed(e);
                }
                // On a new connection fewer mails are asked for together, until the one that breaks it is found.
            }
        }
    }

    private Batch pull(FolderName name, Cursor from, int limit) throws IOException, ConnectorException {
        FolderState folder = select(name);
        Instant now = clock.instant();
        ImapCursor cursor = cursor(folder, from, now);
        FolderCommands commands = new FolderCommands(connection());
        cursors.put(name, cursor);
        FolderPull pull =
                new FolderPull(commands, folder, spool, reader, copies, cursor, source.since(), limit, now);
        if (names.size() > 1 && connection().can("X-GM-EXT-1") && pull.toCome() > MANY) {
            learnCopies(name);
        }
        Batch batch = pull.run();
        ImapCursor.parse(batch.next()).ifPresent(next -> cursors.put(name, next));
        if (!connection().isUsable()) {
            drop();
        }
        return batch;
    }

    /** What other folders have brought need not come from this one: before many mails are fetched it is worth asking. */
    private void learnCopies(FolderName name) throws IOException, ConnectorException {
        for (Map.Entry<FolderName, ImapCursor> it : cursors.entrySet()) {
            UidSet done = it.getValue().done();
            if (!it.getKey().equals(name) && !done.isEmpty() && copies.askNow(it.getKey())) {
                select(it.getKey());
                new FolderCommands(connection()).mailIds((mailId, uid) -> {
                    if (done.contains(uid)) {
                        copies.brought(mailId);
                    }
                });
            }
        }
        select(name);
    }

    private ImapCursor cursor(FolderState folder, Cursor from, Instant now) {
        long validity = ImapCursor.validity(folder.examined().validity(), now);
        return ImapCursor.parse(from)
                .filter(it -> it.validity() == validity)
                .orElse(ImapCursor.start(validity))
                .within(source.since(), now);
    }

    @Override
    public Optional<Holdings> holdings(Mailbox mailbox, Cursor cursor) throws ConnectorException {
        try {
            FolderState folder = select(name(mailbox));
            Instant now = clock.instant();
            return Optional.of(FolderHoldings.of(
                    new FolderCommands(connection()), folder, cursor(folder, cursor, now), now));
        } catch (ImapFailure.Refused e) {
            if (isFoldersOwn(name(mailbox), e)) {
                return Optional.empty(); // a pull says why it cannot be opened
            }
            throw failed(e);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public News awaitNews(Mailbox mailbox, Duration time) throws ConnectorException {
        try {
            NewsWatch waiting = watch;
            if (waiting == null) {
                select(name(mailbox));
                waiting = new NewsWatch(connection(), patience);
                watch = waiting;
            }
            return waiting.await(time);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        NewsWatch waiting = watch;
        if (waiting != null) {
            waiting.leave(patience.leave());
        }
        sockets.close();
        spool.close();
    }

    private FolderName name(Mailbox mailbox) {
        FolderName known = names.get(mailbox.name());
        return known == null ? FolderName.shown(mailbox.name()) : known;
    }

    private ImapConnection connection() throws ConnectorException {
        ImapConnection known = connection;
        if (known == null) {
            known = ImapLogin.open(source, logins, sockets, patience);
            connection = known;
        }
        return known;
    }

    /** Opens a folder if it is not the one that is open. What was listed in it counts as long as its UIDs do. */
    private FolderState select(FolderName name) throws IOException, ConnectorException {
        FolderState open = selected;
        if (open != null && open.name().equals(name) && connection != null) {
            return open;
        }
        selected = null;
        FolderCommands.Examined examined = new FolderCommands(connection()).examine(name);
        FolderState known = states.get(name.shown());
        if (known == null || known.examined().validity() != examined.validity()) {
            known = new FolderState(name, examined);
            states.put(name.shown(), known);
        }
        selected = known;
        return known;
    }

    /** One folder that cannot be opened must not keep the others from being read; without the main one nothing is right. */
    private boolean isFoldersOwn(FolderName name, ImapFailure.Refused failure) {
        return !isMain(name)
                && !ImapErrors.isThrottling(failure.completion())
                && !ImapErrors.isTokenOver(failure.completion());
    }

    private boolean isMain(FolderName name) {
        return name.isInbox() || names.size() == 1;
    }

    private Batch passedOver(Mailbox mailbox, Cursor from, ImapFailure.Refused failure) {
        return new Batch(
                List.of(), List.of(), from, true, -1,
                List.of("The folder " + mailbox.name() + " of " + source.name() + " cannot be read ("
                        + failure.completion().said() + "). The other folders are read; it is tried again by itself."),
                Batch.Timing.NONE);
    }

    /** What the server, or the account as a whole, has to tell is told with the first batch that comes. */
    private Batch withWarnings(FolderName name, Batch batch) throws ConnectorException {
        ImapConnection open = connection;
        if (open != null) {
            open.takeAlerts().forEach(it -> warnings.add("The server of " + source.name() + " says: " + it));
        }
        if (warnings.isEmpty() || !isMain(name)) {
            return batch;
        }
        return new Batch(
                batch.messages(), batch.unreadable(), batch.next(), batch.drained(), batch.remaining(),
                List.copyOf(warnings), batch.timing());
    }

    private ConnectorException failed(IOException failure) {
        if (!(failure instanceof ImapFailure.Refused)) {
            drop();
        }
        return ImapErrors.of(failure, source);
    }

    private void drop() {
        sockets.drop();
        connection = null;
        selected = null;
        watch = null;
    }
}

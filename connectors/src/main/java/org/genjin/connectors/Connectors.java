package org.genjin.connectors;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.genjin.config.Server;
import org.genjin.config.Servers;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.chat.ChatEntry;
import org.genjin.connectors.discovery.ServerDiscovery;
import org.genjin.connectors.files.DropFolderConnector;
import org.genjin.connectors.files.FilesConnector;
import org.genjin.connectors.files.KnownKinds;
import org.genjin.connectors.files.SettledFolders;
import org.genjin.connectors.imap.ImapConnector;
import org.genjin.connectors.imap.ImapSurvey;
import org.genjin.connectors.mime.MimeReader;
import org.genjin.connectors.oauth.OAuth;
import org.genjin.connectors.oauth.RenewingConnector;
import org.genjin.connectors.platform.PlatformMails;

/** The only way to a connector, and to what is asked before there is one; nobody else names an implementation. Thread-safe. */
public final class Connectors implements MessageRereader, MailboxLocator {

    /** In the environment: HOST or HOST:PORT of a name server to ask instead of the machine's. */
    public static final String NAME_SERVER = "GENJIN_DNS";

    private final MailReader mails = new PlatformMails(new MimeReader());
    private final KnownKinds kinds = new KnownKinds();
    private final SettledFolders folders = new SettledFolders();
    private final Logins logins;
    private final InstantSource clock;
    private final ServerDiscovery discovery;
    private final Map<String, Discovery.Found> found = new ConcurrentHashMap<>();

    /**
     * For files, and for mailboxes that have a password.
     *
     * @param environment the process's, where secrets may lie, and {@link #NAME_SERVER}
     */
    public Connectors(Map<String, String> environment, InstantSource clock) {
        this(new PasswordLogins(environment), environment, clock);
    }

    /**
     * @param logins what lets us into mailboxes
     * @param environment the process's, where {@link #NAME_SERVER} may be
     */
    public Connectors(Logins logins, Map<String, String> environment, InstantSource clock) {
        this.logins = logins;
        this.clock = clock;
        this.discovery = ServerDiscovery.system(environment.getOrDefault(NAME_SERVER, ""));
    }

    /**
     * The sign-ins of a home. There is one a home and process: what it knows of a token, no other does.
     *
     * @param tokens the home's folder for what comes of sign-ins
     * @param environment the process's, where secrets may lie
     */
    public static SignIns signIns(Path tokens, Map<String, String> environment, InstantSource clock) {
        return new OAuth(tokens, environment, clock, pause -> LockSupport.parkNanos(pause.toNanos()));
    }

    /** Opening a source as a value, so that a test can hand in a scripted connector. */
    @FunctionalInterface
    public interface Opener {
        Connector open(SourceConfig source) throws ConnectorException;
    }

    /**
     * Opens a source; the caller closes it. A server is reached at the first question that is asked; if nobody has said where
     * it is, it is looked for now, which takes half a minute at the most, once a process.
     */
    public Connector open(SourceConfig source) throws ConnectorException {
        return switch (source) {
            case SourceConfig.Imap imap -> renewing(located(imap));
            case SourceConfig.DropFolder folder -> DropFolderConnector.open(folder, mails, kinds, folders, clock);
            case SourceConfig.Files files -> FilesConnector.open(files, mails);
        };
    }

    private Connector renewing(SourceConfig.Imap mailbox) {
        return new RenewingConnector(
                mailbox, logins, it -> ImapConnector.open(mailbox, it, mails, clock), ImapConnector::mayBeTheToken);
    }

    /**
     * Looks for the mail servers of an address. What was found is remembered until the process ends.
     *
     * @param address in lower case
     */
    public Discovery discover(String address) {
        Discovery.Found known = found.get(address);
        if (known != null) {
            return known;
        }
        Discovery outcome = discovery.find(address);
        if (outcome instanceof Discovery.Found fresh) {
            found.put(address, fresh);
        }
        return outcome;
    }

    /** The mailbox with its servers: as its configuration says, else as they are found. */
    @Override
    public SourceConfig.Imap located(SourceConfig.Imap mailbox) throws ConnectorException {
        return switch (mailbox.servers()) {
            case Servers.Known _ -> mailbox;
            case Servers.ToBeFound _ -> Location.of(mailbox, discover(mailbox.address()));
        };
    }

    /** Connects to a server, sees whether it can be trusted, and hangs up. */
    public Reach reach(Server server) {
        return discovery.reach(server);
    }

    /**
     * Logs in and counts what is there; reads no mail.
     *
     * @param opened whether a folder may be opened at all
     */
    public Survey survey(SourceConfig.Imap mailbox, Predicate<Mailbox> opened) throws ConnectorException {
        return ImapSurvey.of(located(mailbox), logins, opened);
    }

    @Override
    public Message reread(Channel channel, Content raw, String locator, Instant sentAt) throws MailReader.UnreadableMail {
        return channel == Channel.EMAIL || !ChatEntry.isKept(raw)
                ? mails.read(raw, locator, sentAt)
                : ChatEntry.read(raw, locator);
    }

    /** What a file can be given as, such as {@code mbox} or {@code whatsapp}. */
    public static List<String> formats() {
        return FilesConnector.formats();
    }

    /** A message of what {@code owner} noted by hand at {@code at}. */
    public static Message note(String owner, Instant at, String text) {
        return ChatEntry.note(owner, at, text);
    }

    /** Whether a mailbox read as far as {@code cursor} says has been read where {@code locator} is. */
    public static boolean covers(Cursor cursor, String locator) {
        return !cursor.equals(Cursor.START) && ImapConnector.covers(cursor, locator);
    }

    /**
     * A mailbox's position from which what lies at {@code locators} is handed out again, together with what is new: of a folder at
     * a server just that, of a file all there is.
     */
    public static Cursor askingAgain(Cursor cursor, Collection<String> locators) {
        return ImapConnector.askingAgain(cursor, locators).orElse(Cursor.START);
    }
}

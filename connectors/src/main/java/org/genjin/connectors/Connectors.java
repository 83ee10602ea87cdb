package org.genjin.connectors;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.chat.ChatEntry;
import org.genjin.connectors.files.DropFolderConnector;
import org.genjin.connectors.files.FilesConnector;
import org.genjin.connectors.imap.ImapConnector;
import org.genjin.connectors.mime.MimeReader;
import org.genjin.connectors.oauth.OAuth;
import org.genjin.connectors.oauth.RenewingConnector;

/** The only way to a connector; nobody else names an implementation. Thread-safe. */
public final class Connectors implements MessageRereader {

    private final MailReader mails = new MimeReader();
    private final Logins logins;
    private final InstantSource clock;

    /**
     * For files, and for mailboxes that have a password.
     *
     * @param environment the process's, where secrets may lie
     */
    public Connectors(Map<String, String> environment, InstantSource clock) {
        this(new PasswordLogins(environment), clock);
    }

    /** @param logins what lets us into mailboxes */
    public Connectors(Logins logins, InstantSource clock) {
        this.logins = logins;
        this.clock = clock;
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

    /** Opens a source; the caller closes it. A server is reached at the first question that is asked. */
    public Connector open(SourceConfig source) throws ConnectorException {
        return switch (source) {
            case SourceConfig.Imap imap -> new RenewingConnector(
                    imap, logins, it -> ImapConnector.open(imap, it, mails, clock), ImapConnector::mayBeTheToken);
            case SourceConfig.DropFolder folder -> DropFolderConnector.open(folder, mails, clock);
            case SourceConfig.Files files -> FilesConnector.open(files, mails);
        };
    }

    @Override
    public Message reread(Channel channel, Content raw, String locator, Instant sentAt) throws MailReader.UnreadableMail {
        return channel == Channel.EMAIL ? mails.read(raw, locator, sentAt) : ChatEntry.read(raw, locator);
    }

    /** A message of what {@code owner} noted by hand at {@code at}. */
    public static Message note(String owner, Instant at, String text) {
        return ChatEntry.note(owner, at, text);
    }

    /** Whether a mailbox read as far as {@code cursor} says has been read where {@code locator} is. */
    public static boolean covers(Cursor cursor, String locator) {
        return !cursor.equals(Cursor.START) && ImapConnector.covers(cursor, locator);
    }
}

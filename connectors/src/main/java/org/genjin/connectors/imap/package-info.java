/**
 * Mailboxes over IMAP (RFC 3501), read only, by a reader of our own: {@code ImapInput} takes apart what comes, {@code
 * ImapConnection} sends a command and takes its answers, {@code FolderCommands} has the few commands for a folder, {@code
 * FolderPull} the rules of one pull, {@code ImapConnector} the connection's life.
 *
 * <p>Asked is answered: a UID that is asked for ends as a message, as unreadable, or in the cursor's table of those to be asked
 * for again. What a server does not answer is asked for again within a pull, by halves and on a new connection, until the mail
 * that is to blame is found; whether and when a source is tried again is the caller's.
 *
 * <p>Must never contain: commands that change a mailbox ({@code SELECT}, {@code STORE}, {@code EXPUNGE}, {@code APPEND}, {@code
 * MOVE}), MIME, threads.
 */
@NullMarked
package org.genjin.connectors.imap;

import org.jspecify.annotations.NullMarked;

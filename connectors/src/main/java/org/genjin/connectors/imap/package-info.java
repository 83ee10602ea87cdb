/**
 * Mailboxes over IMAP (RFC 3501, RFC 9051), read only.
 *
 * <p>Must never contain: commands that change a mailbox ({@code SELECT}, {@code STORE}, {@code EXPUNGE}, {@code APPEND},
 * {@code MOVE}), MIME, retries.
 */
@NullMarked
package org.genjin.connectors.imap;

import org.jspecify.annotations.NullMarked;

/**
 * Genjin's own mails to owners: written down first, sent once, through the owner's own server.
 *
 * <p>Must never contain: what a mail says, SQL, reading of mail.
 */
@NullMarked
package org.genjin.daemon.outbox;

import org.jspecify.annotations.NullMarked;

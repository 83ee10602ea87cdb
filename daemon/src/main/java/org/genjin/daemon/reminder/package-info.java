/**
 * From what is due to the morning mail, and from what cannot wait to a mail at once.
 *
 * <p>Must never contain: the rules of what is due, SQL, reading of mail.
 */
@NullMarked
package org.genjin.daemon.reminder;

import org.jspecify.annotations.NullMarked;

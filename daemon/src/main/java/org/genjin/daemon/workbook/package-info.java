/**
 * The follow-up sheet and its relatives: the board as a workbook for each owner, and as flat tables. What stands in them, and what
 * people typed there; {@code keeping}, above, decides when that is asked, and {@code file}, {@code rows}, {@code rules} and
 * {@code picture}, below, know nothing of it.
 *
 * <p>Must never contain: the rules of what is due, SQL, mail.
 */
@NullMarked
package org.genjin.daemon.workbook;

import org.jspecify.annotations.NullMarked;

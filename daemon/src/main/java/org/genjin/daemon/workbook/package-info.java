/**
 * The follow-up sheet and its relatives: the board as a workbook for each owner, and as flat tables.
 *
 * <p>Must never contain: the rules of what is due, SQL, mail.
 */
@NullMarked
package org.genjin.daemon.workbook;

import org.jspecify.annotations.NullMarked;

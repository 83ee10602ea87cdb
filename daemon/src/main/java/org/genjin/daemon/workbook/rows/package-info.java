/**
 * Rows of a sheet that come, go and move, with all in the workbook that leads to them: formulas, comments, colours, pictures. The
 * library does that for one place at a time and leaves half of it behind. {@code MovedRows} is the way in.
 *
 * <p>Must never contain: what the rows say, our own tables, the ledger.
 */
@NullMarked
package org.genjin.daemon.workbook.rows;

import org.jspecify.annotations.NullMarked;

/**
 * Keeps the workbooks: when one is read, what becomes of a file that is open, damaged, locked or copied, when it is written again and
 * which versions stay. {@code Sheets} is the way in; what stands in a workbook and what was typed there is asked one package below.
 *
 * <p>Must never contain: cells, columns, how a sheet looks.
 */
@NullMarked
package org.genjin.daemon.workbook.keeping;

import org.jspecify.annotations.NullMarked;

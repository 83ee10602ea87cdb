/**
 * The file of a workbook, whatever stands in it: on the disk beside programs that have it open, locked with a password, and packed so
 * that writing it anew costs little. {@code Book} is one while it is written, {@code SheetSource} one as it was read.
 *
 * <p>Must never contain: customers, the ledger, words for people but why a file cannot be used.
 */
@NullMarked
package org.genjin.daemon.workbook.file;

import org.jspecify.annotations.NullMarked;

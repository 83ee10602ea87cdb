/**
 * Known customers first: takes a customer list that somebody kept by hand into the ledger, and takes it back.
 *
 * <p>{@code file} reads the file, {@code rules} say what it means, and here it is held against what is known and written
 * down. Must never contain: words of lists, SQL.
 */
@NullMarked
package org.genjin.daemon.customerlist;

import org.jspecify.annotations.NullMarked;

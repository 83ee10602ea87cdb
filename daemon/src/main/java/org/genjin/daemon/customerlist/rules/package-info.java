/**
 * What a careful person would enter from a customer list: sheets → customers and questions. Pure: no file, no ledger, no
 * clock.
 *
 * <p>The way: {@code TableFinder} finds headers and bodies, {@code Columns} says what each column holds, {@code RowReader}
 * and {@code CardReader} make one entry of each row or sheet, {@code NotCustomers} says who is none, {@code Assembly} joins
 * the entries to customers. Words of all languages stand in {@code resources/customerlist}.
 */
@NullMarked
package org.genjin.daemon.customerlist.rules;

import org.jspecify.annotations.NullMarked;

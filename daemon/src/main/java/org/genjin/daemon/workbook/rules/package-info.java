/**
 * What a person changed in a workbook, as pure rules: which column is which, what is in a cell, and who wins.
 *
 * <p>Must never contain: files, the ledger, sentences for people but what a cell would accept.
 */
@NullMarked
package org.genjin.daemon.workbook.rules;

import org.jspecify.annotations.NullMarked;

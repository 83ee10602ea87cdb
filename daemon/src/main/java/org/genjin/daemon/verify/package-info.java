/**
 * Checks that ledger, store and index agree with each other.
 *
 * <p>Must never contain: repairs. What is wrong is named; a person decides.
 */
@NullMarked
package org.genjin.daemon.verify;

import org.jspecify.annotations.NullMarked;

/**
 * Search as people ask for it: the index finds, the ledger says whose it is.
 *
 * <p>Must never contain: Lucene, pages, printing.
 */
@NullMarked
package org.genjin.daemon.find;

import org.jspecify.annotations.NullMarked;

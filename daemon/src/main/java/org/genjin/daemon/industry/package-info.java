/**
 * Lines of trade: which columns their customers have beside the usual ones, and what of a message goes into them. Each is a file,
 * of the program's or of the home's.
 *
 * <p>Must never contain: the ledger, sheets, a trade's own words in code.
 */
@NullMarked
package org.genjin.daemon.industry;

import org.jspecify.annotations.NullMarked;

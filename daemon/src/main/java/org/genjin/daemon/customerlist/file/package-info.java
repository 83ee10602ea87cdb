/**
 * Reads the files that customer lists come in: bytes → sheets of cells. Says nothing of what the cells mean.
 *
 * <p>Must never contain: words of any language but those of the formats, the ledger.
 */
@NullMarked
package org.genjin.daemon.customerlist.file;

import org.jspecify.annotations.NullMarked;

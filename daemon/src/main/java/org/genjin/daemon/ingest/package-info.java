/**
 * From a source into the ledger and from there into the index; documents are read apart from that. Every step may be repeated at any time.
 *
 * <p>Must never contain: protocols, rules about customers, wording for pages.
 */
@NullMarked
package org.genjin.daemon.ingest;

import org.jspecify.annotations.NullMarked;

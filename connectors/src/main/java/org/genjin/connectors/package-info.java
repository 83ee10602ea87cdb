/**
 * Where messages come from: the contract of a connector and the values it hands over. {@link
 * org.genjin.connectors.Connectors} is the only class that names an implementation; each kind has a sub-package.
 *
 * <p>Must never contain: customers, follow-ups, SQL, Lucene, Tika, scheduling, retries, threads, writes to a source.
 */
@NullMarked
package org.genjin.connectors;

import org.jspecify.annotations.NullMarked;

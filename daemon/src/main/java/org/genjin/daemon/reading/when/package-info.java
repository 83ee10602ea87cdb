/**
 * Dates and spans of time as people say them in eight languages, and the cutting of text into words that this stands on.
 * Pure functions; words and phrases are data, by language.
 *
 * <p>Must never contain: a clock, a database, customers.
 */
@NullMarked
package org.genjin.daemon.reading.when;

import org.jspecify.annotations.NullMarked;

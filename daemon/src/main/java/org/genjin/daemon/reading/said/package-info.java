/**
 * What a writer says of the trade: facts, promises, whether an answer is expected. Pure functions on text; words and phrases
 * are data, by language.
 *
 * <p>Must never contain: a clock, a database, customers.
 */
@NullMarked
package org.genjin.daemon.reading.said;

import org.jspecify.annotations.NullMarked;

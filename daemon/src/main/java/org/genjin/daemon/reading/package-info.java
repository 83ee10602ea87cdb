/**
 * What one message says: new words, what is quoted, the signature, the language. Pure functions on text.
 *
 * <p>Must never contain: a clock, a database, customers.
 */
@NullMarked
package org.genjin.daemon.reading;

import org.jspecify.annotations.NullMarked;

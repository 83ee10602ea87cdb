/**
 * Words kept as data: the sentences that people read, one properties file an area and language, and the reading of the files
 * of words that rules look for.
 *
 * <p>Must never contain: rules, anything that depends on a customer.
 */
@NullMarked
package org.genjin.daemon.words;

import org.jspecify.annotations.NullMarked;

/**
 * The sentences that people read, by language: one properties file an area and language.
 *
 * <p>Must never contain: rules, anything that depends on a customer.
 */
@NullMarked
package org.genjin.daemon.words;

import org.jspecify.annotations.NullMarked;

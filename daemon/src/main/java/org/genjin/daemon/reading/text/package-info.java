/**
 * A text as tokens, and where known words and phrases stand in it. Pure functions; the words are data, by language.
 *
 * <p>Must never contain: what the words mean for the trade, a regular expression.
 */
@NullMarked
package org.genjin.daemon.reading.text;

import org.jspecify.annotations.NullMarked;

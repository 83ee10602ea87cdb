/**
 * Of what kind somebody is who writes to us: who buys, who sells to us, who carries, who writes to everybody. Pure functions
 * on words and counts; the words are data.
 *
 * <p>Must never contain: a clock, a database, mail, a firm's name.
 */
@NullMarked
package org.genjin.daemon.party;

import org.jspecify.annotations.NullMarked;

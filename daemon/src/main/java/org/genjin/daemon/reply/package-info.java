/**
 * What a person writes back to a mail of ours, line by line, in any of eight languages: which of the mail's numbered lines are
 * meant, and what is to be done about them. Pure functions; the words are data, by language.
 *
 * <p>Must never contain: a clock, a database, what becomes of a command.
 */
@NullMarked
package org.genjin.daemon.reply;

import org.jspecify.annotations.NullMarked;

/**
 * The classic frauds of the trade: a sender's domain that looks like one we know, money that is to go to another account.
 * Pure functions; what they find is shown to people, never acted upon.
 *
 * <p>Must never contain: a clock, a database, mail.
 */
@NullMarked
package org.genjin.daemon.fraud;

import org.jspecify.annotations.NullMarked;

/**
 * What we owe, and when: the rules as pure functions of facts, calendars and now.
 *
 * <p>Must never contain: a clock, a database, mail, wording.
 */
@NullMarked
package org.genjin.daemon.followup;

import org.jspecify.annotations.NullMarked;

/**
 * Who we serve, and whose message this is: records and pure functions.
 *
 * <p>Must never contain: a clock, a database, mail.
 */
@NullMarked
package org.genjin.daemon.customer;

import org.jspecify.annotations.NullMarked;

/**
 * The page, on loopback: today, customers, one customer's history, search, health; and the door by which commands reach the
 * running daemon.
 *
 * <p>Must never contain: rules, SQL, received HTML.
 */
@NullMarked
package org.genjin.daemon.web;

import org.jspecify.annotations.NullMarked;

/**
 * When to look. Quartz fires, the ledger decides what is due; a trigger lost or fired twice changes nothing.
 *
 * <p>Must never contain: rules, SQL of ours, anything a person reads.
 */
@NullMarked
package org.genjin.daemon.schedule;

import org.jspecify.annotations.NullMarked;

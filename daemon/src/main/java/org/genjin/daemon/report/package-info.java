/**
 * How follow-up goes, looked back on: the figures of each owner, the weekly mail.
 *
 * <p>Must never contain: what a figure is (see {@code figure}), SQL.
 */
@NullMarked
package org.genjin.daemon.report;

import org.jspecify.annotations.NullMarked;

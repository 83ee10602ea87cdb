/**
 * How follow-up goes, in figures: pure functions of what was said and decided. Each figure is defined once, in {@code Figure}, with
 * its formula in words in {@code i18n/report}; page, mail, workbook and command line all take it from there.
 *
 * <p>Must never contain: a clock, a database, mail, layout.
 */
@NullMarked
package org.genjin.daemon.figure;

import org.jspecify.annotations.NullMarked;

/**
 * Which days are worked on, where: weekends, public holidays and working Saturdays by country, Ramadan, office hours here and
 * there, and in which time zone a customer is.
 *
 * <p>What a country's file in {@code /calendar} says comes first; where it says {@code with jollyday}, or where a country has no
 * file, the Jollyday library adds what it knows. Adding a country is adding a file.
 *
 * <p>Must never contain: a clock, a database, wording.
 */
@NullMarked
package org.genjin.daemon.calendar;

import org.jspecify.annotations.NullMarked;

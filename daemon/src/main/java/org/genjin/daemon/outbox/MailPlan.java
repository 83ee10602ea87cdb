package org.genjin.daemon.outbox;

import java.time.LocalTime;
import java.time.ZoneId;
import org.genjin.daemon.calendar.CountryCalendar;

/**
 * When an owner is written to.
 *
 * @param at on the owner's clock
 * @param days on which of them the owner works
 * @param zone in which the owner's days begin
 */
public record MailPlan(LocalTime at, CountryCalendar days, ZoneId zone) {}

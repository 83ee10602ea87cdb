package org.genjin.config;

import java.time.ZoneId;

/**
 * How one owner is written to.
 *
 * @param timeZone in which the hour is meant and a day begins, and whose country's holidays are free
 */
public record OwnerMails(Language language, ZoneId timeZone, AppConfig.Digest digest, InstantMails instant) {}

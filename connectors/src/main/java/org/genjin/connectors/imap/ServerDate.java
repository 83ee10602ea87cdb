package org.genjin.connectors.imap;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An INTERNALDATE (RFC 3501, date-time): {@code " 2-Mar-2026 10:00:00 +0800"}. */
final class ServerDate {

    private static final Pattern FORM = Pattern.compile(
            "\\s*(\\d{1,2})-([A-Za-z]{3})-(\\d{4})\\s+(\\d{1,2}):(\\d{2}):(\\d{2})\\s*([+-])?(\\d{2})?(\\d{2})?.*");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private ServerDate() {}

    /** Empty for what is no date, and for the dates of servers that know none (before 1980). */
    static Optional<Instant> read(String text) {
        Matcher it = FORM.matcher(text);
        if (!it.matches()) {
            return Optional.empty();
        }
        int month = MONTHS.indexOf(it.group(2).toLowerCase(Locale.ROOT));
        if (month < 0 || month % 3 != 0) {
            return Optional.empty();
        }
        try {
            ZoneOffset zone = it.group(9) == null || it.group(7) == null
                    ? ZoneOffset.UTC
                    : ZoneOffset.of(it.group(7) + it.group(8) + ":" + it.group(9));
            Instant instant = OffsetDateTime.of(
                            number(it, 3), month / 3 + 1, number(it, 1), number(it, 4), number(it, 5), number(it, 6), 0, zone)
                    .toInstant();
            return number(it, 3) < 1980 ? Optional.empty() : Optional.of(instant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher it, int group) {
        return Integer.parseInt(it.group(group));
    }
}

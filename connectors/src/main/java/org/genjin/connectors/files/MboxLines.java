package org.genjin.connectors.files;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the line that begins a mail in an mbox (RFC 4155, and those who wrote mboxes before it) from a line of text that begins
 * with the same word. Pure.
 */
final class MboxLines {

    /** {@code From kim@acme.example Mon Mar  2 10:00:00 2026}, with or without zones and seconds. */
    private static final Pattern STRICT = Pattern.compile(
            "From .{1,300}?\\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (?:\\w{3} +\\d{1,2}|\\d{1,2} \\w{3}) .{0,40}\\d{1,2}:\\d{2}.{0,60}");
    /** Without a date that is one, as some programs write it. */
    private static final Pattern LOOSE = Pattern.compile(
            "From (?:[^\\s@]+@\\S+|-|MAILER-DAEMON|\\?\\?\\?@\\?\\?\\?)(?:\\s.{0,200})?|From \\S{1,200} .{0,80}\\d{1,2}:\\d{2}.{0,60}");
    private static final Pattern DATE = Pattern.compile(
            "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +(\\d{1,2}) (\\d{2}):(\\d{2})(?::\\d{2})?(?: [A-Z]{2,5})? (?:[+-]\\d{4} )?(\\d{4})(?: ([+-]\\d{4}))?");
    private static final Set<String> FIELDS = Set.of(
            "return-path", "from", "to", "subject", "date", "received", "message-id", "mime-version", "delivered-to", "status",
            "reply-to", "sender", "dkim-signature", "domainkey-signature", "authentication-results", "envelope-to", "comments",
            "cc", "bcc", "references", "in-reply-to", "organization", "user-agent", "newsgroups", "path", "xref", "lines",
            "priority", "importance", "errors-to", "precedence", "approved", "delivery-date", "keywords", "auto-submitted",
            "received-spf", "return-receipt-to", "disposition-notification-to");
    private static final Set<String> FAMILIES = Set.of("content-", "x-", "list-", "resent-", "arc-", "thread-", "old-");

    private MboxLines() {}

    /**
     * @param line without its end
     * @param next what follows it, some hundred bytes, one char a byte; "" at the end of the file
     * @param afterBlank whether an empty line, or nothing, comes before it
     */
    static boolean isSeparator(String line, String next, boolean afterBlank) {
        if (!line.startsWith("From ")) {
            return false;
        }
        String following = next.startsWith(">From ") ? next.substring(Math.max(0, next.indexOf('\n') + 1)) : next;
        boolean known = isKnownField(following);
        if (STRICT.matcher(line).matches()) {
            return known || afterBlank && (isField(following) || isBlank(following));
        }
        return afterBlank && known && LOOSE.matcher(line).matches();
    }

    /** When the line says that a mail came, in UTC where it does not say its zone. */
    static Optional<Instant> date(String line) {
        Matcher date = DATE.matcher(line);
        if (!date.find()) {
            return Optional.empty();
        }
        int month = "JanFebMarAprMayJunJulAugSepOctNovDec".indexOf(date.group(1)) / 3 + 1;
        String zone = date.group(6) == null ? "Z" : date.group(6);
        try {
            return Optional.of(LocalDateTime.of(
                            Integer.parseInt(date.group(5)), month, Integer.parseInt(date.group(2)),
                            Integer.parseInt(date.group(3)), Integer.parseInt(date.group(4)))
                    .toInstant(ZoneOffset.of(zone)));
        } catch (DateTimeException e) {
            return Optional.empty(); // no day of any calendar
        }
    }

    private static boolean isBlank(String text) {
        return text.isEmpty() || text.startsWith("\n") || text.startsWith("\r");
    }

    private static boolean isKnownField(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon > 70) {
            return false;
        }
        String name = text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        return FIELDS.contains(name) || FAMILIES.stream().anyMatch(name::startsWith) && isField(text);
    }

    private static boolean isField(String text) {
        int colon = text.indexOf(':');
        return colon > 0 && colon <= 70 && text.substring(0, colon).chars().allMatch(c -> c > 32 && c < 127);
    }

    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, Math.max(0, to - from), StandardCharsets.ISO_8859_1);
    }
}

package org.genjin.connectors.mime;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar part (RFC 5545, RFC 5546) says to a person.
 *
 * @param method in upper case, such as {@code REQUEST}; "" if it is none of a mail's business
 * @param words title, when with its zone, where, who invites and the description, one a line; "" if it has no event
 */
record Invitation(String method, String words) {

    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");
    private static final Pattern LINE = Pattern.compile("(?m)^([A-Za-z-]{1,40})((?:;(?:\"[^\"\\r\\n]*\"|[^:\"\\r\\n])*+)?):(.*)$");
    private static final Pattern ZONE = Pattern.compile("(?i);TZID=(?:\"([^\"]*)\"|([^;]*))");
    private static final Pattern NAME = Pattern.compile("(?i);CN=(?:\"([^\"]*)\"|([^;]*))");
    private static final Pattern ANSWER = Pattern.compile("(?i);PARTSTAT=([A-Z-]+)");
    private static final Pattern TIME = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(\\d{2})?(Z?))?");
    private static final Pattern HTML = Pattern.compile("<(?:!doctype|html|body|div|p|br)\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> FIELDS = Set.of(
            "SUMMARY", "DTSTART", "DTEND", "DUE", "LOCATION", "ORGANIZER", "ATTENDEE", "DESCRIPTION", "STATUS");
    private static final int LONGEST = 2_000_000;

    private record Field(String parameters, String value) {}

    static Invitation read(String calendar) {
        String bounded = calendar.length() > LONGEST ? calendar.substring(0, LONGEST) : calendar;
        String unfolded = FOLD.matcher(bounded).replaceAll("");
        boolean task = !unfolded.contains("BEGIN:VEVENT");
        int event = unfolded.indexOf(task ? "BEGIN:VTODO" : "BEGIN:VEVENT");
        String method = field(event < 0 ? unfolded : unfolded.substring(0, event), "METHOD").toUpperCase(Locale.ROOT);
        if (event < 0) {
            return new Invitation(method, "");
        }
        int end = unfolded.indexOf(task ? "END:VTODO" : "END:VEVENT", event);
        Map<String, Field> fields = new HashMap<>();
        Matcher lines = LINE.matcher(unfolded.substring(event, end < 0 ? unfolded.length() : end));
        while (lines.find()) {
            String name = lines.group(1).toUpperCase(Locale.ROOT);
            if (FIELDS.contains(name)) {
                fields.putIfAbsent(name, new Field(lines.group(2), lines.group(3).strip()));
            }
        }
        return new Invitation(method, words(method, fields));
    }

    /** It was sent to be answered, or as an answer. */
    boolean hasMethod() {
        return !method.isEmpty() && !method.equals("PUBLISH");
    }

    /** Calendars send answers and cancellations when somebody presses a button. */
    boolean isAutomatic() {
        return method.equals("REPLY") || method.equals("CANCEL") || method.equals("COUNTER") || method.equals("DECLINECOUNTER");
    }

    private static String words(String method, Map<String, Field> fields) {
        List<String> words = new ArrayList<>();
        Field attendee = fields.get("ATTENDEE");
        Matcher answer = ANSWER.matcher(attendee == null ? "" : attendee.parameters());
        String title = text(fields, "SUMMARY");
        String before = method.equals("REPLY") && answer.find()
                ? answer.group(1) + ": "
                : method.equals("CANCEL") || text(fields, "STATUS").equalsIgnoreCase("CANCELLED") ? "CANCELLED: " : "";
        words.add(before + title);
        words.add(when(fields));
        words.add(text(fields, "LOCATION"));
        words.add(organizer(fields.get("ORGANIZER")));
        String description = text(fields, "DESCRIPTION");
        words.add(HTML.matcher(description).lookingAt() ? HtmlWords.of(description) : description);
        return String.join("\n", words.stream().filter(it -> !it.isBlank()).toList());
    }

    private static String when(Map<String, Field> fields) {
        Field start = fields.get("DTSTART");
        Field end = fields.getOrDefault("DTEND", fields.get("DUE"));
        if (start == null) {
            return end == null ? "" : time(end) + zone(end);
        }
        String from = time(start);
        String to = end == null ? "" : from.length() == 10 ? dayBefore(time(end)) : time(end);
        if (to.isEmpty() || to.equals(from)) {
            return from + zone(start);
        }
        boolean sameDay = from.length() > 10 && to.length() > 10 && from.startsWith(to.substring(0, 10));
        return from + " – " + (sameDay ? to.substring(11) : to) + zone(start);
    }

    /** Whole days end where the next one begins. */
    private static String dayBefore(String day) {
        try {
            return LocalDate.parse(day).minusDays(1).toString();
        } catch (DateTimeException e) {
            return day; // no day that there is: shown as it was sent
        }
    }

    private static String time(Field field) {
        Matcher time = TIME.matcher(field.value());
        if (!time.matches()) {
            return field.value();
        }
        String day = time.group(1) + "-" + time.group(2) + "-" + time.group(3);
        return time.group(4) == null ? day : day + " " + time.group(4) + ":" + time.group(5);
    }

    private static String zone(Field field) {
        Matcher zone = ZONE.matcher(field.parameters());
        if (zone.find()) {
            return " (" + (zone.group(1) == null ? zone.group(2) : zone.group(1)).strip() + ")";
        }
        return field.value().endsWith("Z") ? " (UTC)" : "";
    }

    private static String organizer(@Nullable Field field) {
        if (field == null) {
            return "";
        }
        Matcher name = NAME.matcher(field.parameters());
        String address = field.value().replaceFirst("(?i)^mailto:", "");
        String called = name.find() ? (name.group(1) == null ? name.group(2) : name.group(1)).strip() : "";
        return called.isEmpty() || called.equalsIgnoreCase(address) ? address : called + " <" + address + ">";
    }

    private static String text(Map<String, Field> fields, String name) {
        Field field = fields.get(name);
        return field == null
                ? ""
                : field.value().replace("\\n", "\n").replace("\\N", "\n").replaceAll("\\\\([,;\\\\])", "$1").strip();
    }

    private static String field(String text, String name) {
        Matcher lines = LINE.matcher(text);
        while (lines.find()) {
            if (lines.group(1).equalsIgnoreCase(name)) {
                return lines.group(3).strip();
            }
        }
        return "";
    }
}

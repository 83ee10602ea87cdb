package org.genjin.connectors.outlook;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What an item is by its message class (MS-OXCMSG): a message, an appointment, or nothing that anybody said. */
final class OutlookKinds {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private OutlookKinds() {}

    /** One sentence for what is no message; empty for what is. */
    static Optional<String> notAMessage(String kind) {
        String what = kind.startsWith("ipm.contact") || kind.startsWith("ipm.abchperson") ? "contact"
                : kind.startsWith("ipm.distlist") ? "list of recipients"
                : kind.startsWith("ipm.task") ? "task"
                : kind.startsWith("ipm.stickynote") ? "note"
                : kind.startsWith("ipm.activity") ? "journal entry"
                : kind.startsWith("ipm.microsoft.") || kind.startsWith("ipm.configuration") || kind.startsWith("ipm.wunderbar")
                        ? "setting" : "";
        return what.isEmpty()
                ? Optional.empty()
                : Optional.of("This is an Outlook " + what + " and no message; it is left out.");
    }

    /** An appointment, or an invitation to one, as iCalendar (RFC 5545); empty if it has no time. */
    static Optional<String> calendar(MapiItem item, String kind) {
        boolean meeting = kind.startsWith("ipm.schedule.meeting") || kind.startsWith("ipm.appointment");
        Optional<Instant> start = item.properties().time(Mapi.APPOINTMENT_START);
        if (!meeting || start.isEmpty()) {
            return Optional.empty();
        }
        String method = kind.startsWith("ipm.schedule.meeting.resp") ? "REPLY"
                : kind.startsWith("ipm.schedule.meeting.canceled") ? "CANCEL"
                : kind.startsWith("ipm.schedule.meeting.request") ? "REQUEST" : "PUBLISH";
        StringBuilder lines = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        lines.append("METHOD:").append(method).append("\r\nBEGIN:VEVENT\r\n");
        lines.append("DTSTART:").append(UTC.format(start.get())).append("\r\n");
        item.properties().time(Mapi.APPOINTMENT_END).ifPresent(it -> lines.append("DTEND:").append(UTC.format(it)).append("\r\n"));
        line(lines, "SUMMARY", item.properties().textOr(Mapi.SUBJECT, ""));
        line(lines, "LOCATION", item.properties().textOr(Mapi.APPOINTMENT_LOCATION, ""));
        return Optional.of(lines.append("END:VEVENT\r\nEND:VCALENDAR\r\n").toString());
    }

    private static void line(StringBuilder lines, String name, String value) {
        if (!value.isBlank()) {
            String escaped = value.strip().replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replaceAll("\\R", "\\\\n");
            lines.append(name).append(':').append(escaped).append("\r\n");
        }
    }
}

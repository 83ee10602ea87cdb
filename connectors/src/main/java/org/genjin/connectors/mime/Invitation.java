package org.genjin.connectors.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a calendar part (RFC 5545) says to a person. */
final class Invitation {

    private static final Pattern LINE =
            Pattern.compile("(?m)^(SUMMARY|DTSTART|DTEND|LOCATION|DESCRIPTION)((?:;[^:\\r\\n]*)?):(.*)$");

    private Invitation() {}

    /** Summary, time, place and description, one a line. */
    static String summary(String calendar) {
        String unfolded = calendar.replaceAll("\\r?\\n[ \\t]", "");
        int event = unfolded.indexOf("BEGIN:VEVENT");
        List<String> lines = new ArrayList<>();
        Matcher matcher = LINE.matcher(event < 0 ? unfolded : unfolded.substring(event));
        while (matcher.find() && lines.size() < 10) {
            lines.add(value(matcher.group(1), matcher.group(3).strip()));
        }
        return String.join("\n", lines);
    }

    static boolean isReply(String calendar) {
        return Pattern.compile("(?mi)^METHOD:REPLY\\s*$").matcher(calendar).find();
    }

    private static String value(String name, String value) {
        if (name.startsWith("DT")) {
            return value.replaceFirst("^(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})\\d{2}Z?)?$", "$1-$2-$3 $4:$5")
                    .replaceFirst(" :$", "");
        }
        return value.replace("\\n", "\n").replace("\\N", "\n").replaceAll("\\\\([,;\\\\])", "$1");
    }
}

package org.genjin.daemon.reading;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Parts what somebody wrote into words and signature: from {@code "-- "} on, from a closing phrase with a name below it on,
 * or from what a telephone puts there. Immutable.
 */
final class SignatureSplit {

    private static final int MOST_LINES = 25;
    private static final int LONG_LINE = 120;
    private static final int LONGEST_CLOSING = 60;
    private static final Pattern DELIMITER = Pattern.compile("^(?:--|—|__|--\\s|-- )\\s*$");
    private static final Pattern RULE = Pattern.compile("^[-_=*~─—]{3,}\\s*$");
    private static final Pattern DISCLAIMER = Pattern.compile(
            "(?i)(?:confidential|intended (?:only|solely) for|privileged|disclaimer|this (?:e-?mail|message) (?:and|is|may|contains)"
                    + "|diese e-?mail|este (?:mensaje|correo|e-?mail)|esta mensagem|ce (?:message|courriel)|保密|机密|免责"
                    + "|настоящее сообщение|هذه الرسالة).{0,400}");

    private final Set<String> closings = new HashSet<>();
    private final Pattern sentFrom;

    SignatureSplit() {
        closings.addAll(Phrases.lines("closings.txt"));
        this.sentFrom = Pattern.compile(
                "^(?:" + String.join("|", Phrases.lines("sent-from.txt")) + ")$",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    record Parts(String words, String signature) {}

    Parts split(String fresh) {
        List<String> lines = Arrays.asList(fresh.split("\n", -1));
        int at = start(lines);
        if (at < 0 || lines.subList(0, at).stream().allMatch(String::isBlank)) {
            return new Parts(fresh.strip(), ""); // a signature alone is all there is to say
        }
        return new Parts(
                String.join("\n", lines.subList(0, at)).strip(), String.join("\n", lines.subList(at, lines.size())).strip());
    }

    private int start(List<String> lines) {
        int delimiter = -1;
        int closing = -1;
        int last = -1;
        int from = Math.max(0, lines.size() - 4 * MOST_LINES);
        for (int i = from; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (delimiter < 0 && DELIMITER.matcher(lines.get(i)).matches() && lines.size() - i <= 2 * MOST_LINES) {
                delimiter = i;
            } else if (closing < 0 && isClosing(line) && looksLikeBlock(lines, i + 1)) {
                closing = i;
            } else if (last < 0 && !line.isEmpty() && (sentFrom.matcher(line).matches() || isFooter(lines, i))) {
                last = i;
            }
        }
        return firstOf(delimiter, closing, last);
    }

    private static int firstOf(int... positions) {
        return Arrays.stream(positions).filter(it -> it >= 0).min().orElse(-1);
    }

    private boolean isClosing(String line) {
        if (line.isEmpty() || line.length() > LONGEST_CLOSING) {
            return false;
        }
        String bare = line.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s,，.。!！;；、]+$", "")
                .replaceAll("\\s+", " ")
                .strip();
        return closings.contains(bare);
    }

    /** Short lines, not many of them, as names, companies and telephone numbers are written. */
    private static boolean looksLikeBlock(List<String> lines, int from) {
        int written = 0;
        int sentences = 0;
        for (String line : lines.subList(from, lines.size())) {
            if (line.isBlank()) {
                continue;
            }
            if (DISCLAIMER.matcher(line.strip()).lookingAt()) {
                break;
            }
            written++;
            sentences += line.length() > LONG_LINE ? 1 : 0;
        }
        return written <= MOST_LINES && sentences <= 1;
    }

    private static boolean isFooter(List<String> lines, int at) {
        String line = lines.get(at).strip();
        boolean ruled = at > 0 && RULE.matcher(lines.get(at - 1).strip()).matches();
        return DISCLAIMER.matcher(line).lookingAt() && (line.length() > 60 || ruled) && lines.size() - at <= MOST_LINES;
    }
}

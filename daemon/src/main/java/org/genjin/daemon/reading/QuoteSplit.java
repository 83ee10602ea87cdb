package org.genjin.daemon.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Parts plain text into what its sender wrote and what is quoted. Nothing is lost between the two. Immutable. */
final class QuoteSplit {

    private static final Pattern MARK = Pattern.compile("^\\s{0,3}(?:>\\s?|\\|\\s(?=\\S))+");

    private static final Pattern RULE = Pattern.compile("\\s*[-_=*─—]{3,}\\s*");

    private final QuoteHeader header = new QuoteHeader();

    /** @param quoted without {@code >} marks */
    record Parts(String fresh, String quoted) {}

    Parts split(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        List<String> bare = lines.stream().map(QuoteHeader::bare).toList();
        List<String> fresh = new ArrayList<>();
        List<String> quoted = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            String line = lines.get(i);
            if (isMarked(line)) {
                quoted.add(MARK.matcher(line).replaceFirst(""));
                i++;
                continue;
            }
            int length = header.length(bare, i);
            if (length == 0) {
                fresh.add(line);
                i++;
                continue;
            }
            moveRule(fresh, quoted);
            quoted.addAll(lines.subList(i, i + length));
            i += length;
            int next = firstWithWords(lines, i);
            if (next < lines.size() && !isMarked(lines.get(next)) && !answersBelow(lines, next)) {
                // No marks follow: all that is left is what was written before.
                lines.subList(i, lines.size()).forEach(rest -> quoted.add(MARK.matcher(rest).replaceFirst("")));
                break;
            }
        }
        return new Parts(join(fresh), join(quoted));
    }

    /** A rule right above a header belongs to it. */
    private static void moveRule(List<String> fresh, List<String> quoted) {
        int last = fresh.size() - 1;
        while (last >= 0 && fresh.get(last).isBlank()) {
            last--;
        }
        if (last >= 0 && RULE.matcher(fresh.get(last)).matches()) {
            quoted.add(fresh.get(last));
            fresh.subList(last, fresh.size()).clear();
        }
    }

    /** An answer below the quotation it answers: marked lines are still to come. */
    private static boolean answersBelow(List<String> lines, int from) {
        int end = Math.min(lines.size(), from + 3);
        return lines.subList(from, end).stream().anyMatch(QuoteSplit::isMarked);
    }

    private static boolean isMarked(String line) {
        return line.startsWith(">") || (line.startsWith(" >") || line.startsWith("  >"));
    }

    private static int firstWithWords(List<String> lines, int from) {
        int i = from;
        while (i < lines.size() && lines.get(i).isBlank()) {
            i++;
        }
        return i;
    }

    private static String join(List<String> lines) {
        return String.join("\n", lines).replaceAll("\n{3,}", "\n\n").strip();
    }
}

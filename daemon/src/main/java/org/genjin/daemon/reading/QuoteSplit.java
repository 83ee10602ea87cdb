package org.genjin.daemon.reading;

import java.util.ArrayList;
import java.util.List;

/** Parts plain text into what its sender wrote and what is quoted. Nothing is lost between the two. Immutable. */
final class QuoteSplit {

    private static final int WRAPPED = 60;

    private final QuoteHeader header;

    QuoteSplit(QuoteHeader header) {
        this.header = header;
    }

    /** @param quoted without {@code >} marks */
    record Parts(String fresh, String quoted) {}

    Parts split(String text) {
        List<String> lines = Lines.of(text);
        List<String> bare = new ArrayList<>(lines.size());
        for (String line : lines) {
            bare.add(QuoteHeader.bare(line));
        }
        List<String> fresh = new ArrayList<>();
        List<String> quoted = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            String line = lines.get(i);
            if (isMarked(line) || isBrokenOff(lines, i)) {
                quoted.add(unmarked(line));
                i++;
                continue;
            }
            if (ChatLines.begins(bare.get(i))) {
                // An entry may go on on further lines; a free line ends what was copied.
                for (; i < lines.size() && !lines.get(i).isBlank(); i++) {
                    quoted.add(lines.get(i));
                }
                continue;
            }
            QuoteHeader.Found found = header.at(bare, i);
            int next = found.lines() == 0 ? i : firstWithWords(lines, i + found.lines());
            boolean marked = next < lines.size() && isMarked(lines.get(next));
            if (found.lines() == 0 || (!found.sure() && !marked)) {
                fresh.add(line);
                i++;
                continue;
            }
            moveRule(fresh, quoted);
            quoted.addAll(lines.subList(i, i + found.lines()));
            i += found.lines();
            if (next < lines.size() && !marked && !answersBelow(lines, next)) {
                // No marks follow: all that is left is what was written before.
                lines.subList(i, lines.size()).forEach(rest -> quoted.add(unmarked(rest)));
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
        if (last >= 0 && QuoteHeader.isRule(fresh.get(last).strip())) {
            quoted.add(fresh.get(last));
            fresh.subList(last, fresh.size()).clear();
        }
    }

    /** An answer below the quotation it answers: marked lines are still to come. */
    private static boolean answersBelow(List<String> lines, int from) {
        for (int i = from; i < Math.min(lines.size(), from + 3); i++) {
            if (isMarked(lines.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** The end of a marked line that was broken once more on its way: it goes on in small letters, and marked lines follow. */
    private static boolean isBrokenOff(List<String> lines, int at) {
        String line = lines.get(at);
        if (at == 0 || at + 1 >= lines.size() || line.isEmpty() || !Character.isLowerCase(line.charAt(0)) || !isMarked(lines.get(at + 1))) {
            return false;
        }
        String before = lines.get(at - 1);
        return before.length() >= WRAPPED && isMarked(before) && ".!?:;".indexOf(before.charAt(before.length() - 1)) < 0;
    }

    private static boolean isMarked(String line) {
        int i = 0;
        while (i < 3 && i < line.length() && line.charAt(i) == ' ') {
            i++;
        }
        return i < line.length() && line.charAt(i) == '>';
    }

    /** Without the marks, and one blank behind each. */
    private static String unmarked(String line) {
        if (!isMarked(line)) {
            return line;
        }
        int i = 0;
        while (i < line.length() && (line.charAt(i) == '>' || line.charAt(i) == ' ')) {
            i++;
        }
        int marks = line.lastIndexOf('>', i - 1) + 1;
        return line.substring(marks < i ? marks + 1 : marks);
    }

    private static int firstWithWords(List<String> lines, int from) {
        int i = from;
        while (i < lines.size() && lines.get(i).isBlank()) {
            i++;
        }
        return i;
    }

    /** What stands below the words, known to be quoted, without its marks. */
    static String allQuoted(String text) {
        return join(Lines.of(text).stream().map(QuoteSplit::unmarked).toList());
    }

    private static String join(List<String> lines) {
        return Lines.join(lines, 0, lines.size());
    }
}

package org.genjin.daemon.reading;

import java.util.ArrayList;
import java.util.List;

/** Text as lines, and lines as text. */
final class Lines {

    private Lines() {}

    /** Those between LFs, without their ends. */
    static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end));
            start = end + 1;
        }
        lines.add(text.substring(start));
        return lines;
    }

    /** Without blank lines at both ends, and with one at most between two others. */
    static String join(List<String> lines, int from, int end) {
        StringBuilder text = new StringBuilder();
        int blank = 0;
        for (int i = from; i < end; i++) {
            String line = lines.get(i);
            if (line.isBlank()) {
                blank++;
                continue;
            }
            if (!text.isEmpty()) {
                text.append(blank > 0 ? "\n\n" : "\n");
            }
            text.append(line);
            blank = 0;
        }
        return text.toString().strip();
    }
}

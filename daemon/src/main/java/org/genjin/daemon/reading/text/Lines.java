package org.genjin.daemon.reading.text;

import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.words.WordFile;

/** The files of words that this package and its readers are made from. */
public final class Lines {

    private Lines() {}

    /**
     * The lines of a file of {@code /reading/facts}, without remarks and empty lines; what is indented goes on with
     * the line before.
     */
    public static List<String> of(String file) {
        List<String> lines = new ArrayList<>();
        for (String line : WordFile.lines("/reading/facts/" + file)) {
            if (Character.isWhitespace(line.charAt(0)) && !lines.isEmpty()) {
                lines.set(lines.size() - 1, lines.getLast() + " " + line.strip());
            } else {
                lines.add(line.strip());
            }
        }
        return lines;
    }
}

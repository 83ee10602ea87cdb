package org.genjin.daemon.party;

import java.util.function.BiConsumer;
import org.genjin.daemon.words.WordFile;

/** A data file of lines under headings in brackets; {@code #} begins a comment. */
final class SectionFile {

    private SectionFile() {}

    /** @param line hears each line with its heading */
    static void read(String path, BiConsumer<String, String> line) {
        String heading = "";
        for (String it : WordFile.lines(path)) {
            if (it.startsWith("[")) {
                heading = it.substring(1, it.indexOf(']'));
            } else {
                line.accept(heading, it.strip());
            }
        }
    }
}

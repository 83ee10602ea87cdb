package org.genjin.daemon.reading;

import java.util.List;
import java.util.function.BiConsumer;
import org.genjin.daemon.words.WordFile;

/** Lists of words and expressions by language, kept as data. */
public final class Phrases {

    private Phrases() {}

    /** The lines of a file of this package's resources, without remarks and empty lines. */
    public static List<String> lines(String file) {
        return WordFile.lines("/reading/" + file);
    }

    /** The expressions of a file by what they are: lines of {@code kind: one | another}, a kind on several lines or one. */
    public static void each(String file, BiConsumer<String, String> kindAndPhrase) {
        for (String line : lines(file)) {
            int colon = line.indexOf(": ");
            for (String phrase : line.substring(colon + 2).split("\\|", -1)) {
                if (!phrase.isEmpty()) {
                    kindAndPhrase.accept(line.substring(0, colon), phrase);
                }
            }
        }
    }
}

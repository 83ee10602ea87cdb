package org.genjin.daemon.industry;

import org.genjin.daemon.reading.PhraseTree;
import org.genjin.daemon.words.WordFile;

/** Words that deny what follows them, in all languages, and those behind which it is said how it is instead. Thread-safe. */
final class Denials {

    /** Farther before than so many characters nothing denies. */
    private static final int NEAR = 24;
    private static final String BUT = "but:";
    /** True for what denies, false for what ends that. */
    private static final PhraseTree<Boolean> WORDS = new PhraseTree<>();

    static {
        WordFile.lines("/industries/denials.txt").forEach(line -> {
            boolean denies = !line.startsWith(BUT);
            for (String it : line.substring(line.indexOf(':') + 1).split(",", -1)) {
                if (!it.isBlank()) {
                    WORDS.put(it.strip(), denies);
                }
            }
        });
    }

    private Denials() {}

    /** Whether what is said is said not to be so. */
    static boolean deny(Passage passage) {
        String before = passage.before();
        boolean[] denied = {false};
        WORDS.each(before.substring(Math.max(0, before.length() - NEAR)), (_, _, denies) -> denied[0] = denies);
        return denied[0];
    }
}

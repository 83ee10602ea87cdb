package org.genjin.daemon;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** How much of what was wanted was found, and how much of what was found was wanted. One thread. */
final class Tally {

    private int right;
    private int found;
    private int wanted;

    /** Equal ones count once. */
    <T> void add(Collection<T> said, Collection<T> labelled) {
        Set<T> both = new HashSet<>(said);
        found += both.size();
        Set<T> all = new HashSet<>(labelled);
        wanted += all.size();
        both.retainAll(all);
        right += both.size();
    }

    /** For what is right or not, with nothing between. */
    void add(boolean isRight) {
        right += isRight ? 1 : 0;
        found++;
        wanted++;
    }

    int wanted() {
        return wanted;
    }

    /** 1 where nothing was found: then nothing was found wrongly. */
    double precision() {
        return found == 0 ? 1 : right / (double) found;
    }

    /** 1 where there was nothing to find. */
    double recall() {
        return wanted == 0 ? 1 : right / (double) wanted;
    }

    double f1() {
        return found + wanted == 0 ? 1 : 2.0 * right / (found + wanted);
    }

    /** F1, precision, recall and the three counts they come from. */
    String line() {
        return String.format(
                Locale.ROOT, "F1 %.3f  precision %.3f  recall %.3f  (%d right of %d found, %d wanted)", f1(), precision(), recall(), right,
                found, wanted);
    }

    String share() {
        return String.format(Locale.ROOT, "%.3f  (%d of %d)", recall(), right, wanted);
    }
}

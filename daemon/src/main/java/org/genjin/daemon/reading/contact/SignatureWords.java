package org.genjin.daemon.reading.contact;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.genjin.daemon.reading.PhraseTree;
import org.genjin.daemon.reading.Phrases;

/** The words by which the parts of a signature are known, in all languages. Immutable once made, thread-safe. */
final class SignatureWords {

    private static final SignatureWords ALL = new SignatureWords();

    final PhraseTree<Label> labels = new PhraseTree<>();
    final PhraseTree<Firm> firms = new PhraseTree<>();
    /** Names of departments, which may be words of firms as well. */
    final Set<String> units = new HashSet<>();

    final PhraseTree<Boolean> titles = new PhraseTree<>();
    final PhraseTree<Boolean> streets = new PhraseTree<>();

    /** Of long German words, in which a title is only the end. */
    final Set<String> titleEndings = new HashSet<>();

    /** The lengths that occur among them. */
    final int[] titleEndingLengths;

    final Set<String> beforeNames = new HashSet<>();
    final Set<String> behindNames = new HashSet<>();
    final Set<String> nameParts = new HashSet<>();
    final Set<String> surnames = new HashSet<>();

    private SignatureWords() {
        Phrases.each("signature/labels.txt", (kind, it) -> labels.put(it, Label.valueOf(kind.toUpperCase(Locale.ROOT))));
        Phrases.each("signature/firms.txt", (kind, it) -> {
            firms.put(it, Firm.valueOf(kind.toUpperCase(Locale.ROOT)));
            if (kind.equals("unit")) {
                units.add(it);
            }
        });
        Phrases.each("signature/titles.txt", (kind, it) -> {
            if (kind.equals("ending")) {
                titleEndings.add(it);
            } else {
                titles.put(it, true);
            }
        });
        this.titleEndingLengths = titleEndings.stream().mapToInt(String::length).distinct().sorted().toArray();
        Phrases.each("signature/places.txt", (kind, it) -> {
            if (kind.equals("street")) {
                streets.put(it, true);
            }
        });
        Phrases.each("signature/persons.txt", (kind, it) -> {
            switch (kind) {
                case "before" -> beforeNames.add(it);
                case "behind" -> behindNames.add(it);
                case "part" -> nameParts.add(it);
                case "surname" -> surnames.add(it);
                case "single" -> it.chars().forEach(sign -> surnames.add(String.valueOf((char) sign)));
                default -> throw new IllegalStateException("no such kind of word: " + kind);
            }
        });
    }

    /** They are the same for everybody. */
    static SignatureWords all() {
        return ALL;
    }
}

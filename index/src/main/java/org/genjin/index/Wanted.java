package org.genjin.index;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A word or phrase that is to be marked in hits.
 *
 * @param stems folded and marked, beside the word itself
 * @param place the operator it was asked with; "" for anywhere
 */
record Wanted(Asked asked, Set<String> stems, boolean beginning, String place) {

    private static final int ANCHOR = 5;

    Wanted {
        stems = Set.copyOf(stems);
    }

    /** How words begin that are worth a closer look: most texts have few of them. */
    Set<String> anchors() {
        Set<String> anchors = new LinkedHashSet<>();
        String longest = "";
        for (Asked.Part part : asked.parts()) {
            longest = part.term().length() > longest.length() ? part.term() : longest;
        }
        anchors.add(anchor(longest));
        stems.forEach(it -> anchors.add(anchor(it.substring(1))));
        asked.wholes().forEach(it -> anchors.add(anchor(it.substring(it.charAt(0) == Segmenter.WHOLE ? 1 : 0))));
        anchors.remove("");
        return anchors;
    }

    private static String anchor(String term) {
        return term.substring(0, Math.min(ANCHOR, term.length()));
    }

    /** Whether a hit of it may be in a field: one of {@code subject}, {@code text}, {@code attachment}, {@code quoted}, {@code people}. */
    boolean mayBeIn(String field) {
        return switch (place) {
            case "" -> true;
            case "from", "to" -> field.equals("people");
            case "filename" -> field.equals("attachment");
            case "text" -> !field.equals("quoted");
            default -> place.equals(field);
        };
    }
}

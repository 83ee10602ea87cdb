package org.genjin.daemon.reading.text;

/**
 * What words and phrases stand for.
 *
 * @param name as the files of words have it: {@code unit.kg}
 * @param family what is before the point; the whole name if there is none
 * @param kind what is after it; "" if there is none
 * @param none whether it only says that the words it covers are not of its family: {@code sample.-}
 */
record Concept(String name, String family, String kind, boolean none) {

    static Concept of(String name) {
        int point = name.indexOf('.');
        String family = point < 0 ? name : name.substring(0, point);
        return new Concept(name, family, point < 0 ? "" : name.substring(point + 1), name.endsWith(".-"));
    }
}

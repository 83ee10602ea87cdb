package org.genjin.index;

/**
 * What somebody who types may go on with.
 *
 * @param text what is typed then; codes and subjects as they stand in a message that the asker may see
 */
public record Suggestion(Kind kind, String text) {

    public enum Kind {
        /** An operator with its colon, as somebody writes it in that language. */
        OPERATOR,
        /** Words that say when. */
        DATE,
        CODE,
        SUBJECT
    }
}

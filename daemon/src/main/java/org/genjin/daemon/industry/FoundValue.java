package org.genjin.daemon.industry;

/**
 * A value that a message tells for a column.
 *
 * @param column its id
 * @param value as the column's kind keeps it: text, a number, a day in ISO form, the id of a choice, yes
 * @param said the words that tell it
 * @param foundIn "" for the new words, else {@code attachment:NAME}
 */
public record FoundValue(String column, String value, String said, String foundIn) {}

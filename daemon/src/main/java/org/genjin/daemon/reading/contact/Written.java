package org.genjin.daemon.reading.contact;

/**
 * A number, an address or a name as it stands in a line.
 *
 * @param start where in the line
 * @param end behind it
 */
public record Written(int start, int end, String text) {}

package org.genjin.daemon.reply;

/**
 * A line that a person typed.
 *
 * @param under the number of the quoted line under which it stands; 0 if under none
 */
public record Typed(String words, int under) {}

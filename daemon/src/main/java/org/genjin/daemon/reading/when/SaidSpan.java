package org.genjin.daemon.reading.when;

/**
 * A length of time that a text says, in days as trade counts them: a week has 7, a month 30; working days are not stretched.
 *
 * @param days the longer of two
 * @param hours whether it was said in hours
 * @param event whether it counts from something that happens, such as the payment
 * @param from its first token
 * @param to the first token after it, after the word that it counts from too
 */
public record SaidSpan(int days, boolean hours, boolean event, int from, int to) {}

package org.genjin.daemon.find;

/**
 * What somebody who types may go on with.
 *
 * @param kind {@code customer}, {@code contact}, {@code code}, {@code subject}, {@code date} or {@code operator}
 * @param text as it is shown
 * @param query what is looked for then; what an operator offers is not yet complete
 */
public record Offer(String kind, String text, String query) {}

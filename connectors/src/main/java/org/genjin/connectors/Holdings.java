package org.genjin.connectors;

import java.util.function.Predicate;

/**
 * What a mailbox holds at its source, and how a cursor accounts for it. Whatever is {@link #held} and neither too old nor to
 * come must be in the ledger, as a message or as one that cannot be read: the caller asks {@link #has} for each place it
 * knows and sees what is missing. A place it knows can be too old or to come all the same, by a cursor that was begun anew:
 * {@link #leftOut} and {@link #ahead} tell, so that nothing is counted twice and nothing missing hides behind it.
 *
 * @param held how many messages the source has in the mailbox now
 * @param tooOld how many of them were left out because they came before the first reading's bound
 * @param toCome how many of them the cursor does not cover yet
 * @param partial a sentence if the source seems to show less than there is (a provider's limit), with what to do; "" if not
 * @param has whether the source still has a message at a locator
 * @param leftOut whether the message at a locator is one of {@link #tooOld}
 * @param ahead whether the message at a locator is one of {@link #toCome}
 */
public record Holdings(
        long held,
        long tooOld,
        long toCome,
        String partial,
        Predicate<String> has,
        Predicate<String> leftOut,
        Predicate<String> ahead) {

    /** Of a source whose cursors never begin anew: what is known there is neither too old nor to come. */
    public Holdings(long held, long tooOld, long toCome, String partial, Predicate<String> has) {
        this(held, tooOld, toCome, partial, has, _ -> false, _ -> false);
    }
}

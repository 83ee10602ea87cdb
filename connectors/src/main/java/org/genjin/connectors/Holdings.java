package org.genjin.connectors;

import java.util.function.Predicate;

/**
 * What a mailbox holds at its source, and how a cursor accounts for it. Whatever is {@link #held} and neither too old nor to
 * come must be in the ledger, as a message or as one that cannot be read: the caller asks {@link #has} for each place it
 * knows and sees what is missing.
 *
 * @param held how many messages the source has in the mailbox now
 * @param tooOld how many of them were left out because they came before the first reading's bound
 * @param toCome how many of them the cursor does not cover yet
 * @param partial a sentence if the source seems to show less than there is (a provider's limit), with what to do; "" if not
 * @param has whether the source still has a message at a locator
 */
public record Holdings(long held, long tooOld, long toCome, String partial, Predicate<String> has) {}

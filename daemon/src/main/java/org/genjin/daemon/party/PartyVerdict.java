package org.genjin.daemon.party;

/** What somebody is to us. */
public sealed interface PartyVerdict {

    /**
     * Buys from us or wants to.
     *
     * @param why in words
     */
    record Buyer(String why) implements PartyVerdict {}

    record Other(PartyKind kind, String why) implements PartyVerdict {}

    /** Some of it speaks for a buyer, some against: a person says. */
    record Unclear(String why) implements PartyVerdict {}

    /** One side said no to the other, and nothing came of it. */
    record Declined() implements PartyVerdict {}

    /** Nothing of the trade was said. */
    record Unknown() implements PartyVerdict {}
}

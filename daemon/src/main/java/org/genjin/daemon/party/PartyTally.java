package org.genjin.daemon.party;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What all messages with somebody tell together: how often each sign was said by them and by us, and when first. */
public final class PartyTally {

    private final Map<TradeSign, Integer> theirs = new EnumMap<>(TradeSign.class);
    private final Map<TradeSign, Integer> ours = new EnumMap<>(TradeSign.class);
    private final Map<TradeSign, Instant> theirFirst = new EnumMap<>(TradeSign.class);
    private final Map<TradeSign, Instant> ourFirst = new EnumMap<>(TradeSign.class);
    private final Map<TradeSign, Instant> theirLast = new EnumMap<>(TradeSign.class);
    private final Map<TradeSign, Instant> ourLast = new EnumMap<>(TradeSign.class);
    private final Set<PartyKind> names = EnumSet.noneOf(PartyKind.class);
    private int in;
    private int out;

    /** @param messages in which they said so, or we did */
    public PartyTally sign(TradeSign sign, boolean byUs, int messages, Instant first, Instant last) {
        (byUs ? ours : theirs).merge(sign, messages, Integer::sum);
        (byUs ? ourFirst : theirFirst).merge(sign, first, (a, b) -> a.isBefore(b) ? a : b);
        (byUs ? ourLast : theirLast).merge(sign, last, (a, b) -> a.isAfter(b) ? a : b);
        return this;
    }

    /** Messages written by people. */
    public PartyTally messages(boolean byUs, int count) {
        in += byUs ? 0 : count;
        out += byUs ? count : 0;
        return this;
    }

    /** What a name of theirs tells. */
    public PartyTally named(PartyKind kind) {
        names.add(kind);
        return this;
    }

    public int in() {
        return in;
    }

    public int out() {
        return out;
    }

    int theirs(TradeSign sign) {
        return theirs.getOrDefault(sign, 0);
    }

    /** In how many messages they ask for a price or want to buy. */
    int theyAsk() {
        return Math.max(theirs(TradeSign.ASKS_PRICE), theirs(TradeSign.WANTS));
    }

    /** In how many messages they order or take what we offered; a bank confirms too. */
    int theyOrder() {
        return names.isEmpty() ? Math.max(theirs(TradeSign.ORDERS), theirs(TradeSign.ACCEPTS)) : theirs(TradeSign.ORDERS);
    }

    int ours(TradeSign sign) {
        return ours.getOrDefault(sign, 0);
    }

    Set<PartyKind> names() {
        return names;
    }

    /** Whether they asked for a price before we did; empty if neither has. */
    Optional<Boolean> theyAskedFirst() {
        Instant they = earlier(theirFirst.get(TradeSign.ASKS_PRICE), theirFirst.get(TradeSign.WANTS));
        Instant we = ourFirst.get(TradeSign.ASKS_PRICE);
        if (they == null && we == null) {
            return Optional.empty();
        }
        return Optional.of(they != null && (we == null || they.isBefore(we)));
    }

    /** Whether they ask us for prices since we last asked them or ordered, and we have answered with prices: the roles have changed. */
    boolean buysByNow() {
        Instant they = theirLast.get(TradeSign.ASKS_PRICE);
        Instant we = later(ourLast.get(TradeSign.ASKS_PRICE), ourLast.get(TradeSign.ORDERS));
        Instant answer = later(ourLast.get(TradeSign.GIVES_PRICE), ourLast.get(TradeSign.NAMES_MONEY));
        return they != null && we != null && answer != null && they.isAfter(we) && !answer.isBefore(they);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}

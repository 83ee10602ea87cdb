package org.genjin.daemon.party;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says from all that was said whether somebody buys from us or we from them. Who asked the other for a price first counts
 * most; then who orders, pays and complains; then what they call themselves and write about. Pure.
 */
public final class PartyJudge {

    private static final int ASKED = 3;
    private static final int FIRST = 4;
    private static final int NAMED = 3;
    private static final int CLEARLY = 2;
    /** Of the messages that name money so many count. */
    private static final int MONEY = 3;
    /** Less than that proves no buyer. */
    private static final int ENOUGH = 2;

    private static final Map<TradeSign, PartyKind> KINDS = kinds();

    private static Map<TradeSign, PartyKind> kinds() {
        Map<TradeSign, PartyKind> kinds = new LinkedHashMap<>();
        kinds.put(TradeSign.JOB, PartyKind.JOB_SEEKER);
        kinds.put(TradeSign.CARRIES, PartyKind.FORWARDER);
        kinds.put(TradeSign.DELIVERS_PARCELS, PartyKind.COURIER);
        kinds.put(TradeSign.BANKS, PartyKind.BANK);
        kinds.put(TradeSign.CERTIFIES, PartyKind.CERTIFIER);
        kinds.put(TradeSign.FAIRS, PartyKind.FAIR);
        kinds.put(TradeSign.GOVERNMENT, PartyKind.GOVERNMENT);
        kinds.put(TradeSign.SELLS_TO_US, PartyKind.SELLER);
        return kinds;
    }

    public PartyVerdict judge(PartyTally tally) {
        int surely = ASKED * tally.theyAsk()
                + 2 * (tally.ours(TradeSign.GIVES_PRICE) + tally.theyOrder() + tally.theirs(TradeSign.PAYS))
                + tally.theirs(TradeSign.COMPLAINS)
                + (tally.theirs(TradeSign.NAMES_MONEY) + tally.theirs(TradeSign.GIVES_PRICE) == 0 ? 2 : 1) * tally.theirs(TradeSign.ASKS_SAMPLE)
                + 2 * Math.min(MONEY, tally.ours(TradeSign.NAMES_MONEY));
        int buys = surely + perhaps(tally);
        int sells = ASKED * tally.ours(TradeSign.ASKS_PRICE)
                + 2 * (tally.theirs(TradeSign.GIVES_PRICE) + tally.ours(TradeSign.ORDERS) + tally.ours(TradeSign.PAYS))
                + tally.ours(TradeSign.COMPLAINS)
                + (tally.ours(TradeSign.NAMES_MONEY) == 0 ? 2 : 1) * Math.min(MONEY, tally.theirs(TradeSign.NAMES_MONEY))
                + ASKED * (tally.theirs(TradeSign.DOMESTIC) + tally.theirs(TradeSign.SELLS_TO_US));
        Optional<Boolean> theyFirst = tally.theyAskedFirst();
        if (theyFirst.isPresent()) {
            buys += theyFirst.get() ? FIRST : 0;
            sells += theyFirst.get() ? 0 : FIRST;
        }
        sells += tally.names().isEmpty() ? 0 : NAMED;
        int kindWords = KINDS.keySet().stream().mapToInt(tally::theirs).max().orElse(0);
        if (tally.ours(TradeSign.DECLINES_US) > 0 && surely == 0) {
            return new PartyVerdict.Other(kind(tally, PartyKind.SELLER), why(tally));
        }
        if (tally.theirs(TradeSign.DECLINES_US) > 0 && surely == 0) {
            return new PartyVerdict.Declined();
        }
        if (buys == 0 && sells == 0 && kindWords == 0) {
            return new PartyVerdict.Unknown();
        }
        if (tally.buysByNow()) {
            return new PartyVerdict.Buyer("once sold to us, asks us for prices now: " + why(tally));
        }
        if (tally.theirs(TradeSign.JOB) > 0 && tally.theyAsk() == 0) {
            return new PartyVerdict.Other(PartyKind.JOB_SEEKER, why(tally));
        }
        if (offersServices(tally)) {
            return new PartyVerdict.Other(kind(tally), why(tally));
        }
        if (buys >= ENOUGH && buys >= CLEARLY * sells && (surely > 0 || kindWords == 0)) {
            return new PartyVerdict.Buyer(why(tally));
        }
        if (sells + kindWords >= CLEARLY * buys) {
            return new PartyVerdict.Other(kind(tally), why(tally));
        }
        return new PartyVerdict.Unclear(why(tally));
    }

    /** Needs something and says how much of it, without a price: a buyer does, where nothing else tells. */
    private static int perhaps(PartyTally tally) {
        return Math.min(1, tally.theirs(TradeSign.NEEDS)) + Math.min(1, tally.theirs(TradeSign.QUANTITY));
    }

    /** Calls itself a forwarder or the like and names prices, and we never did: what it asks for is our business. */
    private static boolean offersServices(PartyTally tally) {
        return !tally.names().isEmpty()
                && tally.theirs(TradeSign.NAMES_MONEY) + tally.theirs(TradeSign.GIVES_PRICE) + tally.theirs(TradeSign.SELLS_TO_US) > 0
                && tally.ours(TradeSign.NAMES_MONEY) + tally.ours(TradeSign.GIVES_PRICE) == 0
                && tally.theyOrder() + tally.theirs(TradeSign.PAYS) == 0;
    }

    /** What they call themselves, else what they write about most, else whoever sells to us. */
    private static PartyKind kind(PartyTally tally) {
        return kind(tally, PartyKind.SUPPLIER);
    }

    private static PartyKind kind(PartyTally tally, PartyKind otherwise) {
        Optional<PartyKind> named = tally.names().stream().findFirst();
        return named.or(() -> KINDS.entrySet().stream()
                        .filter(it -> tally.theirs(it.getKey()) > 0)
                        .max(Comparator.comparingInt(it -> tally.theirs(it.getKey())))
                        .map(Map.Entry::getValue))
                .orElse(otherwise);
    }

    private static String why(PartyTally tally) {
        List<String> words = new ArrayList<>();
        say(words, tally.theyAsk(), "they ask us for prices");
        if (tally.theyAsk() == 0) {
            say(words, tally.theirs(TradeSign.NEEDS), "they need something");
            say(words, tally.theirs(TradeSign.QUANTITY), "they say how many");
        }
        say(words, tally.theyOrder(), "they order");
        say(words, tally.theirs(TradeSign.PAYS), "they pay");
        say(words, Math.max(tally.ours(TradeSign.GIVES_PRICE), tally.ours(TradeSign.NAMES_MONEY)), "we give prices");
        say(words, tally.ours(TradeSign.ASKS_PRICE), "we ask them for prices");
        say(words, tally.ours(TradeSign.ORDERS), "we order");
        say(words, Math.max(tally.theirs(TradeSign.GIVES_PRICE), tally.theirs(TradeSign.NAMES_MONEY)), "they name prices");
        say(words, tally.ours(TradeSign.PAYS), "we pay");
        say(words, tally.theirs(TradeSign.DOMESTIC), "domestic prices");
        say(words, tally.theirs(TradeSign.SELLS_TO_US), "they offer us their services");
        say(words, tally.ours(TradeSign.DECLINES_US), "we declined");
        tally.names().forEach(it -> words.add("calls itself a " + it.id()));
        KINDS.forEach((sign, kind) -> {
            if (kind != PartyKind.SELLER) {
                say(words, tally.theirs(sign), "writes as a " + kind.id() + " does");
            }
        });
        return String.join(", ", words);
    }

    private static void say(List<String> words, int times, String what) {
        if (times > 0) {
            words.add(what + (times > 1 ? " (" + times + ")" : ""));
        }
    }
}

package org.genjin.daemon.party;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the words of a message tell of who buys from whom, and of what kind their writer is. */
public enum TradeSign {
    ASKS_PRICE,
    /** Speaks of prices and needs as a buyer does; said by us it may be the answer to one. */
    WANTS,
    /** Needs or looks for something: a buyer does, and so does whoever does work for us. */
    NEEDS,
    /** How many of something, with what they are counted in. */
    QUANTITY,
    /** Wants samples: a buyer does, and so does a laboratory. */
    ASKS_SAMPLE,
    GIVES_PRICE,
    /** An amount of money with its currency. */
    NAMES_MONEY,
    ORDERS,
    /** Takes an offer or moves an order on: said by us it may be the answer to one. */
    ACCEPTS,
    PAYS,
    COMPLAINS,
    /** Prices and papers of the trade within our own country. */
    DOMESTIC,
    FOREIGN_MONEY,
    SELLS_TO_US,
    /** Buys or asks for clients of their own. */
    ACTS_FOR_OTHERS,
    CARRIES,
    DELIVERS_PARCELS,
    BANKS,
    CERTIFIES,
    FAIRS,
    JOB,
    GOVERNMENT,
    /** The words of those who want money sent to another account. */
    FRAUD,
    DECLINES_US;

    /** The name in data files and tables. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<TradeSign> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
    }
}

package org.genjin.daemon.customer;

import java.util.Locale;

/**
 * Something in a message that may tie its writer to a customer, or that tells who buys from whom.
 *
 * @param value folded, or a number, an address, a sign's name: whatever {@code kind} compares by
 */
public record Clue(Kind kind, String value) {

    public enum Kind {
        /** E.164, or as dialled within a country: digits that begin with 0. */
        PHONE,
        /** A person's name, folded. */
        PERSON,
        /** By what a firm is known again: {@link FirmNames#keys}. */
        FIRM,
        /** An e-mail address that is not the sender's. */
        ADDRESS,
        /** The subject without its prefixes, folded. */
        SUBJECT,
        /** The address of whose words are passed on. */
        FORWARDED,
        /** The number of an order, an invoice or the like: {@link DocumentNumbers}. */
        DOCUMENT,
        /** A platform that is named. */
        PLATFORM,
        /** What {@code party.TradeSign} calls it. */
        SIGN;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }
}

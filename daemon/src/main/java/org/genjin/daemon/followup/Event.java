package org.genjin.daemon.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;
import org.genjin.daemon.reading.said.Promise;
import org.jspecify.annotations.Nullable;

/**
 * What one message between people says, as far as dates hang on it.
 *
 * @param direction from the customer or from us
 * @param expectsAnswer whether it asks for something; true of a message that was not read for it yet
 * @param promises in the order of the message
 * @param validUntil until when an offer in it holds good; null if it does not say
 */
public record Event(
        long message,
        Instant at,
        Direction direction,
        boolean expectsAnswer,
        List<Fact> facts,
        List<Promise> promises,
        @Nullable LocalDate validUntil) {

    public Event {
        facts = List.copyOf(facts);
        promises = List.copyOf(promises);
    }

    Point point() {
        return new Point(message, at);
    }

    public boolean isTheirs() {
        return direction == Direction.IN;
    }

    public boolean says(FactType type) {
        return facts.stream().anyMatch(it -> it.type() == type);
    }

    /** @param value of the fact's step or kind */
    public boolean says(FactType type, String value) {
        return facts.stream().anyMatch(it -> it.type() == type
                && (Objects.equals(it.values().get(FactField.STEP), value) || Objects.equals(it.values().get(FactField.KIND), value)));
    }

    /** A customer who says one of these wants to hear from us, whether it is put as a question or not. */
    public boolean wantsAnswer() {
        return expectsAnswer
                || says(FactType.RFQ)
                || says(FactType.TARGET_PRICE)
                || says(FactType.MOQ_ASKED)
                || says(FactType.COMPLAINT)
                || says(FactType.SAMPLE, "asked")
                || says(FactType.ORDER, "placed")
                || says(FactType.ORDER, "changed")
                || says(FactType.ORDER, "cancelled")
                || promises.stream().anyMatch(it -> it.by() == Promise.By.READER);
    }

    public boolean paid() {
        return says(FactType.PAID);
    }

    public boolean orders() {
        return isTheirs() && says(FactType.ORDER, "placed") || says(FactType.ORDER, "confirmed");
    }

    /** The customer wants nothing more of what was asked for or ordered. */
    boolean callsOff() {
        return isTheirs() && (says(FactType.ORDER, "cancelled") || says(FactType.DECLINE));
    }

    public boolean sendsInvoice() {
        return !isTheirs() && says(FactType.DOCUMENT, "PI");
    }

    public boolean sendsSamples() {
        return !isTheirs() && says(FactType.SAMPLE, "sent");
    }

    /** Goods are on their way, not samples. */
    boolean ships() {
        boolean goods = says(FactType.TRACKING) || says(FactType.SHIPMENT, "loaded") || says(FactType.SHIPMENT, "shipped")
                || says(FactType.SHIPMENT, "arrived") || says(FactType.DOCUMENT, "BL");
        return !isTheirs() && goods && !says(FactType.SAMPLE);
    }

    /** An offer of ours: a quotation, or a price that is no part of an invoice, an order or a shipment. */
    public boolean quotes() {
        boolean other = says(FactType.DOCUMENT, "PI") || says(FactType.DOCUMENT, "CI") || paid() || says(FactType.ORDER) || ships();
        return !isTheirs() && (says(FactType.DOCUMENT, "QUOTATION") || (says(FactType.PRICE) && !other));
    }
}

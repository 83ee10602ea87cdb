package org.genjin.daemon.reading.said;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What of the trade a message can say, with the fields that each carries. */
public enum FactType {
    RFQ,
    QUANTITY(FactField.AMOUNT, FactField.UNIT),
    MOQ(FactField.AMOUNT, FactField.UNIT),
    MOQ_ASKED,
    PRICE(FactField.AMOUNT, FactField.CURRENCY, FactField.PER),
    TARGET_PRICE(FactField.AMOUNT, FactField.CURRENCY, FactField.PER),
    INCOTERM(FactField.CODE, FactField.PLACE),
    PAYMENT(FactField.METHOD, FactField.PERCENT),
    PRODUCT_CODE(FactField.CODE),
    HS_CODE(FactField.CODE),
    DOCUMENT(FactField.KIND, FactField.NUMBER),
    SAMPLE(FactField.STEP),
    CERTIFICATE(FactField.NAME),
    CUSTOM_MADE(FactField.KIND),
    LEAD_TIME(FactField.DAYS),
    DELIVERY_DATE(FactField.DATE),
    ORDER(FactField.STEP),
    PAID(FactField.AMOUNT, FactField.CURRENCY, FactField.PERCENT),
    SHIPMENT(FactField.STEP),
    TRACKING(FactField.CARRIER, FactField.NUMBER),
    COMPLAINT,
    DECLINE(FactField.REASON),
    MEETING(FactField.DATE, FactField.WHERE);

    private final List<FactField> fields;

    FactType(FactField... fields) {
        this.fields = List.of(fields);
    }

    /** In the order in which they are shown. Each may be null in a fact. */
    public List<FactField> fields() {
        return fields;
    }

    /** The name in JSON and tables, such as {@code target-price}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FactType> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
    }
}

package org.genjin.daemon.reading.said;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a message is about, in the few words by which people look for it and sort it: {@code quote}, {@code sample}. Pure. */
public final class Subjects {

    private Subjects() {}

    /** @param ours whether we said it: a price of ours is a quotation, whatever it is called */
    public static Set<String> of(List<Fact> facts, boolean ours) {
        Set<String> subjects = new LinkedHashSet<>();
        for (Fact it : facts) {
            of(it).ifPresent(subjects::add);
            if (it.type() == FactType.PRICE && ours) {
                subjects.add("quote");
            }
        }
        return subjects;
    }

    private static Optional<String> of(Fact it) {
        return Optional.ofNullable(
                switch (it.type()) {
                    case RFQ -> "rfq";
                    case MOQ, MOQ_ASKED -> "moq";
                    case PRICE -> "price";
                    case TARGET_PRICE -> "target-price";
                    case SAMPLE -> "sample";
                    case CERTIFICATE -> "certificate";
                    case CUSTOM_MADE -> "custom-made";
                    case LEAD_TIME, DELIVERY_DATE -> "delivery";
                    case ORDER -> "order";
                    case PAID, PAYMENT -> "payment";
                    case SHIPMENT, TRACKING -> "shipment";
                    case COMPLAINT -> "complaint";
                    case DECLINE -> "decline";
                    case MEETING -> "meeting";
                    case DOCUMENT -> document(it.word(FactField.KIND));
                    case QUANTITY, INCOTERM, PRODUCT_CODE, HS_CODE -> null;
                });
    }

    private static @Nullable String document(@Nullable String kind) {
        return switch (String.valueOf(kind)) {
            case "QUOTATION" -> "quote";
            case "PO", "CONTRACT" -> "order";
            case "PI", "CI" -> "invoice";
            case "BL", "PL" -> "shipment";
            case "LC" -> "payment";
            default -> null;
        };
    }
}

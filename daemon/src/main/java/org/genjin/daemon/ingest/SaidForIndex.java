package org.genjin.daemon.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;
import org.genjin.index.IndexEntry;
import org.jspecify.annotations.Nullable;

/** What a message says, in the words by which it is looked for: {@code type:quote}, {@code price>0.8}. Pure. */
final class SaidForIndex {

    private SaidForIndex() {}

    static IndexEntry.Said of(List<Fact> facts, Direction direction) {
        Set<String> types = new LinkedHashSet<>();
        Set<String> codes = new LinkedHashSet<>();
        List<IndexEntry.Price> prices = new ArrayList<>();
        for (Fact it : facts) {
            type(it).ifPresent(types::add);
            if (it.type() == FactType.PRICE || it.type() == FactType.TARGET_PRICE) {
                BigDecimal amount = it.number(FactField.AMOUNT);
                String currency = it.word(FactField.CURRENCY);
                if (amount != null) {
                    prices.add(new IndexEntry.Price(amount.doubleValue(), currency == null ? "" : currency));
                }
            }
            // A price of ours is a quotation, whatever it is called.
            if (it.type() == FactType.PRICE && direction == Direction.OUT) {
                types.add("quote");
            }
            String code = it.type() == FactType.PRODUCT_CODE ? it.word(FactField.CODE) : null;
            if (code != null) {
                codes.add(code);
            }
        }
        return new IndexEntry.Said(types, List.copyOf(codes), prices);
    }

    private static Optional<String> type(Fact it) {
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

package org.genjin.daemon.workbook.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.daemon.followup.Event;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;
import org.genjin.daemon.reading.said.NamedSum;

/** Tells the steps of business from what was said: each paper and each offer once, from when it was first spoken of. Pure. */
public final class BusinessReading {

    private static final int MOST_OF_A_KIND = 3;
    /** So long the same thing goes on being spoken of. */
    private static final Duration SPOKEN_OF = Duration.ofDays(14);

    private BusinessReading() {}

    /**
     * @param events with one customer, oldest first
     * @return newest first
     */
    public static List<Business> of(List<Event> events) {
        List<Business> steps = new ArrayList<>();
        Map<String, Instant> last = new HashMap<>();
        for (Event it : events) {
            Business step = kind(it).map(kind -> step(it, kind)).orElse(null);
            if (step != null) {
                Optional<String> named = named(it, step);
                Instant before = last.put(step.kind() + " " + named.orElse(worded(it.facts(), FactType.PRODUCT_CODE)), it.at());
                if (before == null || named.isEmpty() && it.at().isAfter(before.plus(SPOKEN_OF))) {
                    steps.add(step);
                }
            }
        }
        return steps.reversed();
    }

    /** How the customer is paid and supplied: what was said of it last. */
    public static Optional<String> last(List<Event> events, FactType type) {
        return events.reversed().stream().map(it -> worded(it.facts(), type)).filter(it -> !it.isEmpty()).findFirst();
    }

    private static Optional<Business.Kind> kind(Event it) {
        if (it.orders() || it.isTheirs() && (it.says(FactType.DOCUMENT, "PO") || it.says(FactType.DOCUMENT, "CONTRACT"))) {
            return Optional.of(Business.Kind.ORDER);
        }
        if (it.sendsInvoice()) {
            return Optional.of(Business.Kind.INVOICE);
        }
        if (it.quotes()) {
            return Optional.of(Business.Kind.QUOTE);
        }
        if (it.isTheirs() && it.says(FactType.RFQ)) {
            return Optional.of(Business.Kind.RFQ);
        }
        return it.says(FactType.SAMPLE) ? Optional.of(Business.Kind.SAMPLE) : Optional.empty();
    }

    private static Business step(Event it, Business.Kind kind) {
        List<Fact> facts = it.facts();
        Optional<NamedSum> sum = NamedSum.largest(facts);
        Optional<Fact> price = sum.isPresent()
                ? Optional.empty()
                : facts.stream()
                        .filter(fact -> fact.type() == FactType.PRICE || fact.type() == FactType.TARGET_PRICE)
                        .filter(fact -> fact.number(FactField.AMOUNT) != null && fact.word(FactField.CURRENCY) != null)
                        .findFirst();
        BigDecimal amount = sum.map(NamedSum::amount)
                .or(() -> price.map(fact -> fact.number(FactField.AMOUNT)))
                .orElse(null);
        String currency = sum.map(NamedSum::currency).or(() -> price.map(BusinessReading::currency)).orElse("");
        return new Business(
                it.message(), it.at(), kind, content(facts, kind), amount, currency, worded(facts, FactType.INCOTERM),
                worded(facts, FactType.PAYMENT));
    }

    private static String currency(Fact price) {
        String per = price.word(FactField.PER);
        return price.word(FactField.CURRENCY) + (per == null ? "" : "/" + per);
    }

    private static String content(List<Fact> facts, Business.Kind kind) {
        Set<String> papers = facts.stream()
                .filter(it -> it.type() == FactType.DOCUMENT)
                .flatMap(it -> Optional.ofNullable(it.word(FactField.NUMBER)).stream())
                .collect(Collectors.toSet());
        // A paper's number looks like a product's code to whoever reads it alone.
        List<Fact> plain = facts.stream()
                .filter(it -> it.type() != FactType.PRODUCT_CODE || !papers.contains(it.word(FactField.CODE)))
                .toList();
        List<String> said = Stream.of(FactType.DOCUMENT, FactType.PRODUCT_CODE, FactType.QUANTITY)
                .map(it -> worded(plain, it))
                .filter(it -> !it.isEmpty())
                .toList();
        if (!said.isEmpty()) {
            return String.join(" · ", said);
        }
        FactType told = switch (kind) {
            case RFQ -> FactType.RFQ;
            case SAMPLE -> FactType.SAMPLE;
            case QUOTE -> FactType.PRICE;
            case ORDER -> FactType.ORDER;
            case INVOICE -> FactType.DOCUMENT;
        };
        return facts.stream().filter(it -> it.type() == told).map(Fact::text).findFirst().orElse("");
    }

    /** What facts of a type carry, each once: {@code PI LY-26021}, {@code 500 pcs}, {@code FOB Ningbo}, {@code T/T 30%}. */
    private static String worded(List<Fact> facts, FactType type) {
        List<String> all = facts.stream()
                .filter(it -> it.type() == type)
                .map(BusinessReading::worded)
                .filter(it -> !it.isBlank())
                .distinct()
                .limit(MOST_OF_A_KIND)
                .toList();
        return String.join(type == FactType.PAYMENT || type == FactType.INCOTERM ? " / " : ", ", all);
    }

    private static String worded(Fact it) {
        String number = it.type() == FactType.DOCUMENT ? Objects.requireNonNullElse(it.word(FactField.NUMBER), "") : "";
        if (!number.isEmpty() && number.startsWith(String.valueOf(it.word(FactField.KIND)))) {
            return number; // PO-4544 says itself what it is
        }
        return it.type().fields().stream()
                .flatMap(field -> Optional.ofNullable(it.values().get(field)).stream().map(value -> worded(field, value)))
                .collect(Collectors.joining(" "));
    }

    private static String worded(FactField field, Object value) {
        String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        return switch (field) {
            case PERCENT -> text + "%";
            case METHOD -> text.replaceFirst("^([TLDO])([TCPA])$", "$1/$2");
            default -> text;
        };
    }

    /** The paper or the price by which a step is known again. */
    private static Optional<String> named(Event it, Business step) {
        Optional<String> number = it.facts().stream()
                .filter(fact -> fact.type() == FactType.DOCUMENT)
                .flatMap(fact -> Optional.ofNullable(fact.word(FactField.NUMBER)).stream())
                .findFirst();
        boolean offer = step.kind() == Business.Kind.QUOTE && step.amount() != null;
        return number.or(() -> offer ? Optional.of(step.content() + " " + step.amount() + " " + step.currency()) : Optional.empty());
    }
}

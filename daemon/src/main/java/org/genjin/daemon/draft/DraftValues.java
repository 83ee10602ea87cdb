package org.genjin.daemon.draft;

import com.ibm.icu.text.DateFormat;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.followup.FollowUp;
import org.genjin.daemon.followup.Point;
import org.genjin.daemon.followup.Reason;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.SaidTable.SaidFact;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;
import org.jspecify.annotations.Nullable;

/** What was said that fills the blanks of a text, in the words of its language. What is not plain stays unknown. Immutable. */
final class DraftValues {

    /** More codes in a sentence nobody reads. */
    private static final int MOST_PRODUCTS = 3;
    private static final int LATELY_DAYS = 200;

    /** English with the day before the month, as most of the world reads it. */
    private static final Map<Language, String> TAGS = Map.of(Language.EN, "en-GB");

    private final Locale locale;
    private final ZoneId zone;
    private final LocalDate today;
    private final List<SaidFact> facts;
    private final @Nullable FollowUp followUp;

    /** @param facts of the customer, the newest first */
    DraftValues(Language language, ZoneId zone, LocalDate today, List<SaidFact> facts, DueItem.@Nullable Due due) {
        this.locale = Locale.forLanguageTag(TAGS.getOrDefault(language, language.tag()) + "-u-nu-latn");
        this.zone = zone;
        this.today = today;
        this.facts = facts.stream().filter(it -> it.at().isAfter(today.minusDays(LATELY_DAYS).atStartOfDay(zone).toInstant())).toList();
        this.followUp = due == null ? null : due.followUp();
    }

    Map<Blank, String> all() {
        Map<Blank, String> values = new EnumMap<>(Blank.class);
        put(Blank.PRODUCT, product(), values);
        put(Blank.PRICE, price(), values);
        put(Blank.PI, ours(FactType.DOCUMENT).filter(it -> "PI".equals(it.word(FactField.KIND)))
                .flatMap(it -> Optional.ofNullable(it.word(FactField.NUMBER)).stream()).findFirst(), values);
        put(Blank.TRACKING, ours(FactType.TRACKING).flatMap(it -> tracking(it).stream()).findFirst(), values);
        put(Blank.DATE, day(), values);
        return values;
    }

    private static void put(Blank blank, Optional<String> value, Map<Blank, String> to) {
        value.filter(it -> !it.isBlank()).ifPresent(it -> to.put(blank, it));
    }

    /** Of the message that it is about; else of the last one that names any. */
    private Optional<String> product() {
        long about = about().orElseGet(() -> facts.stream()
                .filter(it -> it.fact().type() == FactType.PRODUCT_CODE).findFirst().map(SaidFact::message).orElse(-1L));
        Set<String> documents = facts.stream().map(SaidFact::fact).filter(it -> it.type() == FactType.DOCUMENT)
                .flatMap(it -> Stream.ofNullable(it.word(FactField.NUMBER))).collect(Collectors.toSet());
        List<String> codes = in(about, FactType.PRODUCT_CODE).flatMap(it -> Stream.ofNullable(it.word(FactField.CODE)))
                .filter(it -> !documents.contains(it)).distinct().toList();
        return codes.isEmpty() || codes.size() > MOST_PRODUCTS ? Optional.empty() : Optional.of(String.join(", ", codes));
    }

    /** The message that it is about, if it names products. */
    private Optional<Long> about() {
        Point because = followUp == null ? null : followUp.because();
        return because == null || in(because.message(), FactType.PRODUCT_CODE).findAny().isEmpty()
                ? Optional.empty()
                : Optional.of(because.message());
    }

    /** Of our last offer, if it names one price only. */
    private Optional<String> price() {
        Optional<Long> offer = facts.stream()
                .filter(it -> it.direction() == Direction.OUT && it.fact().type() == FactType.PRICE).findFirst().map(SaidFact::message);
        List<String> prices = offer.stream().flatMap(it -> in(it, FactType.PRICE)).flatMap(it -> price(it).stream()).distinct().toList();
        return prices.size() == 1 ? Optional.of(prices.getFirst()) : Optional.empty();
    }

    private Optional<String> price(Fact it) {
        BigDecimal amount = it.number(FactField.AMOUNT);
        String currency = it.word(FactField.CURRENCY);
        String per = it.word(FactField.PER);
        if (amount == null || currency == null) {
            return Optional.empty();
        }
        NumberFormat number = NumberFormat.getInstance(locale);
        number.setMinimumFractionDigits(amount.scale() > 0 ? Math.max(2, amount.scale()) : 0);
        number.setMaximumFractionDigits(Math.max(2, amount.scale()));
        return Optional.of(currency + " " + number.format(amount) + (per == null ? "" : "/" + per));
    }

    private static Optional<String> tracking(Fact it) {
        String carrier = it.word(FactField.CARRIER);
        String number = it.word(FactField.NUMBER);
        return number == null ? Optional.empty() : Optional.of(carrier == null ? number : carrier + " " + number);
    }

    /** The day that it is about, else the one of the message that it follows from; of a promise without a day none. */
    private Optional<String> day() {
        LocalDate date = followUp == null ? null : followUp.date();
        Point because = followUp == null ? null : followUp.because();
        if (date != null) {
            return Optional.of(day(date));
        }
        boolean promised = followUp != null && (followUp.reason() == Reason.PROMISE_OURS || followUp.reason() == Reason.PROMISE_THEIRS);
        return promised || because == null ? Optional.empty() : Optional.of(day(because.at().atZone(zone).toLocalDate()));
    }

    private String day(LocalDate it) {
        DateFormat format = DateFormat.getInstanceForSkeleton(it.getYear() == today.getYear() ? "MMMMd" : "yMMMMd", locale);
        format.setTimeZone(com.ibm.icu.util.TimeZone.GMT_ZONE);
        Instant noon = it.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return format.format(Date.from(noon));
    }

    private Stream<Fact> ours(FactType type) {
        return facts.stream().filter(it -> it.direction() == Direction.OUT).map(SaidFact::fact).filter(it -> it.type() == type);
    }

    private Stream<Fact> in(long message, FactType type) {
        return facts.stream().filter(it -> it.message() == message).map(SaidFact::fact).filter(it -> it.type() == type);
    }
}

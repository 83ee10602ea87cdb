package org.genjin.daemon.crm;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.genjin.daemon.customer.Deal;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.ledger.SaidTable.SaidFact;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;
import org.genjin.daemon.reading.said.NamedSum;
import org.jspecify.annotations.Nullable;

/**
 * What business there is with a customer: one deal for each quotation, proforma, order or contract that a message names by number;
 * where no paper has one, the last price of ours is a deal. The newest deal stands where the customer stands. What lists told of
 * stands beside, where messages do not tell it. Pure.
 */
final class Deals {

    private static final int ANSWER_WITHIN_DAYS = 30;
    private static final Comparator<Deal> OLDEST_FIRST =
            Comparator.comparing(Deal::day, Comparator.nullsFirst(Comparator.naturalOrder())).thenComparing(Deal::key);
    private static final Map<String, Stage> PAPERS = Map.of(
            "QUOTATION", Stage.QUOTED, "PI", Stage.PI_SENT, "PO", Stage.WON, "CONTRACT", Stage.WON);

    private Deals() {}

    /**
     * @param facts of one customer, the newest first
     * @param listed what lists told of
     */
    static List<Deal> of(Stage stage, List<SaidFact> facts, List<Deal> listed, ZoneId zone) {
        List<Deal> all = new ArrayList<>(said(stage, facts, zone));
        listed.stream().filter(it -> all.stream().noneMatch(it::isLike)).toList().forEach(all::add);
        all.sort(OLDEST_FIRST);
        return all;
    }

    private static List<Deal> said(Stage stage, List<SaidFact> facts, ZoneId zone) {
        Map<String, List<SaidFact>> papers = new LinkedHashMap<>();
        for (SaidFact it : facts) {
            String number = number(it.fact());
            if (!number.isEmpty()) {
                papers.computeIfAbsent(number.toUpperCase(Locale.ROOT), _ -> new ArrayList<>()).add(it);
            }
        }
        List<Deal> deals = new ArrayList<>();
        papers.forEach((number, named) -> deals.add(ofPaper(number, named, facts, zone)));
        if (deals.isEmpty()) {
            facts.stream()
                    .filter(it -> it.fact().type() == FactType.PRICE && it.direction() == Direction.OUT)
                    .findFirst()
                    .ifPresent(it -> deals.add(ofPrice(it, facts, zone)));
        }
        deals.sort(OLDEST_FIRST);
        if (!deals.isEmpty() && stage.compareTo(Stage.QUOTED) >= 0) {
            deals.addLast(at(stage, deals.removeLast()));
        }
        return deals;
    }

    private static String number(Fact it) {
        boolean paper = it.type() == FactType.DOCUMENT && PAPERS.containsKey(String.valueOf(it.word(FactField.KIND)));
        return paper ? Objects.requireNonNullElse(it.word(FactField.NUMBER), "").strip() : "";
    }

    private static Deal ofPaper(String number, List<SaidFact> named, List<SaidFact> facts, ZoneId zone) {
        SaidFact furthest = named.stream()
                .max(Comparator.comparing(it -> PAPERS.getOrDefault(kind(it), Stage.QUOTED)))
                .orElseThrow();
        LocalDate day = named.getLast().at().atZone(zone).toLocalDate();
        List<Long> messages = named.stream().map(SaidFact::message).distinct().toList();
        Optional<NamedSum> sum = messages.stream().flatMap(it -> sum(it, facts).stream()).findFirst();
        return deal(
                number, kind(furthest) + " " + furthest.fact().word(FactField.NUMBER), PAPERS.getOrDefault(kind(furthest), Stage.QUOTED),
                sum.orElse(null), day, sum.map(NamedSum::price).orElse(furthest.fact()).text());
    }

    private static String kind(SaidFact it) {
        return String.valueOf(it.fact().word(FactField.KIND));
    }

    private static Deal ofPrice(SaidFact price, List<SaidFact> facts, ZoneId zone) {
        LocalDate day = price.at().atZone(zone).toLocalDate();
        return deal(day.toString(), "QUOTATION " + day, Stage.QUOTED, sum(price.message(), facts).orElse(null), day, price.fact().text());
    }

    private static Deal deal(String key, String name, Stage stage, @Nullable NamedSum sum, LocalDate day, String words) {
        boolean settled = stage.compareTo(Stage.WON) >= 0;
        return new Deal(
                key, name, stage, sum == null ? null : sum.amount(), sum == null ? "" : sum.currency(), day,
                settled ? day : day.plusDays(ANSWER_WITHIN_DAYS), words);
    }

    private static Optional<NamedSum> sum(long message, List<SaidFact> facts) {
        return NamedSum.largest(facts.stream().filter(it -> it.message() == message).map(SaidFact::fact).toList());
    }

    private static Deal at(Stage stage, Deal it) {
        boolean settled = stage.compareTo(Stage.WON) >= 0 && stage != Stage.DORMANT;
        return new Deal(
                it.key(), it.name(), stage, it.amount(), it.currency(), it.day(), settled ? it.day() : it.close(),
                it.words());
    }
}

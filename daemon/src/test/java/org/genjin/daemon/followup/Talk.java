package org.genjin.daemon.followup;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.genjin.daemon.calendar.Calendars;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;
import org.genjin.daemon.reading.said.Promise;
import org.jspecify.annotations.Nullable;

/** What is said with one made-up customer, and what the rules make of it. We live in Shanghai, the customer where it is said. */
final class Talk {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final Calendars CALENDARS = new Calendars();
    static final FollowUpPolicy POLICY = new FollowUpPolicy(
            CALENDARS.of("CN").workingOn(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)), SHANGHAI);

    private final List<Event> events = new ArrayList<>();
    private Grade grade = Grade.C;
    private Stage stage = Stage.CONTACTED;
    private String country = "";
    private @Nullable LocalDate byHand;
    private @Nullable Instant setAt;
    private @Nullable Point away;
    private @Nullable LocalDate back;
    private @Nullable Point bounce;
    private @Nullable Instant kept;
    private @Nullable Instant stageSetAt;
    private @Nullable Instant doneAt;

    Talk grade(Grade it) {
        grade = it;
        return this;
    }

    Talk stage(Stage it) {
        stage = it;
        return this;
    }

    /** @param at when a person set it */
    Talk stage(Stage it, String at) {
        stageSetAt = instant(at);
        return stage(it);
    }

    Talk in(String code) {
        country = code;
        return this;
    }

    /** @param at local time in Shanghai, such as {@code 2026-03-02T10:00} */
    Talk theyAsk(String at, Fact... facts) {
        return say(at, Direction.IN, true, facts);
    }

    Talk theySay(String at, Fact... facts) {
        return say(at, Direction.IN, false, facts);
    }

    Talk weSay(String at, Fact... facts) {
        return say(at, Direction.OUT, false, facts);
    }

    Talk weOfferUntil(String at, String until) {
        add(at, Direction.OUT, false, List.of(price()), List.of(), LocalDate.parse(until));
        return this;
    }

    Talk promise(String at, Direction direction, Promise.By by, @Nullable String due, String words) {
        add(at, direction, false, List.of(), List.of(new Promise(by, due == null ? null : LocalDate.parse(due), words)), null);
        return this;
    }

    Talk setByHand(String at, String day) {
        setAt = instant(at);
        byHand = LocalDate.parse(day);
        return this;
    }

    /** A person says that what is due is dealt with, which is a word of ours too. */
    Talk doneAt(String at) {
        doneAt = instant(at);
        return weSay(at);
    }

    Talk awayUntil(String at, String day) {
        away = new Point(900, instant(at));
        back = LocalDate.parse(day);
        return this;
    }

    Talk bounced(String at) {
        bounce = new Point(901, instant(at));
        return this;
    }

    Talk keptAt(String at) {
        kept = instant(at);
        return this;
    }

    private Talk say(String at, Direction direction, boolean expects, Fact... facts) {
        add(at, direction, expects, Arrays.asList(facts), List.of(), null);
        return this;
    }

    private void add(
            String at, Direction direction, boolean expects, List<Fact> facts, List<Promise> promises, @Nullable LocalDate until) {
        events.add(new Event(events.size() + 1L, instant(at), direction, expects, facts, promises, until));
    }

    static Instant instant(String local) {
        return java.time.LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    Dealings dealings() {
        return DealingsReading.read(events, SHANGHAI);
    }

    Assessment assess(String today) {
        Standing standing = new Standing(grade, stage, dealings(), byHand, setAt, away, back, bounce, stageSetAt, kept, doneAt);
        return POLICY.assess(standing, CALENDARS.of(country), LocalDate.parse(today));
    }

    /** What is due that day, the first reason first. */
    List<FollowUp> due(String today) {
        return assess(today).due(LocalDate.parse(today));
    }

    /** The reasons of {@link #due}. */
    List<Reason> reasons(String today) {
        return due(today).stream().map(FollowUp::reason).toList();
    }

    /** What is due or comes next for a reason. */
    Optional<FollowUp> next(Reason reason, String today) {
        return assess(today) instanceof Assessment.Planned it
                ? it.followUps().stream().filter(followUp -> followUp.reason() == reason).findFirst()
                : Optional.empty();
    }

    String day(Reason reason, String today) {
        return next(reason, today).map(it -> it.due().toString()).orElse("-");
    }

    static Fact price() {
        return Fact.of(FactType.PRICE, "USD 0.86/pc").with(FactField.AMOUNT, new BigDecimal("0.86"))
                .with(FactField.CURRENCY, "USD").with(FactField.PER, "pcs");
    }

    static Fact sum(String currency, String amount) {
        return Fact.of(FactType.PRICE, currency + " " + amount).with(FactField.AMOUNT, new BigDecimal(amount)).with(FactField.CURRENCY, currency);
    }

    static Fact sample(String step) {
        return Fact.of(FactType.SAMPLE, "samples").with(FactField.STEP, step);
    }

    static Fact order(String step) {
        return Fact.of(FactType.ORDER, "order").with(FactField.STEP, step);
    }

    static Fact pi(@Nullable String number) {
        return Fact.of(FactType.DOCUMENT, "PI").with(FactField.KIND, "PI").with(FactField.NUMBER, number);
    }

    static Fact paid() {
        return Fact.of(FactType.PAID, "paid");
    }

    static Fact delivery(String day) {
        return Fact.of(FactType.DELIVERY_DATE, day).with(FactField.DATE, LocalDate.parse(day));
    }

    static Fact shipped() {
        return Fact.of(FactType.SHIPMENT, "loaded").with(FactField.STEP, "loaded");
    }

    static Fact of(FactType type) {
        return Fact.of(type, type.id());
    }
}

package org.genjin.daemon.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.followup.Reason;
import org.genjin.daemon.followup.When;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.TimelineEntry;
import org.genjin.daemon.reminder.DueSentence;
import org.genjin.daemon.words.DayWords;
import org.genjin.daemon.words.DocumentWords;
import org.genjin.daemon.words.ReasonWords;
import org.jspecify.annotations.Nullable;

/** Turns what the ledger knows into what a page shows, in its language and zone. Immutable. */
final class Show {

    private final Ui ui;
    private final DueSentence sentence;
    private final ReasonWords reasons;
    private final DocumentWords documents;
    private final DayWords days;
    private final ZoneId zone;
    private final Locale locale;

    Show(Ui ui, Language language, ZoneId zone) {
        this.ui = ui;
        this.sentence = new DueSentence(language);
        this.reasons = new ReasonWords(language);
        this.documents = new DocumentWords(language);
        this.days = new DayWords(language);
        this.zone = zone;
        this.locale = language.locale();
    }

    ReasonWords reasons() {
        return reasons;
    }

    Views.Card card(DueItem it, LocalDate today, Instant at) {
        CustomerRow customer = it.customer();
        boolean late = it.due().isBefore(today);
        DueItem.Evidence evidence = it.evidence();
        return new Views.Card(
                customer.id().toString(), customer.name(), country(customer), customer.grade().name(),
                ui.value("grade", customer.grade().name()), ui.value("stage", customer.stage().id()),
                late ? "overdue" : "today",
                late ? day(it.due()) + " " + ui.text("overdue") : ui.text("due-today"), sentence.why(it), it.action(),
                evidence == null ? "" : evidence.quote(),
                Stream.of(sentence.there(customer, at, zone), sentence.ramadan(it))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining("; ")));
    }

    Views.Row row(CustomerRow it, LocalDate today) {
        Optional<CustomerRow.Next> next = it.next();
        return new Views.Row(
                it.id().toString(), it.name(), country(it), it.grade().name(), ui.value("stage", it.stage().id()),
                ui.value("turn", it.turn().id()), it.turn().id(), state(next, today),
                next.map(due -> day(due.date())).orElse(""),
                next.map(due -> ui.value("reason", due.reason().id())).orElse(""), day(it.lastOut()), day(it.lastIn()),
                it.touches(), it.owner());
    }

    Views.Customer customer(CustomerRow it, LocalDate today, Instant at) {
        Optional<CustomerRow.Next> next = it.next();
        return new Views.Customer(
                it.id().toString(), it.name(), country(it), it.country() == null ? "" : it.country(), it.grade().name(), it.stage().id(),
                ui.value("turn", it.turn().id()), it.turn().id(), sentence.there(it, at, zone), day(it.firstContact()), it.touches(),
                it.owner(), state(next, today), next.map(due -> day(due.date())).orElse(""),
                next.map(due -> ui.value("reason", due.reason().id())).orElse(""),
                next.map(sentence::action).orElse(""),
                next.map(due -> due.reason() == Reason.MANUAL).orElse(false), it.notes());
    }

    Views.Entry entry(TimelineEntry it) {
        List<Views.FileView> files = new ArrayList<>();
        for (TimelineEntry.AttachmentLine file : it.attachments()) {
            files.add(new Views.FileView(
                    file.number(), file.name().isEmpty() ? file.type() : file.name(), file.present(), size(file.size()),
                    documents.say(file.problem())));
        }
        return new Views.Entry(
                it.row(), it.direction().id(), arrow(it.direction()), minute(it.at()),
                ui.value("channel", it.channel().id()), it.who(), it.automatic(), reasons.say(it.why()), it.subject(),
                it.text().strip(), it.quoted().strip(), files);
    }

    DocumentWords documents() {
        return documents;
    }

    String arrow(Direction direction) {
        return direction == Direction.OUT ? "→" : direction == Direction.IN ? "←" : "↔";
    }

    String country(CustomerRow it) {
        return it.country() == null ? "" : Locale.of("", it.country()).getDisplayCountry(locale);
    }

    String countryName(String code) {
        return Locale.of("", code).getDisplayCountry(locale);
    }

    String languageName(String code) {
        return Locale.of(code).getDisplayLanguage(locale);
    }

    String day(@Nullable Instant instant) {
        return instant == null ? "" : day(instant.atZone(zone).toLocalDate());
    }

    String day(LocalDate day) {
        return days.day(day);
    }

    /** A day as somebody types it who reads this page. */
    Optional<LocalDate> typed(String day, LocalDate today) {
        return new When().parse(day, today).or(() -> days.read(day));
    }

    String minute(@Nullable Instant instant) {
        return instant == null ? "" : days.minute(instant.atZone(zone));
    }

    private static String state(Optional<CustomerRow.Next> next, LocalDate today) {
        return next.map(due -> due.date().isBefore(today) ? "overdue" : due.date().equals(today) ? "today" : "").orElse("");
    }

    private static String size(long bytes) {
        if (bytes < 0) {
            return "";
        }
        return bytes < 1000 ? bytes + " B" : bytes < 1_000_000 ? bytes / 1000 + " kB" : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}

package org.genjin.daemon.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.genjin.daemon.calendar.OfficeHours;
import org.genjin.daemon.calendar.SharedDays;
import org.genjin.daemon.customer.Contact;
import org.genjin.daemon.followup.FollowUp;
import org.genjin.daemon.followup.Reason;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.words.HolidayWords;
import org.genjin.daemon.words.Words;
import org.jspecify.annotations.Nullable;

/** Says in a sentence why a customer is due, what to do, and what hour it is there. Immutable. */
public final class DueSentence {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final int MOST_WAYS = 4;

    private final Words words;
    private final HolidayWords holidays;

    public DueSentence(Language language) {
        this.words = Words.of("due", language);
        this.holidays = new HolidayWords(language);
    }

    /** The reason to tell first, and the others after it. */
    public String why(DueItem it) {
        String first = why(it, it.first());
        List<String> others = it.reasons().stream().skip(1).map(due -> why(it, due)).toList();
        return others.isEmpty() ? first : first + words.text("joint") + words.text("also", String.join(words.text("joint"), others));
    }

    /** One of the reasons. */
    public String why(DueItem it, DueItem.Due due) {
        FollowUp followUp = due.followUp();
        Object[] values = {
            due.ageDays() < 0 ? Math.max(0, it.silentDays()) : due.ageDays(), due.overdueDays(), words.bare(it.customer().grade().name()),
            day(followUp.date(), followUp.due()), words.bare(due.address()), followUp.round(), followUp.rounds()
        };
        StringBuilder sentence = new StringBuilder(words.text(key(due), values));
        if (followUp.reason() == Reason.ADDRESS_DEAD) {
            sentence.append(words.text("joint")).append(others(it.customer(), due.address()));
        }
        if (due.overdueDays() > 0) {
            sentence.append(words.text("overdue", values));
        }
        if (followUp.round() > 1) {
            sentence.append(words.text("round", values));
        }
        moved(followUp).ifPresent(sentence::append);
        return sentence.toString();
    }

    private static String key(DueItem.Due it) {
        Reason reason = it.reason();
        boolean open = it.followUp().date() == null && (reason == Reason.PROMISE_OURS || reason == Reason.PROMISE_THEIRS);
        boolean late = reason == Reason.DELIVERY_DUE && it.overdueDays() > 0;
        return reason.id() + (open ? ".open" : late ? ".late" : "");
    }

    /** From when a date was moved, and why; empty if it was not. */
    public Optional<String> moved(FollowUp it) {
        return because(it).map(why -> words.text("moved", "", "", "", day(it.bare(), it.due()), why));
    }

    /** Why a date is not the one that the rule names; empty if it is. */
    public Optional<String> because(FollowUp it) {
        LocalDate back = it.back();
        SharedDays.Rest rest = it.rest();
        if (!it.isMoved() || (back == null && rest == null)) {
            return Optional.empty();
        }
        return Optional.of(back != null ? words.text("rest.away", day(back, it.due())) : rest(rest));
    }

    private String rest(SharedDays.@Nullable Rest it) {
        if (it == null) {
            return "";
        }
        String side = it.side() == SharedDays.Side.OURS || it.country().isEmpty() ? "ours" : "theirs";
        String kind = it.dayOff().isWeekend() ? "weekend" : "holiday";
        return words.text(
                "rest." + side + "." + kind, holidays.country(it.country()),
                holidays.holiday(it.dayOff().name(), it.dayOff().english()));
    }

    private String others(CustomerRow it, String dead) {
        List<String> ways = it.contacts().stream()
                .flatMap(contact -> Stream.of(
                                contact.addresses().stream(), contact.phones().stream(),
                                contact.handles().stream().map(DueSentence::handle))
                        .flatMap(way -> way))
                .filter(way -> !way.equals(dead))
                .limit(MOST_WAYS)
                .map(words::bare)
                .toList();
        return ways.isEmpty() ? words.text("others.none") : words.text("others", ways.stream().collect(Collectors.joining(", ")));
    }

    private static String handle(Contact.Handle it) {
        return it.channel() + " " + it.name();
    }

    /** What to do next: as a person noted, else as the reason says; "" if a person set the day and noted nothing. */
    public String action(CustomerRow.Next it) {
        return !it.action().isEmpty() || it.reason() == Reason.MANUAL ? it.action() : words.text("action." + it.reason().id());
    }

    /** What there may be to do by any reason, in words. */
    public List<String> actions() {
        return Stream.of(Reason.values()).filter(it -> it != Reason.MANUAL).map(it -> words.text("action." + it.id())).toList();
    }

    /** What hour it is there and when both are at work, by {@code ours}; "" if their clock is ours or not known. */
    public String there(CustomerRow it, Instant at, ZoneId ours) {
        ZoneId theirs = it.timeZone();
        if (theirs == null || theirs.getRules().getOffset(at).equals(ours.getRules().getOffset(at))) {
            return "";
        }
        LocalDate today = at.atZone(ours).toLocalDate();
        String clock = words.bare(OfficeHours.clock(theirs, at));
        return OfficeHours.both(theirs, ours, today)
                .map(window -> words.text("window", clock, words.bare(window.toString())))
                .orElseGet(() -> words.text("window.apart", clock, words.bare(OfficeHours.theirs(theirs, ours, today).toString())));
    }

    /** That they fast, if they do; "" else. */
    public String ramadan(DueItem it) {
        return it.ramadan() ? words.text("ramadan") : "";
    }

    public String nobody(LocalDate today) {
        return words.text("nobody", words.bare(today.toString()));
    }

    public String count(LocalDate today, int due) {
        return words.text("count", words.bare(today.toString()), due);
    }

    public String more(int more) {
        return words.text("more", more);
    }

    public String due(LocalDate due) {
        return words.text("due", words.bare(due.toString()));
    }

    /** Without its year where that is the same. */
    private String day(@Nullable LocalDate it, LocalDate beside) {
        return it == null ? "" : words.bare(it.getYear() == beside.getYear() ? DAY.format(it) : it.toString());
    }
}

package org.genjin.daemon.reading.when;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Parts of one date, in whatever order a language says them: 'Tuesday of next week', 下周二, nächste Woche Dienstag. */
final class Grouping {

    private final @Nullable LocalDate today;
    private @Nullable Piece date;
    private int weekday;
    private int month;
    private int plus = Integer.MIN_VALUE;
    private int unit;
    private int next;
    private int weekNumber;
    private int dayOfMonth;
    private Atom.@Nullable Kind part;
    private boolean running;
    private boolean past;
    private boolean close;
    private boolean trailingNext;

    Grouping(@Nullable LocalDate today) {
        this.today = today;
    }

    /**
     * Whether a further part may belong to it.
     *
     * @param comma whether a comma stands between
     * @param by whether such a word as 'by' stands between
     */
    boolean takes(Piece piece, boolean comma, boolean by) {
        boolean whole = date != null || plus != Integer.MIN_VALUE;
        if (piece.date() != null) {
            return date == null && month == 0 && dayOfMonth == 0 && unit == 0 && !by && next == 0 && part == null;
        }
        if (piece.kind() == null) {
            return false;
        }
        if (comma) {
            return switch (piece.kind()) {
                case DAY -> weekday == 0 && (whole || (unit == Units.WEEK && (next > 0 || running)));
                case PLUS, DAYMARK -> weekday > 0 && !whole;
                case NEXT, THIS -> weekday > 0 && !whole && next == 0;
                default -> false;
            };
        }
        return switch (piece.kind()) {
            case DAY -> weekday == 0 && !by && (month == 0 || date != null) && dayOfMonth == 0;
            case MONTH -> month == 0 && weekday == 0 && !whole && (unit == 0 || (unit == Units.MONTH && next == 0)) && !by;
            case PLUS -> !whole && weekday == 0 && !by && unit == 0 && month == 0;
            case UNIT -> unit == 0 && month == 0 && !whole && (piece.value() <= Units.YEAR);
            case NEXT, FOLLOWING, THIS, LAST -> !whole && month == 0 && !(by && weekday == 0);
            case EARLY, MID, END -> part == null && !whole && !by;
            case CLOSE -> !close && !by;
            case DAYMARK -> dayOfMonth == 0 && !whole && !by && (unit == Units.MONTH || (weekday > 0 && unit == 0));
            case WEEKNUMBER -> weekNumber == 0 && !whole && month == 0 && unit == 0 && !by;
            default -> false;
        };
    }

    void add(Piece piece) {
        if (piece.date() != null) {
            date = piece;
            return;
        }
        if (piece.kind() == null) {
            return;
        }
        switch (piece.kind()) {
            case DAY -> weekday = piece.value();
            case MONTH -> month = piece.value();
            case PLUS -> plus = piece.value();
            case UNIT -> {
                unit = piece.value();
                trailingNext = false;
            }
            case NEXT -> {
                next++;
                trailingNext = weekday > 0 && unit == 0;
            }
            case FOLLOWING -> next++;
            case THIS -> running = true;
            case LAST -> past = true;
            case EARLY, MID, END -> part = piece.kind();
            case CLOSE -> close = true;
            case WEEKNUMBER -> weekNumber = piece.value();
            case DAYMARK -> dayOfMonth = piece.value();
            default -> {}
        }
    }

    /** Whether it is said to be over. */
    boolean past() {
        return past;
    }

    /** @param borne whether such a word as 'of' or 'dated' stands before it; null if the parts make no date */
    @Nullable SaidDate date(int from, int to, boolean borne) {
        if (date != null && date.date() != null && date.last() != null) {
            boolean range = !date.last().equals(date.date());
            return new SaidDate(date.date(), date.last(), borne && !range ? SaidDate.Shape.BORNE : SaidDate.Shape.DAY, from, to);
        }
        if (today == null || past) {
            return null;
        }
        if (weekNumber > 0) {
            return day(numberedWeek(today), SaidDate.Shape.PART, from, to);
        }
        if (dayOfMonth > 0) {
            return day(dayOfMonth(today), SaidDate.Shape.DAY, from, to);
        }
        if (plus != Integer.MIN_VALUE) {
            return day(today.plusDays(plus), SaidDate.Shape.DAY, from, to);
        }
        if (weekday > 0) {
            return day(weekday(today), SaidDate.Shape.DAY, from, to);
        }
        if (month > 0) {
            return month(today, from, to);
        }
        if (unit > 0) {
            return period(today, borne, from, to);
        }
        return close ? day(today, SaidDate.Shape.DAY, from, to) : null;
    }

    private static SaidDate day(LocalDate day, SaidDate.Shape shape, int from, int to) {
        return new SaidDate(day, day, shape, from, to);
    }

    private LocalDate weekday(LocalDate today) {
        DayOfWeek day = DayOfWeek.of(weekday);
        boolean following = next > 0 && !trailingNext && (unit == 0 || unit == Units.WEEK);
        if (following) {
            return monday(today).plusWeeks(next).with(TemporalAdjusters.nextOrSame(day));
        }
        if (running) {
            LocalDate thisWeeks = monday(today).with(TemporalAdjusters.nextOrSame(day));
            return thisWeeks.isBefore(today) ? thisWeeks.plusWeeks(1) : thisWeeks;
        }
        return today.with(TemporalAdjusters.next(day));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private LocalDate numberedWeek(LocalDate today) {
        LocalDate week = monday(today.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Math.min(52, weekNumber)));
        LocalDate day = inWeek(weekNumber == 53 ? week.plusWeeks(1) : week);
        return day.isBefore(today) ? inWeek(monday(today.plusYears(1).with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Math.min(52, weekNumber)))) : day;
    }

    private LocalDate inWeek(LocalDate monday) {
        if (weekday > 0) {
            return monday.plusDays(weekday - 1L);
        }
        return part == Atom.Kind.EARLY ? monday : monday.plusDays(part == Atom.Kind.MID ? 2 : 4);
    }

    private LocalDate dayOfMonth(LocalDate today) {
        YearMonth within = YearMonth.from(today).plusMonths(next);
        LocalDate day = within.atDay(Math.min(dayOfMonth, within.lengthOfMonth()));
        if (!day.isBefore(today)) {
            return day;
        }
        YearMonth later = within.plusMonths(1);
        return later.atDay(Math.min(dayOfMonth, later.lengthOfMonth()));
    }

    private SaidDate month(LocalDate today, int from, int to) {
        YearMonth said = YearMonth.of(today.getYear(), Month.of(month));
        YearMonth due = inMonth(said).isBefore(today) ? said.plusYears(1) : said;
        return part == null
                ? new SaidDate(due.atDay(1), due.atEndOfMonth(), SaidDate.Shape.PERIOD, from, to)
                : day(inMonth(due), SaidDate.Shape.PART, from, to);
    }

    private LocalDate inMonth(YearMonth said) {
        if (part == Atom.Kind.EARLY) {
            return said.atDay(1);
        }
        return part == Atom.Kind.MID ? said.atDay(15) : said.atEndOfMonth();
    }

    private @Nullable SaidDate period(LocalDate today, boolean borne, int from, int to) {
        // 'Next year' is too long a time to be due in.
        boolean told = part != null || close || (unit != Units.YEAR && (next > 0 || running));
        if (!told) {
            return null;
        }
        LocalDate due = periodDay(today, next);
        if (due == null) {
            return null;
        }
        LocalDate day = due.isBefore(today) ? periodDay(today, next + 1) : due;
        SaidDate.Shape whole = borne ? SaidDate.Shape.BORNE : SaidDate.Shape.PERIOD;
        SaidDate.Shape shape = part == null && unit != Units.DAY && unit != Units.WORKING_DAY ? whole : SaidDate.Shape.PART;
        return day == null ? null : day(day, shape, from, to);
    }

    private @Nullable LocalDate periodDay(LocalDate today, int ahead) {
        return switch (unit) {
            case Units.DAY -> today.plusDays(ahead);
            case Units.WORKING_DAY -> Calendar.plusWorkingDays(today, ahead);
            case Units.WEEK -> inWeek(monday(today).plusWeeks(ahead));
            case Units.MONTH -> inMonth(YearMonth.from(today).plusMonths(ahead));
            case Units.QUARTER -> {
                YearMonth first = YearMonth.of(today.getYear(), today.getMonth().firstMonthOfQuarter()).plusMonths(3L * ahead);
                yield part == Atom.Kind.EARLY ? first.atDay(1) : first.plusMonths(2).atEndOfMonth();
            }
            case Units.YEAR -> {
                int year = today.getYear() + ahead;
                yield part == Atom.Kind.EARLY ? LocalDate.of(year, 1, 1) : part == Atom.Kind.MID ? LocalDate.of(year, 7, 1) : LocalDate.of(year, 12, 31);
            }
            default -> null;
        };
    }
}

package org.genjin.daemon.report;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.genjin.config.Language;
import org.genjin.connectors.Channel;
import org.genjin.daemon.figure.Figure;
import org.genjin.daemon.figure.Origin;
import org.genjin.daemon.figure.Value;
import org.genjin.daemon.report.Report.By;
import org.genjin.daemon.words.HolidayWords;
import org.genjin.daemon.words.Words;

/** Says figures in a language, for page, mail, workbook and command line alike. Immutable. */
public final class ReportWords {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final int TEN = 10;
    private static final String LEFT_TO_RIGHT = "\u2066";
    private static final String END = "\u2069";

    private final Words words;
    private final Words values;
    private final HolidayWords countries;

    public ReportWords(Language language) {
        this.words = Words.of("report", language);
        this.values = Words.of("customer", language);
        this.countries = new HolidayWords(language);
    }

    public String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    public Language language() {
        return words.language();
    }

    public boolean isRightToLeft() {
        return words.isRightToLeft();
    }

    public String name(Figure figure) {
        return words.text("name." + figure.id());
    }

    /** How it is worked out. */
    public String formula(Figure figure) {
        return words.text("formula." + figure.id());
    }

    /** Such as {@code 87 %}, {@code 3.5 h}, or that there is not enough to tell. */
    public String value(Figure figure, Value value) {
        return switch (value) {
            case Value.TooFew(int cases) -> words.text("few." + figure.of().id(), cases);
            case Value.Known(double number, int _) -> switch (figure.unit()) {
                case SHARE -> NumberFormat.getPercentInstance(words.language().locale()).format(number);
                case WORKING_TIME -> words.text("value.working-time", number(number, number < TEN ? 1 : 0));
                case DAYS -> words.text("value.days", number(number, 0), Math.round(number));
                case COUNT -> number(number, 0);
            };
        };
    }

    private String number(double number, int digits) {
        NumberFormat format = NumberFormat.getInstance(words.language().locale());
        format.setMaximumFractionDigits(digits);
        return format.format(number);
    }

    /** A number without its unit, rounded to a whole. */
    public String bare(double number) {
        return number(number, 0);
    }

    /** What a number of that figure is in: {@code %}, {@code h}; "" for a count. */
    public String unit(Figure figure) {
        return switch (figure.unit()) {
            case SHARE -> "%";
            case WORKING_TIME -> words.text("value.working-time", "").strip();
            case DAYS -> words.text("value.days", "", 2).strip();
            case COUNT -> "";
        };
    }

    /** Of what it is made, such as {@code 34 questions}; "" for what is a count itself. */
    public String madeOf(Figure figure, Value value) {
        return figure.unit() == Figure.Unit.COUNT ? "" : words.text("of." + figure.of().id(), value.cases());
    }

    public String by(By by) {
        return switch (by) {
            case By.Country(String code) -> code == null ? words.text("unknown") : countries.country(code);
            case By.Graded graded -> graded.grade().name();
            case By.From from -> origin(from.origin());
        };
    }

    private String origin(Origin origin) {
        return switch (origin) {
            case Origin.Place(String name) -> words.has("origin." + name) ? words.text("origin." + name) : name;
            case Origin.TheyWrote(Channel channel) -> words.text("origin.they", channel(channel));
            case Origin.WeWrote(Channel channel) -> words.text("origin.we", channel(channel));
            case Origin.Unknown _ -> words.text("unknown");
        };
    }

    private String channel(Channel channel) {
        String key = "channel." + channel.id();
        return values.has(key) ? values.text(key) : channel.id();
    }

    /** From Monday to Sunday, such as {@code 03-16–03-22}. */
    public String week(LocalDate monday) {
        String days = day(monday) + "\u2013" + day(monday.plusDays(6));
        return isRightToLeft() ? LEFT_TO_RIGHT + days + END : days;
    }

    /** Month and day, as all languages here can read them. */
    public String day(LocalDate day) {
        return SHORT.format(day);
    }
}

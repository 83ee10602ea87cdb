package org.genjin.daemon.words;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.genjin.config.Language;

/**
 * Days as a language writes them (CLDR): {@code 26.11.2026} in German, {@code 2026/11/26} in Chinese. Hours are those of a
 * timetable, and digits the same everywhere. Immutable.
 */
public final class DayWords {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    /** With a year of two digits nobody knows the century, or which of the numbers it is. */
    private static final int FIRST_YEAR = 1000;

    private final DateTimeFormatter written;
    private final DateTimeFormatter typed;

    public DayWords(Language language) {
        // English is read on both sides of the Atlantic, where 03/04 is not the same day: the month is a word.
        Locale locale = language == Language.EN ? Locale.forLanguageTag("en-001") : language.locale();
        String pattern = language == Language.EN
                ? DateTimeFormatterBuilder.getLocalizedDateTimePattern(FormatStyle.MEDIUM, null, IsoChronology.INSTANCE, locale)
                : DateTimeFormatterBuilder.getLocalizedDateTimePattern("yMd", IsoChronology.INSTANCE, locale);
        this.written = DateTimeFormatter.ofPattern(pattern, locale);
        this.typed = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(withoutMarks(pattern).replaceAll("dd", "d").replaceAll("\\bMM\\b", "M"))
                .toFormatter(locale);
    }

    public String day(LocalDate day) {
        String text = written.format(day);
        // With marks of a direction in it, it would turn round what stands beside it.
        return text.equals(withoutMarks(text)) ? text : Text.isolated(text);
    }

    public String minute(ZonedDateTime at) {
        return day(at.toLocalDate()) + " " + CLOCK.format(at);
    }

    /** Reads a day that is written as here; empty if it is not, or names none. */
    public Optional<LocalDate> read(String text) {
        try {
            return Optional.of(LocalDate.parse(withoutMarks(text).strip(), typed)).filter(it -> it.getYear() >= FIRST_YEAR);
        } catch (DateTimeParseException e) {
            return Optional.empty(); // named in another way
        }
    }

    private static String withoutMarks(String text) {
        return text.replaceAll("\\p{Cf}", "");
    }
}

package org.genjin.daemon.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which days are worked on, where. */
class CalendarsTest {

    private final Calendars calendars = new Calendars();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            CN | 2026-02-14 | -               | a Saturday worked on for the Spring Festival
            CN | 2026-02-17 | spring-festival |
            CN | 2026-02-23 | spring-festival | the last free day
            CN | 2026-02-28 | -               |
            CN | 2026-10-10 | -               | a Saturday worked on for the National Day
            CN | 2026-10-11 | weekend         |
            CN | 2027-02-06 | spring-festival | estimated
            SA | 2026-03-06 | weekend         | a Friday
            SA | 2026-03-08 | -               | a Sunday
            SA | 2026-03-20 | eid-al-fitr     |
            SA | 2026-05-27 | eid-al-adha     |
            AE | 2026-03-06 | -               | Fridays are worked on there
            AE | 2026-03-07 | weekend         |
            IL | 2026-03-06 | weekend         |
            NP | 2026-03-08 | -               | they rest on Saturday only
            KR | 2026-09-25 | chuseok         |
            KR | 2026-10-05 | foundation-day  | for the Saturday
            TW | 2026-02-20 | spring-festival |
            TH | 2026-04-14 | songkran        |
            ID | 2026-03-23 | eid-al-fitr     |
            MY | 2026-08-31 | national-day    |
            VN | 2026-02-18 | lunar-new-year  |
            JP | 2026-09-22 | national-day    | between two holidays
            DE | 2026-10-03 | german-unity    | from the library
            DE | 2026-04-03 | good-friday     |
            DE | 2026-04-06 | easter-monday   |
            US | 2026-11-26 | thanksgiving    |
            BR | 2026-02-16 | carnival        |
            LB | 2026-04-03 | good-friday     | by our own reckoning of Easter
            TR | 2026-05-29 | eid-al-adha     | the third day
            """)
    void holidaysWeekendsAndWorkingSaturdays(String country, LocalDate day, String off, String remark) {
        assertThat(calendars.of(country).dayOff(day).map(DayOff::name).orElse(null)).as(remark).isEqualTo(off);
    }

    @Test
    void ofACountryThatNothingIsKnownOfSaturdayAndSundayAreFree() {
        assertThat(calendars.of(null).isWorkingDay(LocalDate.parse("2026-12-25"))).isTrue();
        assertThat(calendars.of("XX").isWorkingDay(LocalDate.parse("2026-03-07"))).isFalse();
    }

    @Test
    void ourOwnDaysAreThoseThatWeWorkOnAndTheCountrysWorkingSaturdays() {
        CountryCalendar ours = calendars.of("CN").workingOn(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        assertThat(ours.plus(LocalDate.parse("2026-02-13"), 1)).isEqualTo(LocalDate.parse("2026-02-14"));
        assertThat(ours.plus(LocalDate.parse("2026-02-14"), 1)).isEqualTo(LocalDate.parse("2026-02-24"));
        assertThat(ours.minus(LocalDate.parse("2026-02-24"), 1)).isEqualTo(LocalDate.parse("2026-02-14"));
        assertThat(ours.between(LocalDate.parse("2026-02-13"), LocalDate.parse("2026-02-24"))).isEqualTo(2);
    }

    @Test
    void ramadanIsKnownWhereItIsKept() {
        assertThat(calendars.of("SA").isRamadan(LocalDate.parse("2026-02-18"))).isTrue();
        assertThat(calendars.of("SA").isRamadan(LocalDate.parse("2026-03-19"))).isTrue();
        assertThat(calendars.of("SA").isRamadan(LocalDate.parse("2026-03-20"))).isFalse();
        assertThat(calendars.of("DE").isRamadan(LocalDate.parse("2026-02-18"))).isFalse();
    }

    @Test
    void easterIsReckonedForEveryYear() {
        Map<Integer, String> sundays = Map.of(2008, "2008-03-23", 2011, "2011-04-24", 2019, "2019-04-21", 2026, "2026-04-05", 2027, "2027-03-28",
                2038, "2038-04-25", 2076, "2076-04-19", 2285, "2285-03-22");
        sundays.forEach((year, day) -> assertThat(new DayRule.Easter(0).in(java.time.Year.of(year))).containsExactly(LocalDate.parse(day)));
    }

    @Test
    void bothSidesRestIsToldByTheHolidayThatTellsMore() {
        SharedDays days = new SharedDays(calendars.of("CN"), calendars.of("SA"));
        SharedDays.Found eid = days.onOrAfter(LocalDate.parse("2026-03-20"));
        assertThat(eid.day()).isEqualTo(LocalDate.parse("2026-03-23"));
        assertThat(eid.rest()).isEqualTo(new SharedDays.Rest(SharedDays.Side.THEIRS, "SA", DayOff.named("eid-al-fitr")));
        assertThat(days.onOrBefore(LocalDate.parse("2026-03-07"), LocalDate.parse("2026-03-01")).day()).isEqualTo(LocalDate.parse("2026-03-05"));
        assertThat(days.onOrBefore(LocalDate.parse("2026-03-07"), LocalDate.parse("2026-03-06")).day())
                .as("not before it was promised").isEqualTo(LocalDate.parse("2026-03-09"));
    }

    @Test
    void aLineThatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> new CalendarFile(List.of("2026-02-30 nothing"))).hasMessageContaining("2026-02-30 nothing");
        assertThatThrownBy(() -> new CalendarFile(List.of("weekend BLUE"))).hasMessageContaining("BLUE");
    }

    @Test
    void everyFileOfACountryCanBeReadAndLeavesEnoughToWork() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(CalendarsTest.class.getResource("/calendar/CN.txt"));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()).getParent())) {
            List<String> countries = files.map(it -> it.getFileName().toString())
                    .filter(it -> it.matches("[A-Z]{2}\\.txt"))
                    .map(it -> it.substring(0, 2))
                    .toList();
            assertThat(countries).hasSizeGreaterThan(50);
            for (String it : countries) {
                for (int year : new int[] {2026, 2027}) {
                    int worked = calendars.of(it).between(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31));
                    assertThat(worked).as(it + " " + year).isBetween(225, 312);
                }
            }
        }
    }
}

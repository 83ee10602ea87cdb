package org.genjin.daemon.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.genjin.daemon.calendar.CustomerZone.Hints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hour it is there, and when both sides are at work. */
class ClocksTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(delimiter = '|', textBlock = """
            +12125550123    | US | America/New_York
            +13105550123    | US | America/Los_Angeles
            +13125550123    | US | America/Chicago
            +14165550123    | CA | America/Toronto
            +61298765432    | AU | Australia/Sydney
            +551133334444   | BR | America/Sao_Paulo
            +74232222222    | RU | Asia/Vladivostok
            """)
    void aTelephoneNumberTellsTheZoneInAWideCountry(String phone, String country, String zone) {
        assertThat(CustomerZone.of(country, new Hints(List.of(PhoneZones.of(phone)), null, null))).contains(ZoneId.of(zone));
    }

    @Test
    void theClockOfTheirMailsTellsItWhereNoTelephoneDoes() {
        Instant winter = Instant.parse("2026-01-12T15:00:00Z");
        assertThat(CustomerZone.of("US", new Hints(List.of(), ZoneOffset.ofHours(-8), winter))).contains(ZoneId.of("America/Los_Angeles"));
        assertThat(CustomerZone.of("US", new Hints(List.of(), ZoneOffset.ofHours(2), winter))).as("a traveller").isEmpty();
        assertThat(CustomerZone.of("AU", new Hints(List.of(PhoneZones.of("+61892221234")), ZoneOffset.ofHours(8), winter)))
                .as("one of the two that the number may belong to").contains(ZoneId.of("Australia/Perth"));
        assertThat(CustomerZone.of("US", Hints.NONE)).as("never guessed").isEmpty();
        assertThat(CustomerZone.of(null, new Hints(List.of(), ZoneOffset.ofHours(-5), winter))).contains(ZoneOffset.ofHours(-5));
        assertThat(CustomerZone.of(null, new Hints(List.of(), ZoneOffset.UTC, winter))).as("many programs write UTC").isEmpty();
        assertThat(CustomerZone.of("DE", new Hints(List.of(), ZoneOffset.ofHours(8), winter))).contains(BERLIN);
    }

    @Test
    void bothAreAtWorkInTheAfternoonHereAndTheMorningThere() {
        assertThat(OfficeHours.both(BERLIN, SHANGHAI, LocalDate.parse("2026-03-02"))).hasToString("Optional[16:00–18:00]");
        assertThat(OfficeHours.both(NEW_YORK, SHANGHAI, LocalDate.parse("2026-03-02"))).as("never together").isEmpty();
        assertThat(OfficeHours.theirs(NEW_YORK, SHANGHAI, LocalDate.parse("2026-03-02"))).hasToString("22:00–07:00");
        assertThat(OfficeHours.both(ZoneId.of("America/Los_Angeles"), SHANGHAI, LocalDate.parse("2026-03-02")))
                .as("their afternoon is our morning").hasToString("Optional[09:00–10:00]");
    }

    @Test
    void clocksThatArePutForwardOnEitherSideMoveTheWindowOnThatDay() {
        assertThat(OfficeHours.both(BERLIN, SHANGHAI, LocalDate.parse("2026-03-27"))).hasToString("Optional[16:00–18:00]");
        assertThat(OfficeHours.both(BERLIN, SHANGHAI, LocalDate.parse("2026-03-30"))).hasToString("Optional[15:00–18:00]");
        // America changes three weeks before Europe.
        assertThat(OfficeHours.both(NEW_YORK, BERLIN, LocalDate.parse("2026-03-06"))).hasToString("Optional[15:00–18:00]");
        assertThat(OfficeHours.both(NEW_YORK, BERLIN, LocalDate.parse("2026-03-10"))).hasToString("Optional[14:00–18:00]");
        assertThat(OfficeHours.both(NEW_YORK, BERLIN, LocalDate.parse("2026-03-31"))).hasToString("Optional[15:00–18:00]");
    }
}

package org.genjin.daemon.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.genjin.config.Language;
import org.junit.jupiter.api.Test;

/** How far a reading is, how fast, and how long it will take. */
class HeadwayTest {

    private static final Instant BEGUN = Instant.parse("2026-03-02T09:00:00Z");
    private final SourceWording english = new SourceWording(Language.EN, ZoneOffset.UTC);

    private static Headway after(Duration taken, long settled, long read, long remaining) {
        return new Headway(BEGUN, BEGUN.plus(taken), settled, read, remaining);
    }

    @Test
    void theRateOfThisReadingTellsHowLongTheRestTakes() {
        Headway half = after(Duration.ofMinutes(1), 0, 6000, 12_000);
        assertThat(half.rate()).isEqualTo(100);
        assertThat(half.left()).contains(Duration.ofMinutes(2));
        assertThat(half.percent()).isEqualTo(OptionalInt.of(33));
        assertThat(english.progress(half)).isEqualTo("reading 33 %, about 2 min left (6,000 of 18,000, 100 a second)");
    }

    @Test
    void whatEarlierReadingsDidCountsAsReadButNotForTheRate() {
        Headway resumed = after(Duration.ofSeconds(10), 90_000, 1000, 9000);
        assertThat(resumed.percent()).isEqualTo(OptionalInt.of(91));
        assertThat(resumed.left()).contains(Duration.ofSeconds(90));
    }

    @Test
    void aHundredPercentIsSaidOnlyWhenAllIsRead() {
        assertThat(after(Duration.ofMinutes(1), 0, 99_999, 1).percent()).isEqualTo(OptionalInt.of(99));
        assertThat(after(Duration.ofMinutes(1), 0, 100_000, 0).percent()).isEqualTo(OptionalInt.of(100));
    }

    @Test
    void nothingIsMadeUpWhileNothingIsKnown() {
        Headway file = after(Duration.ofSeconds(30), 0, 3000, -1);
        assertThat(file.percent()).isEmpty();
        assertThat(file.left()).isEmpty();
        assertThat(english.progress(file)).isEqualTo("reading, 3,000 read, 100 a second");
        assertThat(after(Duration.ZERO, 0, 100, 900).left()).as("just begun").isEmpty();
        assertThat(english.headway(after(Duration.ZERO, 0, 100, 900))).isEqualTo("reading 10 %");
        assertThat(after(Duration.ZERO, 0, 0, 0).percent()).as("an empty mailbox").isEmpty();
    }

    @Test
    void severalReadingsSideBySideAreSummedUp() {
        Headway both = Headway.together(List.of(after(Duration.ofSeconds(10), 5, 100, 50), after(Duration.ofSeconds(20), 0, 300, 150)));
        assertThat(both).isEqualTo(after(Duration.ofSeconds(20), 5, 400, 200));
        assertThat(Headway.together(List.of(both, after(Duration.ofSeconds(1), 0, 1, -1))).remaining()).isEqualTo(-1);
    }

    @Test
    void timeIsSaidAsPeopleSayIt() {
        assertThat(english.duration(Duration.ofSeconds(40))).isEqualTo("40 s");
        assertThat(english.duration(Duration.ofSeconds(230))).isEqualTo("4 min");
        assertThat(english.duration(Duration.ofHours(3))).isEqualTo("3 h");
        assertThat(new SourceWording(Language.ZH_CN, ZoneOffset.UTC).headway(after(Duration.ofMinutes(1), 0, 6200, 3800)))
                .isEqualTo("读取中 62 %，约剩 37 秒");
    }
}

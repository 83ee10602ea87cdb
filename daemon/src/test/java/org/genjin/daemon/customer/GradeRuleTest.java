package org.genjin.daemon.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.customer.GradeRule.Proposed;
import org.genjin.daemon.customer.GradeRule.Rhythm;
import org.genjin.daemon.customer.GradeRule.Why;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;
import org.junit.jupiter.api.Test;

class GradeRuleTest {

    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");
    private static final Rhythm QUIET = new Rhythm(NOW.minus(Duration.ofDays(20)), NOW.minus(Duration.ofDays(21)), null, 0);

    private static final GradeRule.Thresholds THRESHOLDS = new GradeRule.Thresholds(
            5, BigDecimal.valueOf(100_000), Duration.ofDays(730), Duration.ofDays(180), Duration.ofDays(2), Duration.ofDays(180));

    private final List<SpokenFact> said = new ArrayList<>();

    @Test
    void whoOrderedOnceIsAnA() {
        says(100, Direction.IN, order("placed"));
        assertThat(grade(QUIET)).extracting(Proposed::grade, Proposed::why).containsExactly(Grade.A, Why.ORDERED);
    }

    @Test
    void placingConfirmingAndPayingOneOrderIsOneOrder() {
        says(100, Direction.IN, order("placed"));
        says(99, Direction.OUT, order("confirmed"));
        says(95, Direction.IN, Fact.of(FactType.PAID, "paid"));
        assertThat(grade(QUIET).detail()).isEqualTo("1");
    }

    @Test
    void fiveOrdersInTwoYearsMakeAnS() {
        for (int days : new int[] {400, 300, 200, 100, 40}) {
            says(days, Direction.IN, order("placed"));
        }
        assertThat(grade(QUIET)).extracting(Proposed::grade, Proposed::why, Proposed::detail)
                .containsExactly(Grade.S, Why.ORDERS, "5");
    }

    @Test
    void oneLargePaymentMakesAnSAndNamesTheSum() {
        says(30, Direction.IN, paid(120_000));
        assertThat(grade(QUIET)).extracting(Proposed::grade, Proposed::detail).containsExactly(Grade.S, "USD 120000");
    }

    @Test
    void aSumNamedByBothSidesIsPaidOnce() {
        says(30, Direction.IN, paid(60_000));
        says(30, Direction.OUT, paid(60_000));
        assertThat(grade(QUIET).grade()).isEqualTo(Grade.A);
    }

    @Test
    void anOrderOfThreeYearsAgoNoLongerCounts() {
        says(1100, Direction.IN, order("placed"));
        assertThat(grade(QUIET).grade()).isEqualTo(Grade.C);
    }

    @Test
    void aQuotationOrASampleOfLateIsAB() {
        says(30, Direction.OUT, Fact.of(FactType.PRICE, "USD 2"));
        assertThat(grade(QUIET)).extracting(Proposed::grade, Proposed::why).containsExactly(Grade.B, Why.QUOTED);
        says(20, Direction.IN, Fact.of(FactType.SAMPLE, "sample please").with(FactField.STEP, "asked"));
        assertThat(grade(QUIET).why()).isEqualTo(Why.SAMPLE);
    }

    @Test
    void whoInquiresAndAnswersWithinTwoDaysIsABBeforeWeQuoted() {
        says(5, Direction.IN, Fact.of(FactType.RFQ, "your best price?"));
        Rhythm quick = new Rhythm(NOW.minus(Duration.ofDays(2)), NOW.minus(Duration.ofDays(3)), Duration.ofHours(20), 0);
        assertThat(grade(quick).grade()).isEqualTo(Grade.B);
        assertThat(grade(QUIET).grade()).isEqualTo(Grade.C);
    }

    @Test
    void whoDidNotAnswerForHalfAYearIsAnE() {
        Rhythm silent = new Rhythm(NOW.minus(Duration.ofDays(300)), NOW.minus(Duration.ofDays(40)), null, 4);
        assertThat(grade(silent)).extracting(Proposed::grade, Proposed::why, Proposed::detail)
                .containsExactly(Grade.E, Why.UNANSWERED, "4");
    }

    @Test
    void whoDeclinedLongAgoIsAnEUnlessTheyCameBack() {
        says(400, Direction.IN, Fact.of(FactType.DECLINE, "no need"));
        assertThat(grade(QUIET).grade()).isEqualTo(Grade.E);
        says(10, Direction.IN, Fact.of(FactType.TARGET_PRICE, "we need 1.90"));
        assertThat(grade(QUIET).grade()).isEqualTo(Grade.B);
    }

    private Proposed grade(Rhythm rhythm) {
        return new GradeRule(THRESHOLDS).grade(said, rhythm, NOW);
    }

    private void says(int daysAgo, Direction direction, Fact fact) {
        said.add(new SpokenFact(NOW.minus(Duration.ofDays(daysAgo)), direction, fact, daysAgo));
    }

    private static Fact order(String step) {
        return Fact.of(FactType.ORDER, "the order").with(FactField.STEP, step);
    }

    private static Fact paid(int amount) {
        return Fact.of(FactType.PAID, "paid").with(FactField.AMOUNT, BigDecimal.valueOf(amount)).with(FactField.CURRENCY, "USD");
    }
}

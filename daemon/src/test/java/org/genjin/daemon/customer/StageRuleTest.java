package org.genjin.daemon.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;
import org.junit.jupiter.api.Test;

class StageRuleTest {

    private static final Instant FIRST = Instant.parse("2026-03-02T08:00:00Z");

    private final List<SpokenFact> said = new ArrayList<>();

    @Test
    void wordsInBothDirectionsAreContactAndNothingMore() {
        assertThat(StageRule.stage(List.of(), true).stage()).isEqualTo(Stage.CONTACTED);
        assertThat(StageRule.stage(List.of(), false).stage()).isEqualTo(Stage.NEW);
    }

    @Test
    void anOrderGoesThroughAllStagesAndTheNextInquiryIsRepeatedBusiness() {
        assertThat(stages(
                        theirs(FactType.RFQ), ours(FactType.PRICE), step(Direction.IN, FactType.SAMPLE, "asked"),
                        theirs(FactType.TARGET_PRICE), kind("PI"), theirs(FactType.PAID),
                        step(Direction.OUT, FactType.SHIPMENT, "loaded"), theirs(FactType.RFQ)))
                .containsExactly(
                        Stage.NEW, Stage.QUOTED, Stage.SAMPLING, Stage.NEGOTIATING, Stage.PI_SENT, Stage.WON, Stage.SHIPPED,
                        Stage.REPEAT);
    }

    @Test
    void aPriceSaidOnceMoreAfterTheSamplesDoesNotLeadBackToTheQuotation() {
        assertThat(stages(ours(FactType.PRICE), step(Direction.OUT, FactType.SAMPLE, "sent"), ours(FactType.PRICE)))
                .containsExactly(Stage.QUOTED, Stage.SAMPLING, Stage.SAMPLING);
    }

    @Test
    void aPriceThatTheyNameIsNoQuotationOfOurs() {
        assertThat(stages(theirs(FactType.RFQ), theirs(FactType.PRICE))).containsExactly(Stage.NEW, Stage.NEW);
    }

    @Test
    void sendingSamplesByCourierIsNoShipmentOfTheGoods() {
        SpokenFact sent = step(Direction.OUT, FactType.SAMPLE, "sent");
        said.add(sent);
        said.add(new SpokenFact(sent.at(), Direction.OUT, Fact.of(FactType.TRACKING, "DHL 12"), sent.message()));
        assertThat(StageRule.stage(said, true).stage()).isEqualTo(Stage.SAMPLING);
    }

    @Test
    void whoDeclinedIsLostUntilTheyAskAgain() {
        assertThat(stages(ours(FactType.PRICE), theirs(FactType.DECLINE), theirs(FactType.RFQ)))
                .containsExactly(Stage.QUOTED, Stage.LOST, Stage.NEW);
    }

    @Test
    void aCancelledOrderIsOpenToTalkAgain() {
        assertThat(stages(step(Direction.IN, FactType.ORDER, "placed"), step(Direction.IN, FactType.ORDER, "cancelled")))
                .containsExactly(Stage.WON, Stage.NEGOTIATING);
    }

    @Test
    void theStageNamesTheWordsOnWhichItMovedLast() {
        SpokenFact price = ours(FactType.PRICE);
        said.addAll(List.of(theirs(FactType.RFQ), price, ours(FactType.PRICE)));
        assertThat(StageRule.stage(said, true).because()).contains(price);
    }

    private List<Stage> stages(SpokenFact... facts) {
        List<Stage> stages = new ArrayList<>();
        for (SpokenFact it : facts) {
            said.add(it);
            stages.add(StageRule.stage(said, true).stage());
        }
        return stages;
    }

    private SpokenFact theirs(FactType type) {
        return spoken(Direction.IN, Fact.of(type, "so they said"));
    }

    private SpokenFact ours(FactType type) {
        return spoken(Direction.OUT, Fact.of(type, "so we said"));
    }

    private SpokenFact step(Direction direction, FactType type, String step) {
        return spoken(direction, Fact.of(type, "so it was said").with(FactField.STEP, step));
    }

    private SpokenFact kind(String kind) {
        return spoken(Direction.OUT, Fact.of(FactType.DOCUMENT, "attached").with(FactField.KIND, kind));
    }

    private int spoken;

    private SpokenFact spoken(Direction direction, Fact fact) {
        spoken++;
        return new SpokenFact(FIRST.plus(Duration.ofDays(spoken)), direction, fact, spoken);
    }
}

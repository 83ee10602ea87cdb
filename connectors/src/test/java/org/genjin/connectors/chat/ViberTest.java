package org.genjin.connectors.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Viber's mailed history, in the layout that is known of it. */
class ViberTest {

    @Test
    void columnsAreToldByWhatIsInThem() {
        assertThat(Exports.told(Exports.detected("Messages - Vera Kos.csv", """
                13/06/2025,10:00:00 AM,Vera Kos,+385915550123,"200 umbrellas,
                please"
                14/06/2025,10:05:00 PM,Me,+8613955500101,Photo message
                """))).containsExactly(
                "2025-06-13T10:00:00Z Vera Kos: 200 umbrellas,\nplease", "2025-06-14T22:05:00Z Me>  +");
    }

    @Test
    void theOrderOfDayAndMonthIsSettledOverTheWholeFileOrSaidToBeAGuess() {
        assertThat(Exports.detected("a.csv", "06/05/2025,10:00:00,Vera,+385915550123,a\n06/14/2025,10:00:00,Vera,+385915550123,b\n").getFirst())
                .satisfies(it -> assertThat(it.sentAt()).hasToString("2025-06-05T10:00:00Z"))
                .satisfies(it -> assertThat(it.problem()).isNull());
        assertThat(Exports.detected("a.csv", "06/05/2025,10:00:00,Vera,+385915550123,a\n").getFirst().problem())
                .isEqualTo(DayMonth.GUESS);
    }
}

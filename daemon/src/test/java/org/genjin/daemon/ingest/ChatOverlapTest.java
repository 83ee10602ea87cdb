package org.genjin.daemon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.genjin.connectors.Message;
import org.junit.jupiter.api.Test;

/** Two exports of one chat, side by side: which lines are the same messages. */
class ChatOverlapTest {

    private static final long NINE = ChatOverlap.minute(LocalDateTime.of(2026, 3, 9, 9, 0));
    private static final List<String> TALK = List.of("any news of the lamps", "packed on Friday", "good", "ship them to Cartagena", "will do");

    private static ChatOverlap.Known known(long id, int minute, String sender, String words) {
        return new ChatOverlap.Known(id, NINE + minute, sender, words, false);
    }

    private static ChatOverlap.Line line(int minute, String sender, String words) {
        return new ChatOverlap.Line(NINE + minute, sender, words, false, Message.Change.NONE, null);
    }

    private static ChatOverlap.Line changed(int minute, String sender, String words, Message.Change change) {
        return new ChatOverlap.Line(
                NINE + minute, sender, words, change == Message.Change.TAKEN_BACK, change, null);
    }

    private static ChatOverlap.Line byKey(int minute, String sender, String words, long id) {
        return new ChatOverlap.Line(NINE + minute, sender, words, false, Message.Change.NONE, id);
    }

    private static List<ChatOverlap.Known> talk(String one, String other) {
        List<ChatOverlap.Known> known = new ArrayList<>();
        for (int i = 0; i < TALK.size(); i++) {
            known.add(known(i + 1, 7 * i, i % 2 == 0 ? one : other, TALK.get(i)));
        }
        return known;
    }

    private static List<ChatOverlap.Line> lines(String one, String other, int shift) {
        List<ChatOverlap.Line> lines = new ArrayList<>();
        for (int i = 0; i < TALK.size(); i++) {
            lines.add(line(7 * i + shift, i % 2 == 0 ? one : other, TALK.get(i)));
        }
        return lines;
    }

    private static Map<Integer, Long> align(List<ChatOverlap.Known> known, List<ChatOverlap.Line> lines, boolean sameTitle) {
        return ChatOverlap.align(known, lines, sameTitle, _ -> false);
    }

    private static final Map<Integer, Long> ALL = Map.of(0, 1L, 1, 2L, 2, 3L, 3, 4L, 4, 5L);

    @Test
    void wordsThatWereChangedAndWordsThatWereTakenBackAreTheSameMessages() {
        List<ChatOverlap.Known> known = List.of(known(1, 0, "Ana", "500 pcs"), known(2, 1, "Li", "USD 3"), known(3, 2, "Ana", "hm"));
        assertThat(align(known, List.of(
                        byKey(0, "Ana", "500 pcs", 1), changed(1, "Li", "USD 4", Message.Change.EDITED),
                        changed(2, "Ana", "This message was deleted", Message.Change.TAKEN_BACK), line(3, "Ana", "ok")), true))
                .isEqualTo(Map.of(1, 2L, 2, 3L));
    }

    @Test
    void anOlderExportThatComesLaterHasTheWordsFromBefore() {
        List<ChatOverlap.Known> known = List.of(known(1, 0, "Ana", "500 pcs"), known(2, 1, "Li", "USD 4"));
        List<ChatOverlap.Line> lines = List.of(byKey(0, "Ana", "500 pcs", 1), line(1, "Li", "USD 3"));
        assertThat(ChatOverlap.align(known, lines, true, id -> id == 2)).isEqualTo(Map.of(1, 2L));
        assertThat(align(known, lines, true)).isEmpty();
    }

    @Test
    void aPhoneInAnotherZoneShowsTheSameMessages() {
        assertThat(align(talk("Ana", "Li"), lines("Ana", "Li", 60), true)).isEqualTo(ALL);
        assertThat(align(talk("Ana", "Li"), lines("Ana", "Li", -330), true)).isEqualTo(ALL);
        assertThat(align(talk("Ana", "Li"), lines("Ana", "Li", 25), true)).as("no zone differs by 25 minutes").isEmpty();
    }

    @Test
    void aGreetingADayLaterIsAnotherGreeting() {
        assertThat(align(talk("Ana", "Li"), List.of(line(1440, "Ana", TALK.getFirst())), true)).isEmpty();
        assertThat(align(talk("Ana", "Li"), List.of(
                        line(1440, "Ana", TALK.getFirst()), line(1447, "Li", TALK.get(1)), line(1448, "Li", "and"), line(1449, "Li", "so"),
                        line(1450, "Li", "on"), line(1454, "Ana", TALK.get(2))), true))
                .isEmpty();
    }

    @Test
    void aContactWhoWasRenamedIsTheSame() {
        assertThat(align(talk("Ana", "Li"), lines("Ana Ruiz Acme", "Li", 0), false)).isEqualTo(ALL);
        assertThat(align(talk("Ana", "Li"), lines("Li", "Ana", 0), true)).as("they have not changed sides").isEmpty();
    }

    @Test
    void theSameWishesToTwoCustomersAreTwoMessages() {
        List<ChatOverlap.Known> known =
                List.of(known(1, 0, "Li", "Happy new year"), known(2, 1, "Li", "our new catalogue"), known(3, 2, "Li", "see page 4"), known(4, 30, "Ana", "thanks"));
        assertThat(align(known, List.of(
                        line(0, "Li", "Happy new year"), line(1, "Li", "our new catalogue"), line(2, "Li", "see page 4"), line(50, "Bo", "no")), false))
                .isEmpty();
    }

    @Test
    void aMessageIsGivenAwayOnce() {
        List<ChatOverlap.Known> known = List.of(known(1, 0, "Li", "one"), known(2, 0, "Li", "two"));
        assertThat(align(known, List.of(
                        changed(0, "Li", "one!", Message.Change.EDITED), changed(0, "Li", "two!", Message.Change.EDITED),
                        changed(0, "Li", "three!", Message.Change.EDITED)), true))
                .isEqualTo(Map.of(0, 1L, 1, 2L));
    }
}

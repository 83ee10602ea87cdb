package org.genjin.daemon.workbook.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.workbook.rules.RowMove.Lines;
import org.junit.jupiter.api.Test;

/** Where lines come to stand when others go and new ones come between. */
class RowMoveTest {

    /** Lines 3, 4 and 8 go; two come before line 1, one before line 6. The table's first line is 1. */
    private final RowMove move = new RowMove(List.of(8, 3, 4), Map.of(1, 2, 6, 1), 1);

    @Test
    void eachLineMovesByWhatCameAndWentAboveIt() {
        assertThat(List.of(0, 1, 2, 5, 6, 7, 9).stream().map(move::line)).containsExactly(0, 3, 4, 5, 7, 8, 9);
        assertThat(move.line(3)).as("one that goes: where the next comes to stand").isEqualTo(5);
        assertThat(move.goes(3)).isTrue();
        assertThat(move.goes(5)).isFalse();
        assertThat(move.before(1)).isEqualTo(1);
        assertThat(move.before(6)).isEqualTo(6);
        assertThat(move.line(RowMove.LAST)).isEqualTo(RowMove.LAST);
    }

    @Test
    void aRangeKeepsWhatIsLeftOfItAndOneThatBeginsWithTheTableTakesInTheNewLines() {
        assertThat(move.lines(2, 7)).contains(new Lines(4, 8));
        assertThat(move.lines(3, 4)).isEqualTo(Optional.empty());
        assertThat(move.lines(2, 4)).contains(new Lines(4, 4));
        assertThat(move.lines(4, 5)).contains(new Lines(5, 5));
        assertThat(move.lines(1, 9)).contains(new Lines(3, 9));
        assertThat(move.tableLines(1, 9)).contains(new Lines(1, 9));
        assertThat(move.tableLines(2, 9)).contains(new Lines(4, 9));
        assertThat(move.tableLines(1, 1)).as("one line alone is that line").contains(new Lines(3, 3));
        assertThat(move.lines(0, RowMove.LAST)).contains(new Lines(0, RowMove.LAST));
    }

    @Test
    void whereNothingIsToMoveNothingDoes() {
        RowMove nothing = new RowMove(List.of(), Map.of(), 1);
        assertThat(nothing.isNothing()).isTrue();
        assertThat(nothing.line(7)).isEqualTo(7);
    }
}

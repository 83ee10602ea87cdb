package org.genjin.connectors.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.genjin.connectors.Cursor;
import org.junit.jupiter.api.Test;

class ImapCursorTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void aCursorReadsWhatItWrote() {
        ImapCursor cursor = new ImapCursor(
                17, UidSet.parse("1:4000,4005"), Map.of(4001L, new ImapCursor.Failure(2, NOW)), new UidSet(), "P1Y", new UidSet());
        assertThat(cursor.toCursor().value()).isEqualTo("v=17;done=1:4000,4005;failed=4001*2@" + NOW.getEpochSecond());
        assertThat(ImapCursor.parse(cursor.toCursor()).orElseThrow().toCursor()).isEqualTo(cursor.toCursor());
        assertThat(ImapCursor.parse(Cursor.START)).isEmpty();
        assertThat(ImapCursor.parse(new Cursor("v=x;done=;failed="))).isEmpty();
    }

    @Test
    void aMailThatCannotBeHadIsAskedForAgainThreeTimesAndThenGivenUp() {
        assertThat(ImapCursor.again(0, NOW)).map(ImapCursor.Failure::again).contains(NOW.plusSeconds(3600));
        assertThat(ImapCursor.again(2, NOW)).map(ImapCursor.Failure::again).contains(NOW.plusSeconds(7 * 86_400));
        assertThat(ImapCursor.again(3, NOW)).isEmpty();
    }

    @Test
    void aSetOfUidsHoldsExactlyWhatWasPutIn() {
        Random random = new Random(7);
        UidSet set = new UidSet();
        TreeSet<Long> reference = new TreeSet<>();
        for (int i = 0; i < 2000; i++) {
            long uid = 1 + random.nextInt(3000);
            set.add(uid);
            reference.add(uid);
        }
        assertThat(set.size()).isEqualTo(reference.size());
        for (long uid = 1; uid <= 3000; uid++) {
            assertThat(set.contains(uid)).isEqualTo(reference.contains(uid));
        }
        assertThat(UidSet.parse(set.toString())).hasToString(set.toString());
    }

    @Test
    void theHighestThatAreMissingAreFoundFirst() {
        UidSet present = UidSet.parse("1:10,20:22");
        assertThat(present.highestWithout(UidSet.parse("21,9:10"), 4)).isEqualTo(List.of(22L, 20L, 8L, 7L));
        assertThat(present.sizeWithout(UidSet.parse("21,9:10"))).isEqualTo(10);
    }

    @Test
    void deletedMailsLeaveNoHolesBehindButTheNewestDo() {
        UidSet done = UidSet.parse("3:10,15:20,30:31");
        done.closeGaps(UidSet.parse("3:10,15:20,30:31"), 25);
        assertThat(done).hasToString("1:20,30:31");
        UidSet missed = UidSet.parse("3:10,15:20");
        missed.closeGaps(UidSet.parse("3:10,12,15:20"), 25);
        assertThat(missed).hasToString("1:10,15:20");
    }
}

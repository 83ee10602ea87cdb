package org.genjin.daemon.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.genjin.connectors.Channel;
import org.junit.jupiter.api.Test;

/** Whether a new export of a chat leaves something out between what is known and what it brings. */
class ChatGapTest {

    private static final ChatGap.Chat ANA = new ChatGap.Chat(Channel.WHATSAPP, "Ana");
    private static final Instant MARCH = Instant.parse("2026-03-31T10:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T08:00:00Z");

    @Test
    void anExportThatBeginsAfterAllThatIsKnownLeavesAGap() {
        assertThat(ChatGap.between(ANA, MARCH, JUNE)).contains(new ChatGap(ANA, MARCH, JUNE));
    }

    @Test
    void anExportThatReachesBackToWhatIsKnownLeavesNone() {
        assertThat(ChatGap.between(ANA, JUNE, MARCH)).isEmpty();
        assertThat(ChatGap.between(ANA, MARCH, MARCH)).as("the same minute").isEmpty();
    }

    @Test
    void theFirstExportOfAChatLeavesNone() {
        assertThat(ChatGap.between(ANA, null, JUNE)).isEmpty();
    }

    @Test
    void anAppThatWritesAFileADayLeavesNone() {
        assertThat(ChatGap.between(new ChatGap.Chat(Channel.SLACK, "sales"), MARCH, JUNE)).isEmpty();
    }
}

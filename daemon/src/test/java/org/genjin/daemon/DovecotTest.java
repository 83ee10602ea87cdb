package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.genjin.connectors.Needs;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.ingest.Poll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mailbox of some size on a server that people really use. */
class DovecotTest {

    private static final int MAILS = 3000;

    @TempDir
    Path folder;

    @Test
    void aWholeMailboxIsReadOnceWithItsFoldersAndLeftAsItWas() throws Exception {
        try (DovecotServer server = new DovecotServer(folder, Needs.tool("dovecot"))) {
            for (int i = 0; i < MAILS; i++) {
                boolean sent = i % 3 == 0;
                String buyer = "buyer" + i % 70 + "@company" + i % 70 + ".example";
                server.put(sent ? "Sent" : i % 3 == 1 ? "" : "&W6JiNw-.2026", i, i % 5 == 0 ? "S" : "",
                        mail().from(sent ? LI : buyer).to(sent ? buyer : LI).id("<d" + i + "@dovecot.example>").subject("order " + i)
                                .text("mail number " + i + " about valves: "
                                        + (sent ? "our best price is USD 3.20 each." : "please send us your best price.")).bytes());
            }
            server.put("Junk", 1, "", mail().text("won the lottery").bytes());
            server.put("Papelera", 1, "", mail().text("thrown away").bytes());
            server.put("Drafts", 1, "D", mail().text("half written").bytes());
            server.start();
            MutableClock clock = new MutableClock("2026-03-03T01:00:00Z");
            TestHome home = new TestHome(folder.resolve("home"), clock).write(
                    "mailboxes:\n  - {address: " + LI + ", secret: \"env:MAIL_SECRET\", since: all, imap: {host: 127.0.0.1, port: "
                            + server.port() + ", tls: none}}\n");
            try (Daemon daemon = home.open()) {
                Desk desk = daemon.desk();
                Poll.Outcome first = desk.sync().poll(desk.config().sources().getFirst(), Poll.Progress.SILENT);
                assertThat(first).isInstanceOf(Poll.Outcome.Drained.class);
                assertThat(first.tally().stored()).isEqualTo(MAILS);
                List<String> before = server.files();
                desk.indexing().await(false, () -> {});
                assertThat(desk.index().documents()).isEqualTo(MAILS);
                assertThat(desk.board().customers(Optional.empty(), clock.instant())).hasSize(70);
                assertThat(desk.finder().find("lottery OR thrown OR written", Optional.empty(), 5, 0, clock.instant()).total()).isZero();
                assertThat(desk.finder().find("\"mail number 1712\"", Optional.empty(), 5, 0, clock.instant()).hits().getFirst().seenAt().getFirst())
                        .contains("客户.2026");
                Poll.Outcome second = desk.sync().poll(desk.config().sources().getFirst(), Poll.Progress.SILENT);
                assertThat(second.tally().stored() + second.tally().seenAgain()).isZero();
                assertThat(server.files()).as("no flag, no move, no delete").isEqualTo(before).hasSize(MAILS + 3);
                assertThat(desk.verification().run(_ -> {}).sound()).isTrue();
            }
        }
    }
}

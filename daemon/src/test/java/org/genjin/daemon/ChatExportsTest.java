package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.TestHome.LI;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.genjin.daemon.ledger.Finding;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.Transaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of one chat that overlap, one after the other into one ledger. */
class ChatExportsTest {

    private static final String FIRST = """
            [03/03/2026, 08:18:01] Ana Ruiz: Any news of the lamps?
            [03/03/2026, 08:23:52] Li Ting: Packed, 400 cartons
            [03/03/2026, 08:24:51] Ana Ruiz: \u200eimage omitted
            [03/03/2026, 08:38:04] Ana Ruiz: our price was 3.45
            [03/03/2026, 08:41:23] Li Ting: Sailing on Friday from Ningbo
            """;

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-20T09:00:00Z");
    private TestHome home;

    @BeforeEach
    void begin() throws Exception {
        home = new TestHome(folder.resolve("home"), clock)
                .write("language: en\ntime-zone: Asia/Shanghai\nour-domains: [factory.example]\nweb: {listen: \"127.0.0.1:0\"}\n");
    }

    private void read(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        TestHome.Said said = home.run("import", file.toString(), "--owner", LI);
        assertThat(said.exit()).as(said.err()).isZero();
    }

    private <T> T ledger(Function<Transaction, T> question) throws Exception {
        try (Ledger ledger = Ledger.open(home.home.ledger(), clock.instant())) {
            return ledger.read(question::apply);
        }
    }

    private List<MessageRow> rows() throws Exception {
        return ledger(tx -> tx.messages().afterRevision(0, 1000));
    }

    private List<Finding> find(String query) throws Exception {
        try (Daemon daemon = home.open()) {
            daemon.desk().indexing().await(true, () -> {});
            return daemon.desk().finder().find(query, Optional.empty(), 20, 0, clock.instant()).hits();
        }
    }

    @Test
    void wordsChangedLaterAreKeptAndWordsFromBeforeAreStillFound() throws Exception {
        read("WhatsApp Chat - Ana Ruiz/_chat.txt", FIRST);
        read("later/_chat.txt", FIRST.replace("400 cartons", "420 cartons \u200e<This message was edited>"));
        assertThat(rows()).as("messages").hasSize(5).extracting(MessageRow::preview).contains("Packed, 420 cartons");
        assertThat(find("\"420 cartons\"")).hasSize(1);
        assertThat(find("\"400 cartons\"")).as("as it was before").hasSize(1);
        read("again/_chat.txt", FIRST);
        assertThat(rows()).as("messages").hasSize(5).extracting(MessageRow::preview).contains("Packed, 420 cartons");
    }

    @Test
    void anOlderExportThatComesLaterBringsOnlyTheWordsFromBefore() throws Exception {
        read("a/_chat.txt", FIRST.replace("400 cartons", "420 cartons \u200e<This message was edited>"));
        read("b/_chat.txt", FIRST);
        assertThat(rows()).as("messages").hasSize(5).extracting(MessageRow::preview).contains("Packed, 420 cartons");
        assertThat(find("\"400 cartons\"")).hasSize(1);
    }

    @Test
    void whatWasTakenBackKeepsItsWordsAndSaysSo() throws Exception {
        read("a/_chat.txt", FIRST);
        read("b/_chat.txt", FIRST.replace("our price was 3.45", "\u200eThis message was deleted"));
        read("b2/_chat.txt", FIRST.replace("our price was 3.45", "\u200eDiese Nachricht wurde gelöscht."));
        assertThat(rows()).as("messages").hasSize(5).filteredOn(it -> it.problem() != null).singleElement().satisfies(it -> {
            assertThat(it.preview()).isEqualTo("our price was 3.45");
            assertThat(it.problem()).contains("took this message back");
        });
    }

    @Test
    void aPictureThatALaterExportHasIsKept() throws Exception {
        read("a/_chat.txt", FIRST);
        Files.createDirectories(folder.resolve("b"));
        Files.write(folder.resolve("b/00000002-PHOTO-2026-03-03-08-24-51.jpg"), new byte[] {1, 2, 3});
        read("b/_chat.txt", FIRST.replace("\u200eimage omitted", "\u200e<attached: 00000002-PHOTO-2026-03-03-08-24-51.jpg>"));
        List<Long> ids = rows().stream().map(MessageRow::id).toList();
        assertThat(ids).hasSize(5);
        assertThat(ledger(tx -> tx.attachments().of(ids)).values()).singleElement().satisfies(it -> {
            assertThat(it.getFirst().name()).isEqualTo("00000002-PHOTO-2026-03-03-08-24-51.jpg");
            assertThat(it.getFirst().contentHash()).isNotNull();
        });
        assertThat(home.run("verify").exit()).isZero();
    }

    @Test
    void aPhoneInAnotherZoneAndARenamedContactBringNothingTwice() throws Exception {
        read("a/WhatsApp Chat with Ana Ruiz.txt", FIRST);
        read("b/_chat.txt", FIRST.replace(", 08:", ", 15:"));
        String renamed = FIRST.replace("Ana Ruiz", "Ana Acme Bogotá") + "[04/03/2026, 09:00:00] Ana Acme Bogotá: thanks\n";
        read("c/WhatsApp Chat with Ana Acme Bogotá.txt", renamed);
        read("c/WhatsApp Chat with Ana Acme Bogotá.txt", renamed);
        assertThat(rows()).as("messages").hasSize(6);
    }
}

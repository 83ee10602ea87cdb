package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.genjin.connectors.outlook.MsgWriter;
import org.genjin.daemon.TestHome.Said;
import org.genjin.daemon.ingest.Poll;
import org.genjin.daemon.ledger.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same mail in a mailbox, in an mbox, saved from Outlook and in a zip is one message that was seen in four places. */
class SameMailEverywhereTest {

    private static final Instant SENT = Instant.parse("2026-03-02T02:00:00Z");
    private static final String WORDS =
            "Dear Li, please quote 500 pcs of the gasket A-1312 with delivery to Hamburg before the end of April.\n\nRegards\nKim";

    @TempDir
    Path folder;

    @Test
    void aMailIsOneMessageWhereverItLies() throws Exception {
        try (TestMailServer server = new TestMailServer(LI)) {
            Mails once = mail().id("<g1@acme.example>").subject("Gaskets").text(WORDS);
            server.deliver(LI, once);
            TestHome home = new TestHome(folder.resolve("home"), new MutableClock("2026-03-03T01:00:00Z")).configure(server, LI);
            String bytes = new String(once.bytes(), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("archive.mbox"), "From kim@acme.example Mon Mar  2 02:00:00 2026\n" + bytes.replace("\r\n", "\n")
                    + "\n____\nsent through the gaskets list\n\nFrom x@y.example Mon Mar  2 02:00:00 2026\n" + withoutId("Bolts", "\n"));
            // Outlook rewraps, spells links out and keeps its own clock; of a colleague it knows a name in place of the address.
            Files.write(folder.resolve("gaskets.msg"), MsgWriter.mail(
                    "/O=ACME/CN=KIM", "Kim", LI, "Gaskets", "<g1@acme.example>", SENT.plusSeconds(40),
                    WORDS.replace(" delivery", "\r\ndelivery").replace("A-1312", "A-1312 <http://acme.example/a1312>")).bytes());
            try (OutputStream out = Files.newOutputStream(folder.resolve("mails.zip"));
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("mails/1.eml"));
                zip.write(once.bytes());
                zip.putNextEntry(new ZipEntry("mails/2.eml"));
                zip.write(withoutId("Bolts", "\r\n").getBytes(StandardCharsets.UTF_8));
            }
            try (Daemon daemon = home.open()) {
                assertThat(daemon.desk().sync().poll(daemon.desk().config().sources().getFirst(), Poll.Progress.SILENT).tally().stored()).isEqualTo(1);
            }
            assertThat(json(home.run("import", "--json", folder.resolve("archive.mbox").toString()))).contains("\"stored\" : 1", "\"seenAgain\" : 1");
            assertThat(json(home.run("import", "--json", folder.resolve("gaskets.msg").toString()))).contains("\"stored\" : 0", "\"seenAgain\" : 1");
            assertThat(json(home.run("import", "--json", folder.resolve("mails.zip").toString()))).contains("\"stored\" : 0", "\"seenAgain\" : 2");
            try (Daemon daemon = home.open()) {
                daemon.desk().indexing().await(true, () -> {});
                assertThat(seen(daemon, "gasket")).hasSize(4).anyMatch(it -> it.contains("INBOX")).anyMatch(it -> it.endsWith("gaskets.msg"));
                assertThat(seen(daemon, "bolts")).hasSize(2);
            }
        }
    }

    private static List<String> seen(Daemon daemon, String query) throws Exception {
        List<Finding> hits = daemon.desk().finder().find(query, Optional.empty(), 5, 0, Instant.parse("2026-03-03T01:00:00Z")).hits();
        assertThat(hits).hasSize(1);
        return hits.getFirst().seenAt();
    }

    private static String json(Said said) {
        assertThat(said.exit()).as(said.err()).isZero();
        return said.out();
    }

    /** As one program and as another exports it. */
    private static String withoutId(String subject, String lineEnd) {
        String header = lineEnd.equals("\n")
                ? "From: Kim <kim@acme.example>\nTo: li@factory.example\nSubject: " + subject + "\nDate: Mon, 2 Mar 2026 10:00:00 +0800\n\n"
                : "Date: Mon, 2 Mar 2026 02:00:00 +0000\nSubject: =?utf-8?Q?" + subject
                        + "?=\nTo: <li@factory.example>\nFrom: \"Kim\" <kim@acme.example>\nContent-Transfer-Encoding: quoted-printable\n\n";
        return (header + "We need 200 bolts.\n").replace("\n", lineEnd);
    }
}

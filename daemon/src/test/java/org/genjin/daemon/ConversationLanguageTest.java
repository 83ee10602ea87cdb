package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where two words cannot tell the language, the conversation does. */
class ConversationLanguageTest {

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-02T09:00:00Z");

    @Test
    void aShortAnswerIsInTheLanguageOfTheMailItAnswersWhetherThatCameBeforeOrWithIt() throws Exception {
        try (TestMailServer server = new TestMailServer(LI)) {
            TestHome home = new TestHome(folder.resolve("home"), clock).configure(server, LI);
            server.deliver(LI, mail().from("Anna <anna@nordwind.example>").subject("Anfrage").id("<a@nordwind.example>")
                    .text("Sehr geehrte Frau Li,\nbitte senden Sie uns ein Angebot über 500 Stück.").at("2026-02-20T02:00:00Z"));
            server.deliver(LI, mail().from("Anna <anna@nordwind.example>").subject("Re: Anfrage").header("In-Reply-To: <a@nordwind.example>")
                    .text("OK, 1001").at("2026-02-21T02:00:00Z"));
            home.run("sync");
            server.deliver(LI, mail().from("Anna <anna@nordwind.example>").subject("Re: Anfrage").header("In-Reply-To: <a@nordwind.example>")
                    .text("OK, 1002").at("2026-02-22T02:00:00Z"));
            server.deliver(LI, mail().from("Bo <bo@elsewhere.example>").subject("Re").text("OK, 1003").at("2026-02-22T02:00:00Z"));
            home.run("sync");
            assertThat(home.run("find", "1001 lang:de").out()).contains("1001");
            assertThat(home.run("find", "1002 lang:de").out()).contains("1002");
            assertThat(home.run("find", "1003 lang:de").out()).doesNotContain("Bo");
        }
    }

    @Test
    void aShortLineOfAChatIsInTheLanguageThatIsSpokenThere() throws Exception {
        TestHome home = new TestHome(folder.resolve("home"), clock).write("language: en\ntime-zone: Asia/Shanghai\n");
        Path chat = Files.writeString(folder.resolve("WhatsApp Chat with Anna Schmidt.txt"), """
                20.02.26, 10:00 - Anna Schmidt: Guten Morgen, bitte senden Sie uns ein Angebot über die Ventile.
                20.02.26, 10:05 - Li: Guten Morgen Frau Schmidt, das Angebot kommt heute noch.
                20.02.26, 10:06 - Anna Schmidt: OK, 1004
                """);
        home.run("import", "--owner", LI, chat.toString());
        assertThat(home.run("find", "1004 lang:de").out()).contains("1004");
    }
}

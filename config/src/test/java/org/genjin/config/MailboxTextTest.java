package org.genjin.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mailbox is written into a file that people wrote: nothing of theirs changes. */
class MailboxTextTest {

    private static final MailboxText.Wanted WANG = new MailboxText.Wanted(
            "wang@qq.com", "secret", "file:secrets/wang@qq.com", Optional.empty(), Optional.empty(), Optional.empty());
    private static final MailboxText.Wanted LI = new MailboxText.Wanted(
            "li@factory.example", "secret", "file:secrets/li@factory.example", Optional.of(new Server("mail.factory.example", 993, Server.Tls.IMPLICIT)),
            Optional.of(new Server("mail.factory.example", 587, Server.Tls.STARTTLS)), Optional.of("li"));

    @TempDir
    Path folder;

    @Test
    void aFirstMailboxMakesTheFile() throws Exception {
        String text = MailboxText.put("", LI).orElseThrow();
        assertThat(text).isEqualTo("""
                mailboxes:
                  - address: li@factory.example
                    secret: file:secrets/li@factory.example
                    user: li
                    imap: {host: mail.factory.example, port: 993, tls: implicit}
                    smtp: {host: mail.factory.example, port: 587, tls: starttls}
                """);
        SourceConfig.Imap read = load(text).mailboxes().getFirst();
        assertThat(read.imap()).isEqualTo(LI.imap().orElseThrow());
        assertThat(read.smtp()).isEqualTo(LI.smtp());
        assertThat(read.user()).isEqualTo("li");
        assertThat(read.credentials()).isEqualTo(new Secret.InFile(folder.resolve("secrets/li@factory.example")));
    }

    @Test
    void anotherMailboxComesBehindTheLastAndCommentsStay() throws Exception {
        String before = """
                # ours 😀 since 2026
                language: en   # for the Germans
                mailboxes:
                  # the boss
                  - address: boss@gmail.com   # do not change
                    secret: env:BOSS
                    # since: all

                # the page
                web: {listen: 127.0.0.1:0}
                """;
        String after = MailboxText.put(before, WANG).orElseThrow();
        assertThat(after).isEqualTo(before.replace("    # since: all\n", """
                    # since: all
                  - address: wang@qq.com
                    secret: file:secrets/wang@qq.com
                """));
        assertThat(load(after).mailboxes()).extracting(SourceConfig.Imap::address).containsExactly("boss@gmail.com", "wang@qq.com");
    }

    @Test
    void theSameAddressAgainIsARepairAndKeepsTheRest() throws Exception {
        String before = """
                mailboxes:
                  - {address: li@factory.example, secret: "env:OLD", since: all, imap: {host: old.example, port: 993}}
                  - owner: li@factory.example
                    address: wang@qq.com   # his own
                    since: 2 years
                    secret: env:WANG   # from the shell
                """;
        String after = MailboxText.put(MailboxText.put(before, WANG).orElseThrow(), LI).orElseThrow();
        assertThat(after).contains("secret: file:secrets/wang@qq.com   # from the shell").contains("# his own");
        List<SourceConfig.Imap> read = load(after).mailboxes();
        assertThat(read).hasSize(2);
        assertThat(read.getFirst().imap().host()).isEqualTo("mail.factory.example");
        assertThat(read.getFirst().user()).isEqualTo("li");
        assertThat(read.getFirst().since()).isEmpty();
        assertThat(read.getLast().owner()).isEqualTo("li@factory.example");
        assertThat(read.getLast().credentials()).isEqualTo(new Secret.InFile(folder.resolve("secrets/wang@qq.com")));
    }

    @Test
    void otherFormsOfTheListAreUnderstood() throws Exception {
        for (String before : List.of(
                "mailboxes: []\nlanguage: en\n", "mailboxes:\nlanguage: en\n", "language: en", "language: en\nmailboxes:   # none yet\n",
                "mailboxes: [{address: a@gmail.com, secret: env:A}]\nlanguage: en\n", "mailboxes:\n- address: a@gmail.com\n  secret: env:A\nlanguage: en\n",
                "mailboxes:\n  - {address: a@gmail.com, secret: env:A,\n     since: all}\n\nlanguage: en\n", "# only a comment\nlanguage: en\n")) {
            AppConfig read = load(MailboxText.put(before, WANG).orElseThrow());
            assertThat(read.mailboxes().getLast().address()).as(before).isEqualTo("wang@qq.com");
            assertThat(read.mailboxes()).as(before).hasSize(before.contains("gmail") ? 2 : 1);
            assertThat(read.language()).isEqualTo(Language.EN);
        }
    }

    @Test
    void whatIsNoYamlOrNoListIsLeftToAPerson() {
        assertThat(MailboxText.put("mailboxes: [", WANG)).isEmpty();
        assertThat(MailboxText.put("mailboxes: none\n", WANG)).isEmpty();
        assertThat(MailboxText.put("mailboxes:\n  - address: li@factory.example\n    secret: env:A\n    imap:\n      host: x\n", LI)).isEmpty();
    }

    private AppConfig load(String yaml) throws Exception {
        Path file = Files.writeString(folder.resolve("genjin.yaml"), yaml);
        return new ConfigLoader(folder, ZoneId.of("UTC")).load(file);
    }
}

package org.genjin.daemon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.genjin.config.NeverLog;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Content;
import org.genjin.connectors.Mailbox;
import org.genjin.connectors.Message;
import org.junit.jupiter.api.Test;

class NeverLoggedTest {

    private static final Instant AT = Instant.parse("2026-03-02T02:00:00Z");

    private static NeverLogged folders(String... names) {
        return new NeverLogged(new NeverLog(List.of(names), List.of(), List.of()));
    }

    private static NeverLogged addresses(String... addresses) {
        return new NeverLogged(new NeverLog(List.of(), List.of(addresses), List.of()));
    }

    private static NeverLogged domains(String... domains) {
        return new NeverLogged(new NeverLog(List.of(), List.of(), List.of(domains)));
    }

    private static Message mail(String... lines) throws Exception {
        String text = "Date: Mon, 2 Mar 2026 02:00:00 +0000\r\n" + String.join("\r\n", lines) + "\r\n\r\nwords\r\n";
        return new Connectors(Map.of(), InstantSource.fixed(AT))
                .reread(Channel.EMAIL, Content.of(text.getBytes(StandardCharsets.UTF_8)), "uid 1", AT);
    }

    private static boolean isShut(NeverLogged it, String folder) {
        return it.isFolder(new Mailbox("li@factory.example", folder));
    }

    @Test
    void aFolderIsMeantWithAllBelowItHoweverTheServerWritesIt() {
        NeverLogged family = folders("family");
        for (String name : List.of("Family", "FAMILY", "Family/Holidays", "INBOX.Family", "INBOX.Family.2026", "Archive/Family", "Ｆamily")) {
            assertThat(isShut(family, name)).as(name).isTrue();
        }
        for (String name : List.of("INBOX", "Families", "Family business", "My Family", "Sent")) {
            assertThat(isShut(family, name)).as(name).isFalse();
        }
        assertThat(isShut(folders("bank/private"), "Bank.Private.2025")).isTrue();
        assertThat(isShut(folders("bank/private"), "Bank")).isFalse();
        assertThat(isShut(folders("家人"), "INBOX/家人")).isTrue();
    }

    @Test
    void inboxMeansItselfOnlyThoughServersKeepTheOthersBelowIt() {
        assertThat(isShut(folders("inbox"), "INBOX")).isTrue();
        assertThat(isShut(folders("inbox"), "INBOX.Orders")).isFalse();
    }

    @Test
    void theFolderThatExportsAreDroppedIntoIsNoMailFolder() {
        NeverLogged family = folders("family");
        assertThat(family.isFolder(new Mailbox("/home/family/exports", "/home/family/exports/orders.mbox"))).isFalse();
        assertThat(family.isFolder(new Mailbox("/home/family/exports", "/home/family/exports/Family.mbox"))).isTrue();
        assertThat(family.isFolder(new Mailbox("import", "old.pst!/Top/Family"))).isTrue();
    }

    @Test
    void whereLabelsStandForFoldersTheyCount() throws Exception {
        Message mail = mail("From: kim@acme.example", "To: li@factory.example", "Subject: hello");
        assertThat(folders("family").names(mail)).isFalse();
        assertThat(folders("family").names(mail.telling(Message.Told.LABELS, "Orders\nFamily/Holidays"))).isTrue();
        assertThat(folders("family").names(mail("From: kim@acme.example", "X-Gmail-Labels: Inbox,Family"))).isTrue();
    }

    @Test
    void everybodyWhoIsNamedInAMailCounts() throws Exception {
        NeverLogged mum = addresses("mum@home.example");
        for (String line : List.of(
                "From: Mum <MUM@home.example>", "To: li@factory.example, mum@home.example", "Cc: \"Mum\" <mum@home.example>",
                "Reply-To: mum@home.example", "Sender: Mum <mum@Home.example>")) {
            String from = line.startsWith("From") ? "Subject: x" : "From: kim@acme.example";
            assertThat(mum.names(mail(from, line))).as(line).isTrue();
        }
        assertThat(mum.names(mail("From: grandmum@home.example", "To: mum@home.example.acme.example"))).isFalse();
    }

    @Test
    void aDomainIsMeantWithAllBelowItInAnyScript() throws Exception {
        assertThat(domains("bank.example").names(mail("From: alerts@mail.Bank.example"))).isTrue();
        assertThat(domains("bank.example").names(mail("From: alerts@bank.example."))).isTrue();
        assertThat(domains("bank.example").names(mail("From: kim@mybank.example"))).isFalse();
        assertThat(domains("bank.example").names(mail("From: kim@acme.example", "To: li@factory.example"))).isFalse();
        assertThat(domains("bücher.example").isDomain("shop.xn--bcher-kva.example")).isTrue();
        assertThat(domains("xn--bcher-kva.example").isDomain("BÜCHER.example")).isTrue();
    }

    @Test
    void aChatIsMeantByItsTitleOrByThePhoneNumber() {
        NeverLogged list = addresses("mahjong group", "+86 138 0013 8000");
        assertThat(list.isChat(Channel.WHATSAPP, "Mahjong Group ")).isTrue();
        assertThat(list.isChat(Channel.WHATSAPP, "+86 138-0013-8000")).isTrue();
        assertThat(list.isChat(Channel.WHATSAPP, "Mahjong Group 2")).isFalse();
        assertThat(list.isAddress("+8613800138000")).isTrue();
        assertThat(list.isAddress("0086 13800138000")).isTrue();
        assertThat(list.isAddress("+8613800138001")).isFalse();
        assertThat(list.isAddress(null)).isFalse();
    }
}

package org.genjin.connectors.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.genjin.connectors.Batch;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Mailbox;
import org.genjin.connectors.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which folders are read, whatever they are called. */
class ImapFoldersTest {

    private ScriptedImapServer server;
    private ScriptedMailbox mailbox;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedImapServer(1);
        mailbox = new ScriptedMailbox(server);
    }

    @AfterEach
    void stop() throws Exception {
        mailbox.close();
    }

    private static Mailbox named(String name) {
        return new Mailbox(ScriptedMailbox.LI, name);
    }

    private static String utf8(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private List<String> names() throws ConnectorException {
        try (ImapConnector connector = mailbox.open()) {
            return connector.mailboxes().stream().map(Mailbox::name).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "已发送", "已发送邮件", "寄件備份", "Enviados", "Elementos enviados", "Itens enviados", "Éléments envoyés", "Messages envoyés",
        "Gesendet", "Gesendete Objekte", "Отправленные", "Надіслані", "العناصر المرسلة", "Posta inviata", "Verzonden items", "Skickat",
        "Gönderilmiş Postalar", "Wysłane", "Odeslané", "送信済みメール", "보낸 편지함", "Đã gửi", "Terkirim", "SENT ITEMS", "E\u0301le\u0301ments envoye\u0301s"
    })
    void sentMailIsKnownInManyLanguagesAndReadRightAfterInbox(String name) throws Exception {
        server.box("Archive", "").put(1, "old");
        server.box("INBOX/" + ModifiedUtf7.encode(name), "").put(1, "ours");
        assertThat(names()).containsExactly("INBOX", "INBOX/" + name, "Archive");
        assertThat(mailbox.drain(Cursor.START).warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "垃圾邮件", "Correo no deseado", "Lixo eletrônico", "Courrier indésirable", "Spamverdacht", "Спам", "البريد العشوائي", "迷惑メール",
        "已删除邮件", "Papelera", "Lixeira", "Corbeille", "Papierkorb", "Корзина", "المهملات", "Cestino", "Prullenbak", "휴지통",
        "草稿箱", "Borradores", "Rascunhos", "Brouillons", "Entwürfe", "Черновики", "المسودات", "Bozze", "下書き",
        "Outbox", "Postausgang", "Исходящие", "Bandeja de salida", "Deleted Items", "Junk E-mail"
    })
    void junkTrashDraftsAndOutboxAreNotReadNorWhatLiesBelowThem(String name) throws Exception {
        server.box(ModifiedUtf7.encode(name), "").put(1, "no");
        server.box(ModifiedUtf7.encode(name) + "/Customers", "").put(1, "no");
        server.box("Sent", "").put(1, "yes");
        assertThat(names()).containsExactly("INBOX", "Sent");
    }

    @Test
    void whatTheServerSaysOfAFolderGoesBeforeItsName() throws Exception {
        server.box("Spam", "\\Sent").put(1, "ours");
        server.box("Kunden", "\\HasNoChildren \\Junk").put(1, "no");
        server.box("Nothing", "\\Noselect");
        server.box("Nothing/Inside", "").put(1, "yes");
        server.box("Gone", "\\NonExistent");
        assertThat(names()).containsExactly("INBOX", "Spam", "Nothing/Inside");
    }

    @Test
    void namesThatAreNotWhatTheyShouldBeAreAskedForAsTheServerWritesThem() throws Exception {
        List<String> raws = List.of("R&D", "R&-D", utf8("客户"), "&W6JiNw-", "tab\there", " blanks at both ends ", "quote\"back\\slash", "&broken", "\u00ff\u00fe");
        for (String raw : raws) {
            server.box(raw, "").put(7, "in " + raws.indexOf(raw));
        }
        try (ImapConnector connector = mailbox.open()) {
            List<Mailbox> mailboxes = connector.mailboxes();
            assertThat(mailboxes).hasSize(1 + raws.size()).doesNotHaveDuplicates();
            assertThat(mailboxes).extracting(Mailbox::name).contains("R&D", "客户", "tab\there", " blanks at both ends ", "&broken");
            assertThat(connector.mailboxes()).isEqualTo(mailboxes);
            for (Mailbox it : mailboxes.subList(1, mailboxes.size())) {
                assertThat(mailbox.drain(connector, it, Cursor.START).messages()).as(it.name()).isEqualTo(1);
            }
        }
    }

    @Test
    void inboxIsInboxInAnyCaseAndThereEvenIfItIsNotListed() throws Exception {
        server.removeBox("INBOX");
        server.box("inbox", "");
        assertThat(names()).containsExactly("INBOX");
        server.removeBox("inbox");
        server.separator = "NIL";
        server.box("a/Trash", "");
        assertThat(names()).as("without a separator there are no paths").containsExactly("INBOX", "a/Trash");
    }

    @Test
    void aFolderThatCannotBeOpenedIsShownAndTheOthersAreRead() throws Exception {
        server.box("Closed", "").put(1, "hidden");
        server.box("Sent", "").put(1, "ours");
        server.script("EXAMINE \"Closed\"", talk -> talk.done("NO [NOPERM] not yours"));
        try (ImapConnector connector = mailbox.open()) {
            connector.mailboxes();
            Cursor before = new Cursor("v=77;done=5;failed=");
            Batch batch = connector.pull(named("Closed"), before, 10);
            assertThat(batch.warnings()).singleElement().asString().contains("Closed").contains("[NOPERM] not yours");
            assertThat(batch.drained()).isTrue();
            assertThat(batch.next()).isEqualTo(before);
            assertThat(connector.pull(named("Sent"), Cursor.START, 10).messages()).hasSize(1);
        }
        server.script("EXAMINE \"INBOX\"", talk -> talk.done("NO [SERVERBUG] try another day"));
        assertThat(mailbox.drain(Cursor.START).failure()).as("without INBOX nothing is right").isPresent();
    }

    @Test
    void aRenamedFolderIsReadAgainAndADeletedOneIsPassedOver() throws Exception {
        server.box("Orders", "").put(4, "order");
        assertThat(mailbox.drain(named("Orders"), Cursor.START).messages()).isEqualTo(1);
        try (ImapConnector connector = mailbox.open()) {
            assertThat(connector.mailboxes()).contains(named("Orders"));
            server.renameBox("Orders", "Old orders");
            assertThat(connector.pull(named("Orders"), Cursor.START, 10).warnings()).singleElement().asString().contains("cannot be read");
            assertThat(connector.mailboxes()).contains(named("Old orders")).doesNotContain(named("Orders"));
            assertThat(connector.pull(named("Old orders"), Cursor.START, 10).messages()).hasSize(1);
        }
    }

    @Test
    void foldersReadInTurnsAreListedOnce() throws Exception {
        server.box("Sent", "").put(1, "one").put(2, "two").put(3, "three");
        try (ImapConnector connector = mailbox.open()) {
            Cursor inbox = Cursor.START;
            Cursor sent = Cursor.START;
            for (int i = 0; i < 4; i++) {
                inbox = connector.pull(named("INBOX"), inbox, 1).next();
                sent = connector.pull(named("Sent"), sent, 1).next();
            }
            assertThat(server.count("UID SEARCH")).isEqualTo(2);
        }
    }

    @Test
    void whereOneFolderHoldsAllMailItIsReadAloneButNotItsDrafts() throws Exception {
        server.capabilities = "IMAP4rev1 X-GM-EXT-1 XLIST";
        server.capabilitiesInside = server.capabilities;
        server.script("XLIST", talk -> {
            talk.say("* XLIST (\\HasNoChildren \\Inbox) \"/\" \"INBOX\"");
            talk.say("* XLIST (\\HasNoChildren \\AllMail) \"/\" \"[Gmail]/Alle Nachrichten\"");
            return talk.done("OK done");
        });
        ScriptedImapServer.Box all = server.box("[Gmail]/Alle Nachrichten", "");
        all.put(1, "mail").put(2, "draft");
        all.items.put(1L, " X-GM-MSGID 11 X-GM-LABELS (\"\\\\Inbox\" Kunden \"Familie &- mehr\")");
        all.items.put(2L, " X-GM-MSGID 12 X-GM-LABELS (\"\\\\Draft\")");
        assertThat(names()).containsExactly("[Gmail]/Alle Nachrichten");
        ScriptedMailbox.Pulled pulled = mailbox.drain(named("[Gmail]/Alle Nachrichten"), Cursor.START);
        assertThat(pulled.subjects()).containsExactly("mail");
        try (ImapConnector connector = mailbox.open()) {
            Message mail = connector.pull(named("[Gmail]/Alle Nachrichten"), Cursor.START, 5).messages().getFirst();
            assertThat(mail.headers().get(Message.Told.LABELS)).isEqualTo("Kunden\nFamilie & mehr");
        }
        assertThat(mailbox.drain(named("[Gmail]/Alle Nachrichten"), pulled.next()).messages()).isZero();
    }

    @Test
    void whereAllMailIsHiddenEachMailIsBroughtByOneOfItsLabels() throws Exception {
        server.capabilities = "IMAP4rev1 X-GM-EXT-1";
        server.capabilitiesInside = server.capabilities;
        ScriptedImapServer.Box label = server.box("Kunden", "");
        server.inbox().items.put(3L, " X-GM-MSGID 900 X-GM-LABELS ()");
        label.put(50, "mail 1").put(51, "only here");
        label.items.put(50L, " X-GM-MSGID 900 X-GM-LABELS (\"\\\\Inbox\")");
        label.items.put(51L, " X-GM-MSGID 901 X-GM-LABELS ()");
        try (ImapConnector connector = mailbox.open()) {
            connector.mailboxes();
            assertThat(mailbox.drain(connector, named("INBOX"), Cursor.START).subjects()).containsExactly("mail 1");
            ScriptedMailbox.Pulled pulled = mailbox.drain(connector, named("Kunden"), Cursor.START);
            assertThat(pulled.subjects()).containsExactly("only here");
            assertThat(connector.holdings(named("Kunden"), pulled.next())).get().satisfies(it -> {
                assertThat(it.held()).isEqualTo(1);
                assertThat(it.toCome()).isZero();
                assertThat(it.has().test("uid 51")).isTrue();
                assertThat(it.has().test("uid 50")).isFalse();
            });
        }
    }
}

package org.genjin.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Mailbox;
import org.genjin.connectors.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail and chats that lie in files, however they were put there. */
class FilesConnectorTest {

    @TempDir
    Path folder;

    private final Connectors connectors = new Connectors(Map.of(), () -> Instant.parse("2026-03-03T00:00:00Z"));

    private static String mail(int number) {
        return "From: Kim <kim@acme.example>\nTo: li@factory.example\nSubject: mail " + number + "\nMessage-ID: <" + number
                + "@f.example>\nDate: Mon, 2 Mar 2026 10:00:00 +0800\n\nwords of " + number + "\n";
    }

    private record Read(List<Message> messages, List<Batch.Unreadable> unreadable, Map<Mailbox, Cursor> cursors) {
        List<String> subjects() {
            return messages.stream().map(Message::subject).toList();
        }
    }

    private Read read(SourceConfig source, Map<Mailbox, Cursor> from, int limit) throws ConnectorException {
        Read read = new Read(new ArrayList<>(), new ArrayList<>(), new java.util.LinkedHashMap<>());
        try (Connector connector = connectors.open(source)) {
            for (Mailbox mailbox : connector.mailboxes()) {
                Cursor cursor = from.getOrDefault(mailbox, Cursor.START);
                Batch batch;
                do {
                    batch = connector.pull(mailbox, cursor, limit);
                    assertThat(connector.pull(mailbox, cursor, limit).next()).as("pulling twice is the same").isEqualTo(batch.next());
                    read.messages.addAll(batch.messages());
                    read.unreadable.addAll(batch.unreadable());
                    cursor = batch.next();
                } while (!batch.drained());
                read.cursors.put(mailbox, cursor);
            }
        }
        return read;
    }

    private SourceConfig.Files files(Path... paths) {
        return new SourceConfig.Files(List.of(paths), folder, Optional.empty(), "li@factory.example", ZoneOffset.UTC);
    }

    @Test
    void anMboxIsReadInPiecesAndGoesOnWhereItGrew() throws Exception {
        Path mbox = folder.resolve("archive.mbox");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            text.append("From kim@acme.example Mon Mar  2 10:00:00 2026\n").append(mail(i)).append(">From here it goes on\n\n");
        }
        Files.writeString(mbox, text);
        Read first = read(files(mbox), Map.of(), 3);
        assertThat(first.subjects()).containsExactly("mail 0", "mail 1", "mail 2", "mail 3", "mail 4", "mail 5", "mail 6");
        assertThat(first.messages().getFirst().body().plain()).contains("\nFrom here it goes on");
        assertThat(read(files(mbox), first.cursors(), 3).messages()).isEmpty();
    }

    @Test
    void aMaildirIsReadWithItsFoldersAndFlagsChangeNothing() throws Exception {
        Path maildir = folder.resolve("Maildir");
        for (String box : List.of("", ".Sent")) {
            Files.createDirectories(maildir.resolve(box).resolve("cur"));
            Files.createDirectories(maildir.resolve(box).resolve("new"));
        }
        Files.writeString(maildir.resolve("cur/1700000001.M1.host:2,"), mail(1));
        Files.writeString(maildir.resolve("new/1700000002.M2.host"), mail(2));
        Files.writeString(maildir.resolve(".Sent/cur/1700000003.M3.host:2,S"), mail(3));
        Read first = read(files(maildir), Map.of(), 10);
        assertThat(first.subjects()).containsExactlyInAnyOrder("mail 1", "mail 2", "mail 3");
        Files.move(maildir.resolve("cur/1700000001.M1.host:2,"), maildir.resolve("cur/1700000001.M1.host:2,RS"));
        assertThat(read(files(maildir), first.cursors(), 10).messages()).isEmpty();
    }

    @Test
    void aZipGivesItsMailsAndNamesWhatIsNone() throws Exception {
        Path zip = folder.resolve("mails.zip");
        zip(zip, Map.of("a/1.eml", mail(1).getBytes(StandardCharsets.UTF_8), "photo.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 1}));
        Read read = read(files(zip), Map.of(), 10);
        assertThat(read.subjects()).containsExactly("mail 1");
        assertThat(read.unreadable()).hasSize(1);
        assertThat(read.unreadable().getFirst().reason()).contains("neither a mail nor a chat");
    }

    @Test
    void aChatInAZipHasItsPictures() throws Exception {
        Path zip = folder.resolve("WhatsApp Chat - Ana.zip");
        zip(zip, Map.of(
                "_chat.txt", "[12/03/2026, 14:05:33] Ana: look\n[12/03/2026, 14:06:00] Ana: \u200e<attached: 00000002-PHOTO-2026-03-12.jpg>\n".getBytes(StandardCharsets.UTF_8),
                "00000002-PHOTO-2026-03-12.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2, 3}));
        Read read = read(files(zip), Map.of(), 10);
        assertThat(read.messages()).hasSize(2);
        assertThat(read.messages().get(1).attachments().getFirst().present()).isTrue();
        assertThat(read.messages().get(1).attachments().getFirst().size()).isEqualTo(5);
    }

    @Test
    void aFileThatIsGoneOrNothingIsAnsweredWithASentence() throws Exception {
        Files.writeString(folder.resolve("notes.txt"), "just some notes\n");
        Read read = read(files(Path.of("gone.eml"), Path.of("notes.txt")), Map.of(), 10);
        assertThat(read.messages()).isEmpty();
        assertThat(read.unreadable()).extracting(Batch.Unreadable::reason)
                .anyMatch(it -> it.contains("no such file")).anyMatch(it -> it.contains("neither a mail nor a chat export"));
        SourceConfig.Files wrong = new SourceConfig.Files(
                List.of(Path.of("notes.txt")), folder, Optional.of("fax"), "li@factory.example", ZoneOffset.UTC);
        assertThatThrownBy(() -> connectors.open(wrong)).isInstanceOf(ConnectorException.Refused.class).hasMessageContaining("no format 'fax'");
    }

    @Test
    void aFileStillOnItsWayIntoTheDropFolderIsLeftForTheNextReading() throws Exception {
        Path file = Files.writeString(folder.resolve("WhatsApp Chat with Ana.txt"), "12/03/2026, 14:05 - Ana: hello\n12/03/2026, 14:06 - Li: hi\n");
        SourceConfig.DropFolder drop = new SourceConfig.DropFolder(folder, "li@factory.example", ZoneOffset.UTC);
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(Instant.parse("2026-03-02T23:59:58Z")));
        assertThat(read(drop, Map.of(), 10).messages()).isEmpty();
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(Instant.parse("2026-03-02T23:50:00Z")));
        assertThat(read(drop, Map.of(), 10).messages()).hasSize(2);
    }

    @Test
    void inAMaildirThatIsLookedThroughAgainAndAgainNothingIsMissed() throws Exception {
        Path cur = Files.createDirectories(folder.resolve("Maildir/cur"));
        Path fresh = Files.createDirectories(folder.resolve("Maildir/new"));
        SourceConfig.DropFolder drop = new SourceConfig.DropFolder(folder, "li@factory.example", ZoneOffset.UTC);
        delivered(cur, "1700000001.M1.host:2,", 1);
        delivered(fresh, "1700000002.M2.host", 2);
        changed(cur, "2026-03-02T01:00:00Z");
        Read first = read(drop, Map.of(), 10);
        assertThat(first.subjects()).containsExactly("mail 1", "mail 2");
        assertThat(read(drop, first.cursors(), 10).subjects()).isEmpty();
        // Somebody reads both: flags, and from 'new' to 'cur'.
        Files.move(cur.resolve("1700000001.M1.host:2,"), cur.resolve("1700000001.M1.host:2,S"));
        Files.move(fresh.resolve("1700000002.M2.host"), cur.resolve("1700000002.M2.host:2,S"));
        changed(cur, "2026-03-02T02:00:00Z");
        assertThat(read(drop, first.cursors(), 10).subjects()).isEmpty();
        delivered(cur, "1700000003.M3.host:2,", 3);
        Path coming = delivered(cur, "1700000004.M4.host:2,", 4);
        changed(coming, "2026-03-02T23:59:59Z");
        changed(cur, "2026-03-02T03:00:00Z");
        Read second = read(drop, first.cursors(), 10);
        assertThat(second.subjects()).contains("mail 3").doesNotContain("mail 4");
        changed(coming, "2026-03-02T23:50:00Z");
        assertThat(read(drop, second.cursors(), 10).subjects()).as("whole now, and the folder's own time is as it was").contains("mail 4");
    }

    private static Path delivered(Path box, String name, int number) throws IOException {
        Path file = Files.writeString(box.resolve(name), mail(number));
        changed(file, "2026-03-02T00:30:00Z");
        return file;
    }

    private static void changed(Path path, String at) throws IOException {
        Files.setLastModifiedTime(path, java.nio.file.attribute.FileTime.from(Instant.parse(at)));
    }

    @Test
    void anMboxThatGrewIsReadOnFromWhereItWasAndOneThatWasWrittenAnewFromItsBeginning() throws Exception {
        Path mbox = folder.resolve("live.mbox");
        String from = "From kim@acme.example Mon Mar  2 10:00:00 2026\n";
        Files.writeString(mbox, from + mail(1) + "\n" + from + mail(2) + "\n");
        Read first = read(files(mbox), Map.of(), 10);
        Files.writeString(mbox, from + mail(3) + "\n", java.nio.file.StandardOpenOption.APPEND);
        Read second = read(files(mbox), first.cursors(), 10);
        assertThat(second.subjects()).containsExactly("mail 3");
        Files.writeString(mbox, from + mail(2) + "\n" + from + mail(3) + "\n" + from + mail(4) + "\n");
        assertThat(read(files(mbox), second.cursors(), 10).subjects()).containsExactly("mail 2", "mail 3", "mail 4");
    }

    @Test
    void aMailThatComesIntoALargeFolderDoesNotBringAllOthersAgain() throws Exception {
        Path box = Files.createDirectory(folder.resolve("box"));
        for (int i = 0; i < 1200; i++) {
            Files.writeString(box.resolve(i + ".eml"), mail(i));
        }
        Read first = read(files(box), Map.of(), 100);
        assertThat(first.messages()).hasSize(1200);
        Files.writeString(box.resolve("550-new.eml"), mail(5000));
        assertThat(read(files(box), first.cursors(), 100).subjects()).contains("mail 5000").hasSizeLessThan(40);
    }

    @Test
    void whatWasThrownAwayOrNeverSentIsLeftOutAndItsFolderIsTold() throws Exception {
        Path maildir = folder.resolve("Maildir");
        for (String box : List.of("cur", "tmp", ".Sent/cur", ".Papierkorb/cur", ".&V4NXPpCuTvY-/cur", ".&XfJT0ZAB-/cur")) {
            Files.createDirectories(maildir.resolve(box));
        }
        Files.writeString(maildir.resolve("dovecot-uidlist"), "3 V1 N2\n");
        Files.writeString(maildir.resolve("cur/1700000001.M1.host:2,S"), mail(1));
        Files.writeString(maildir.resolve("cur/1700000002.M1.host:2,ST"), mail(2));
        Files.writeString(maildir.resolve("cur/1700000003.M1.host:2,D"), mail(3));
        Files.writeString(maildir.resolve("tmp/1700000004.M1.host"), mail(4));
        Files.writeString(maildir.resolve(".Papierkorb/cur/1700000005.M1.host:2,S"), mail(5));
        Files.writeString(maildir.resolve(".&V4NXPpCuTvY-/cur/1700000006.M1.host:2,S"), mail(6));
        Files.writeString(maildir.resolve(".&XfJT0ZAB-/cur/1700000007.M1.host:2,S"), mail(7));
        Read read = read(files(maildir), Map.of(), 10);
        assertThat(read.subjects()).containsExactlyInAnyOrder("mail 1", "mail 7");
        assertThat(read.unreadable()).isEmpty();
        assertThat(read.cursors().keySet()).extracting(Mailbox::name).anyMatch(it -> it.endsWith(".已发送"));
    }

    @Test
    void gmailsExportLeavesOutWhatGmailHadInSpamTrashAndDrafts() throws Exception {
        StringBuilder mbox = new StringBuilder();
        List<String> labels = List.of("Inbox,Important", "Spam", "=?UTF-8?Q?Papelera,Importante?=", "Sent", "=?UTF-8?B?6I2J56i/?=");
        for (int i = 0; i < labels.size(); i++) {
            mbox.append("From 17").append(i).append("@xxx Tue Feb 03 18:00:00 +0000 2026\nX-GM-THRID: 17").append(i)
                    .append("\nX-Gmail-Labels: ").append(labels.get(i)).append('\n').append(mail(i)).append('\n');
        }
        Read read = read(files(Files.writeString(folder.resolve("All mail.mbox"), mbox)), Map.of(), 10);
        assertThat(read.subjects()).containsExactly("mail 0", "mail 3");
        assertThat(read.messages().getFirst().headers()).containsEntry("x-gmail-labels", "Inbox,Important");
    }

    @Test
    void aZipInAZipIsReadAndANameThatLeadsElsewhereIsANameOnly() throws Exception {
        Path inner = folder.resolve("inner.zip");
        zip(inner, Map.of("2.eml", mail(2).getBytes(StandardCharsets.UTF_8)));
        Path outer = folder.resolve("outer.zip");
        zip(outer, Map.of("inner.zip", Files.readAllBytes(inner), "../../out/1.eml", mail(1).getBytes(StandardCharsets.UTF_8)));
        assertThat(read(files(outer), Map.of(), 10).subjects()).containsExactlyInAnyOrder("mail 1", "mail 2");
        assertThat(folder.resolve("../../out")).doesNotExist();
    }

    @Test
    void aZipThatIsCutOffGivesWhatIsThereAndSaysSo() throws Exception {
        Path zip = folder.resolve("mails.zip");
        Map<String, byte[]> mails = new java.util.TreeMap<>();
        for (int i = 0; i < 20; i++) {
            mails.put("m" + (10 + i) + ".eml", mail(i).getBytes(StandardCharsets.UTF_8));
        }
        zip(zip, mails);
        byte[] bytes = Files.readAllBytes(zip);
        Files.write(zip, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        Read read = read(files(zip), Map.of(), 10);
        assertThat(read.subjects()).contains("mail 0").hasSizeBetween(5, 19);
        assertThat(read.unreadable()).singleElement().satisfies(it -> assertThat(it.reason()).contains("cut off"));
    }

    @Test
    void aZipThatUnpacksToFarTooMuchOrHasAPasswordIsAnsweredWithASentence() throws Exception {
        Path bomb = folder.resolve("bomb.zip");
        zip(bomb, Map.of("a.mbox", new byte[250_000_000]));
        assertThat(read(files(bomb), Map.of(), 10).unreadable()).singleElement()
                .satisfies(it -> assertThat(it.reason()).contains("far more than a mailbox"));
        Path locked = folder.resolve("locked.zip");
        zip(locked, Map.of("1.eml", mail(1).getBytes(StandardCharsets.UTF_8)));
        byte[] bytes = Files.readAllBytes(locked);
        int central = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        bytes[6] |= 1;
        bytes[central + 8] |= 1;
        Files.write(locked, bytes);
        assertThat(read(files(locked), Map.of(), 10).unreadable()).singleElement()
                .satisfies(it -> assertThat(it.reason()).contains("protected with a password"));
    }

    @Test
    void namesInAZipFromAChineseMachineAreChinese() {
        assertThat(EntryNames.decode("邮件/询价单.eml".getBytes(java.nio.charset.Charset.forName("GBK")))).isEqualTo("邮件/询价单.eml");
        assertThat(EntryNames.decode("邮件.eml".getBytes(StandardCharsets.UTF_8))).isEqualTo("邮件.eml");
        assertThat(EntryNames.decode("Müller/Año.eml".getBytes(java.nio.charset.Charset.forName("IBM437")))).isEqualTo("Müller/Año.eml");
    }

    @Test
    void appleMailsFilesAreReadWithoutWhatItNotesBehindThem() throws Exception {
        Path mails = Files.createDirectories(folder.resolve("INBOX.mbox/Messages"));
        String plist = "<?xml version=\"1.0\"?><plist><dict><key>flags</key><integer>%d</integer></dict></plist>";
        Files.writeString(mails.resolve("1.emlx"), mail(1).length() + "       \n" + mail(1) + plist.formatted(8590195713L));
        Files.writeString(mails.resolve("2.emlx"), mail(2).length() + "       \n" + mail(2) + plist.formatted(3));
        Read read = read(files(folder.resolve("INBOX.mbox")), Map.of(), 10);
        assertThat(read.subjects()).containsExactly("mail 1");
        assertThat(read.messages().getFirst().body().plain()).doesNotContain("plist");
    }

    @Test
    void whatLiesBesideAChatIsNotComplainedAbout() throws Exception {
        Path chat = Files.createDirectories(folder.resolve("chat/media")).getParent();
        Files.writeString(chat.resolve("WhatsApp Chat with Ana.txt"), "12/03/2026, 14:05 - Ana: hello\n12/03/2026, 14:06 - Li: hi\n");
        Files.write(chat.resolve("media/IMG-1.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, 0});
        Read read = read(files(chat), Map.of(), 10);
        assertThat(read.messages()).hasSize(2);
        assertThat(read.unreadable()).isEmpty();
    }

    private static void zip(Path file, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> it : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(it.getKey()));
                zip.write(it.getValue());
                zip.closeEntry();
            }
        }
    }
}

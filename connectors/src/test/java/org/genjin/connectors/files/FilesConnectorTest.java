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

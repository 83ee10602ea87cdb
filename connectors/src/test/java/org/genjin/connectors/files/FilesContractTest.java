package org.genjin.connectors.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorContract;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Needs;
import org.genjin.connectors.outlook.MsgWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract for each way in which messages lie in files. */
class FilesContractTest {

    private static final Instant NOW = Instant.parse("2026-03-03T00:00:00Z");

    private static Connector open(SourceConfig source) throws ConnectorException {
        return new Connectors(Map.of(), () -> NOW).open(source);
    }

    private static SourceConfig.Files file(Path path) {
        return new SourceConfig.Files(List.of(path), Path.of(""), Optional.empty(), "li@factory.example", ZoneOffset.UTC);
    }

    private static String mail(int number) {
        return "From: kim@acme.example\nTo: li@factory.example\nSubject: mail " + number + "\nMessage-ID: <" + number
                + "@c.example>\nDate: Mon, 2 Mar 2026 10:00:00 +0800\n\nwords\n";
    }

    @Nested
    class Mbox extends ConnectorContract {

        @TempDir
        Path folder;

        @BeforeEach
        void write() throws IOException {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 8; i++) {
                text.append("From kim@acme.example Mon Mar  2 10:00:00 2026\n").append(mail(i)).append('\n');
            }
            Files.writeString(folder.resolve("a.mbox"), text);
        }

        @Override
        protected Connector open() throws ConnectorException {
            return FilesContractTest.open(file(folder.resolve("a.mbox")));
        }

        @Override
        protected int count() {
            return 8;
        }
    }

    @Nested
    class MailFolder extends ConnectorContract {

        @TempDir
        Path folder;

        @BeforeEach
        void write() throws IOException {
            for (int i = 0; i < 6; i++) {
                Files.writeString(folder.resolve(i + ".eml"), mail(i));
            }
        }

        @Override
        protected Connector open() throws ConnectorException {
            return FilesContractTest.open(file(folder));
        }

        @Override
        protected int count() {
            return 6;
        }
    }

    @Nested
    class Maildir extends ConnectorContract {

        @TempDir
        Path folder;

        @BeforeEach
        void write() throws IOException {
            Files.createDirectories(folder.resolve("cur"));
            Files.createDirectories(folder.resolve("new"));
            for (int i = 0; i < 7; i++) {
                Files.writeString(folder.resolve(i % 2 == 0 ? "cur/170000000" + i + ".M1.host:2,S" : "new/170000000" + i + ".M1.host"), mail(i));
            }
        }

        @Override
        protected Connector open() throws ConnectorException {
            return FilesContractTest.open(file(folder));
        }

        @Override
        protected int count() {
            return 7;
        }
    }

    @Nested
    class ManyMails extends ConnectorContract {

        @TempDir
        Path folder;

        @BeforeEach
        void write() throws IOException {
            for (int i = 0; i < 1100; i++) {
                Files.writeString(folder.resolve(i + ".eml"), mail(i));
            }
        }

        @Override
        protected Connector open() throws ConnectorException {
            return FilesContractTest.open(file(folder));
        }

        @Override
        protected int count() {
            return 1100;
        }
    }

    @Nested
    class SavedFromOutlook extends ConnectorContract {

        @TempDir
        Path folder;

        @BeforeEach
        void write() throws IOException {
            for (int i = 0; i < 6; i++) {
                Files.write(folder.resolve(i + ".msg"), MsgWriter.mail(
                        "kim@acme.example", "Kim", "li@factory.example", "mail " + i, "<" + i + "@o.example>", NOW, "words").bytes());
            }
        }

        @Override
        protected Connector open() throws ConnectorException {
            return FilesContractTest.open(file(folder));
        }

        @Override
        protected int count() {
            return 6;
        }
    }

    @Nested
    class MboxInAZip extends ConnectorContract {

        @TempDir
        Path folder;

        @BeforeEach
        void write() throws IOException {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 8; i++) {
                text.append("From kim@acme.example Mon Mar  2 10:00:00 2026\n").append(mail(i)).append('\n');
            }
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("mail.zip")))) {
                zip.putNextEntry(new ZipEntry("Takeout/Mail/All mail.mbox"));
                zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
            }
        }

        @Override
        protected Connector open() throws ConnectorException {
            return FilesContractTest.open(file(folder.resolve("mail.zip")));
        }

        @Override
        protected int count() {
            return 8;
        }
    }

    @Nested
    class OutlookStore extends ConnectorContract {

        @Override
        protected Connector open() throws ConnectorException {
            return FilesContractTest.open(file(Needs.corpora("mail/outlook-pst").resolve("tika/testPST.pst")));
        }

        @Override
        protected int count() {
            return 7;
        }
    }

    @Nested
    class ChatExport extends ConnectorContract {

        @TempDir
        Path folder;

        @BeforeEach
        void write() throws IOException {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 7; i++) {
                text.append("12/03/2026, 14:0").append(i).append(" - ").append(i % 2 == 0 ? "Ana" : "Li").append(": words ").append(i).append('\n');
            }
            Path file = Files.writeString(folder.resolve("WhatsApp Chat with Ana.txt"), text);
            Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(600)));
        }

        @Override
        protected Connector open() throws ConnectorException {
            return FilesContractTest.open(new SourceConfig.DropFolder(folder, "li@factory.example", ZoneOffset.UTC));
        }

        @Override
        protected int count() {
            return 7;
        }
    }
}

package org.genjin.daemon.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Content;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Mailbox;
import org.genjin.connectors.Message;
import org.genjin.daemon.reading.Reading;
import org.genjin.daemon.reading.WordsReading;
import org.genjin.daemon.reading.said.Absence;
import org.genjin.daemon.reading.said.Said;
import org.genjin.daemon.reading.said.SaidReading;
import org.genjin.daemon.reading.said.Validity;
import org.genjin.daemon.reading.said.Words;
import org.genjin.index.Extraction;
import org.genjin.index.Ocr;
import org.genjin.index.TikaWorkers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "read",
        description = "Print what Genjin reads in files, one JSON object a line; stores nothing, needs no home.",
        footer = {"", "'-' reads paths from standard input, one a line. Every path gives at least one line."})
final class ReadVerb implements Callable<Integer> {

    private static final int BATCH = 100;
    private static final String OWNER = "reader@localhost";

    private final Invocation invocation;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files or folders; - takes a list from standard input.")
    List<String> files = List.of();

    @Option(
            names = "--as",
            paramLabel = "FORMAT",
            completionCandidates = FormatNames.class,
            description = "What they are, where it is not to be detected: ${COMPLETION-CANDIDATES}; body takes a .txt or .html file"
                    + " as the bare body of a mail.")
    @Nullable String format;

    @Option(names = "--time-zone", paramLabel = "ZONE", description = "Of the phone that wrote a chat export (default: the machine's).")
    @Nullable ZoneId zone;

    @Option(names = "--attachments", description = "Read the text of attachments as well.")
    boolean attachments;

    @Option(names = "--home", paramLabel = "DIR", hidden = true, description = "Taken as every command takes it; nothing of it is used.")
    @Nullable Path home;

    @Option(names = "--json", hidden = true, description = "It is JSON in any case.")
    boolean json;

    ReadVerb(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException, Trouble {
        Path temporary = attachments ? Files.createTempDirectory("genjin-read") : null;
        try (TikaWorkers workers = temporary == null
                ? null
                : new TikaWorkers(
                        new TikaWorkers.Bounds(1, 50_000_000, Duration.ofSeconds(60), 256), temporary,
                        () -> Ocr.languages(Optional.empty()))) {
            Lines lines = new Lines(workers, temporary);
            for (String file : files) {
                if (file.equals("-")) {
                    BufferedReader list =
                            new BufferedReader(new InputStreamReader(invocation.terminal().in(), StandardCharsets.UTF_8));
                    for (String line = list.readLine(); line != null; line = list.readLine()) {
                        if (!line.isBlank()) {
                            lines.path(line);
                        }
                    }
                } else {
                    lines.path(file);
                }
            }
            return lines.exit();
        } finally {
            if (temporary != null) {
                delete(temporary);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private final class Lines {

        private final WordsReading reading = new WordsReading();
        private final SaidReading saidReading = new SaidReading();
        private final Absence absence = new Absence();
        private final Validity validity = new Validity();
        private final @Nullable TikaWorkers workers;
        private final @Nullable Path temporary;
        private int read;
        private int bad;

        Lines(@Nullable TikaWorkers workers, @Nullable Path temporary) {
            this.workers = workers;
            this.temporary = temporary;
        }

        int exit() {
            return bad == 0 ? Exit.DONE : read == 0 ? Exit.FAILED : Exit.PARTLY;
        }

        void path(String name) throws IOException, Trouble {
            int before = read + bad;
            try {
                SourceConfig.Files source = new SourceConfig.Files(
                        List.of(Path.of(name)), invocation.terminal().folder(), Optional.ofNullable(format), OWNER,
                        zone == null ? invocation.zone() : zone);
                try (Connector connector = invocation.connectors().open(source)) {
                    for (Mailbox mailbox : connector.mailboxes()) {
                        mailbox(connector, mailbox);
                    }
                }
            } catch (InvalidPathException e) {
                unreadable(name, "", "This is no path.");
            } catch (ConnectorException e) {
                if (format != null && e instanceof ConnectorException.Refused && read + bad == 0) {
                    throw Trouble.usage(String.valueOf(e.getMessage()));
                }
                unreadable(name, "", String.valueOf(e.getMessage()));
            }
            if (read + bad == before) {
                unreadable(name, "", "There is no message in it.");
            }
        }

        private void mailbox(Connector connector, Mailbox mailbox) throws ConnectorException, IOException {
            Cursor cursor = Cursor.START;
            Batch batch;
            do {
                batch = connector.pull(mailbox, cursor, BATCH);
                cursor = batch.next();
                for (Message it : batch.messages()) {
                    message(mailbox.name(), it);
                }
                batch.unreadable().forEach(it -> unreadable(mailbox.name(), it.locator(), it.reason()));
            } while (!batch.drained());
        }

        private void unreadable(String file, String locator, String problem) {
            bad++;
            print(Json.object()
                    .put("kind", "unreadable")
                    .put("file", file(file, locator))
                    .put("locator", locator)
                    .put("problem", problem));
        }

        private void message(String file, Message it) throws IOException {
            read++;
            Reading said = reading.read(it);
            ObjectNode json = Json.object()
                    .put("kind", it.kind() == Message.Kind.SYSTEM ? "system" : "message")
                    .put("file", file(file, it.locator()))
                    .put("channel", it.channel().id())
                    .put("locator", it.locator())
                    .put("key", it.key().value())
                    .put("messageId", it.messageId())
                    .put("sentAt", Json.text(it.sentAt()))
                    .put("localTime", it.localTime() == null ? null : it.localTime().toString());
            json.set("from", it.from() == null ? null : participant(it.from()));
            json.set("to", participants(it.to()));
            json.set("cc", participants(it.cc()));
            json.put("room", it.room())
                    .put("subject", it.channel() == Channel.EMAIL || !it.subject().isEmpty() ? it.subject() : null)
                    .put("text", said.text())
                    .put("quoted", said.quoted())
                    .put("signature", said.signature())
                    .put("language", said.language().isEmpty() ? null : said.language());
            json.set("inReplyTo", Json.array(it.inReplyTo()));
            json.put("bulk", it.bulk()).put("auto", it.auto());
            Words words = new Words(said.text(), said.language(), it.writtenAt());
            Said ofTrade = saidReading.read(words);
            SaidJson.add(json, said.contact(), it.bulk() || it.auto() ? ofTrade.byNobody() : ofTrade);
            if (it.auto()) {
                absence.back(words.text(), words.language(), words.at()).ifPresent(day -> json.put("backOn", day.toString()));
            } else {
                validity.until(words).ifPresent(day -> json.put("validUntil", day.toString()));
            }
            if (!said.also().isEmpty()) {
                json.put("also", said.also());
            }
            AttachmentTree documents = new AttachmentTree(it);
            json.set("attachments", attachments(documents, documents.named(), 0));
            if (!documents.unnamed().isEmpty()) {
                json.set("alsoAttached", attachments(documents, documents.unnamed(), 0));
            }
            print(json.put("problem", it.problem()));
        }

        private ArrayNode attachments(AttachmentTree tree, List<Message.Attachment> some, int depth) throws IOException {
            ArrayNode array = Json.array();
            for (Message.Attachment it : some) {
                ObjectNode json = read(it);
                List<Message.Attachment> files = tree.within(it, depth);
                if (!files.isEmpty()) {
                    json.set("files", attachments(tree, files, depth + 1));
                }
                array.add(json);
            }
            return array;
        }

        private ObjectNode read(Message.Attachment it) throws IOException {
            ObjectNode json = Json.object()
                    .put("name", it.name())
                    .put("type", it.mediaType())
                    .put("size", it.size() < 0 ? null : (Long) it.size())
                    .put("inline", it.isHidden())
                    .put("present", it.present());
            Content content = it.content();
            if (workers == null || temporary == null || content == null) {
                return json.putNull("text").putNull("problem");
            }
            Path file = Files.createTempFile(temporary, "document", ".bin");
            try (InputStream in = content.open()) {
                Files.copy(in, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                return switch (workers.extract(file, it.name(), it.mediaType())) {
                    case Extraction.Text text -> json.put("text", text.all()).putNull("problem");
                    case Extraction.Nothing _ -> json.put("text", "").putNull("problem");
                    case Extraction.Failed failed -> json.putNull("text").put("problem", failed.problem().id());
                };
            } finally {
                Files.deleteIfExists(file);
            }
        }

        private void print(ObjectNode json) {
            invocation.terminal().out().println(Json.line(json));
        }
    }

    /** A mail in a folder is its own file. */
    private static String file(String mailbox, String locator) {
        return locator.startsWith("file ") ? mailbox + "/" + locator.substring("file ".length()) : mailbox;
    }

    private static ArrayNode participants(List<Message.Participant> all) {
        ArrayNode array = Json.array();
        all.forEach(it -> array.add(participant(it)));
        return array;
    }

    private static ObjectNode participant(Message.Participant it) {
        return Json.object().put("address", it.address()).put("name", it.name());
    }
}

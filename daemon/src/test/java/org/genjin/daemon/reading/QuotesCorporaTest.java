package org.genjin.daemon.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Message;
import org.genjin.connectors.Needs;
import org.junit.jupiter.api.Test;

/** Replies of which it is known what their sender wrote anew, in one reading for all: without the signature. */
class QuotesCorporaTest {

    private final WordsReading reading = new WordsReading();

    @Test
    void nearlyAllRepliesAreSplitExactly() throws IOException, ConnectorException {
        Path folder = Needs.corpora("mail/quotes");
        Map<String, int[]> scores = new TreeMap<>();
        StringBuilder missed = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> expected = files.filter(it -> it.toString().endsWith(".expected.txt")).sorted().toList();
            for (Path it : expected) {
                Path reply = it.resolveSibling(it.getFileName().toString().replace(".expected.txt", ".txt"));
                String source = folder.relativize(it).getName(0).toString();
                int[] score = scores.computeIfAbsent(source, _ -> new int[2]);
                boolean right = same(newWords(reply), Files.readString(it));
                score[0] += right ? 1 : 0;
                score[1]++;
                missed.append(right ? "" : folder.relativize(reply) + "\n");
            }
        }
        int right = scores.values().stream().mapToInt(it -> it[0]).sum();
        int all = scores.values().stream().mapToInt(it -> it[1]).sum();
        assertThat(right / (double) all).as("missed: " + missed).isGreaterThanOrEqualTo(0.95);
    }

    private String newWords(Path reply) throws IOException, ConnectorException {
        return said(reply).text();
    }

    private Reading said(Path reply) throws IOException, ConnectorException {
        SourceConfig.Files source = new SourceConfig.Files(
                List.of(reply), Path.of(""), java.util.Optional.of("body"), "li@factory.example", java.time.ZoneOffset.UTC);
        try (Connector connector = new Connectors(Map.of(), java.time.InstantSource.system()).open(source)) {
            Message message = connector.pull(connector.mailboxes().getFirst(), Cursor.START, 1).messages().getFirst();
            return reading.read(message);
        }
    }

    private static boolean same(String one, String other) {
        return normal(one).equals(normal(other));
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\s\\u00a0\\u200b]+", " ").strip();
    }
}

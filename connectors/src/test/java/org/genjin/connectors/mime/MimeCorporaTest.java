package org.genjin.connectors.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.genjin.connectors.Content;
import org.genjin.connectors.MailReader.UnreadableMail;
import org.genjin.connectors.Message;
import org.genjin.connectors.Needs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real mails, gathered from the tests of other programs, with what two readers agreed they say. */
class MimeCorporaTest {

    private final MimeReader reader = new MimeReader();
    private final Map<String, int[]> scores = new LinkedHashMap<>();
    private final List<String> misses = new ArrayList<>();

    @Test
    void realMailsAreReadAsTwoOtherReadersReadThem() throws Exception {
        Path corpus = Needs.corpora("mail");
        JsonNode expected = JsonMapper.shared().readTree(Files.readString(corpus.resolve("expected.json")));
        for (JsonNode mail : expected.get("messages")) {
            compare(corpus, mail);
        }
        scores.forEach((field, score) ->
                System.out.printf("corpora/mail %-16s %d of %d%n", field, score[0], score[1]));
        misses.forEach(System.out::println);
        scores.forEach((field, score) -> assertThat(score[0] / (double) score[1]).as(field).isGreaterThan(0.95));
    }

    @Test
    void noMailOfTheCorporaMakesTheReaderFail() throws Exception {
        Path corpus = Needs.corpora("mail");
        int mails = 0;
        try (Stream<Path> files = Files.walk(corpus)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try {
                    Message message = read(file);
                    assertThat(message.key().value()).as(file.toString()).hasSizeLessThanOrEqualTo(100).isNotBlank();
                    mails++;
                } catch (UnreadableMail e) {
                    assertThat(e).as(file.toString()).hasMessageMatching("(?s).+\\.");
                }
            }
        }
        assertThat(mails).isGreaterThan(600);
    }

    private void compare(Path corpus, JsonNode expected) throws IOException {
        String file = expected.get("file").asString();
        Message message;
        try {
            message = read(corpus.resolve(file));
        } catch (UnreadableMail e) {
            score("readable", false, file + ": " + e.getMessage());
            return;
        }
        score("readable", true, "");
        check(expected, "subject", file, it -> squeeze(it.asString()).equals(squeeze(message.subject())), message.subject());
        Message.Participant from = message.from();
        check(expected, "from", file, it -> it.asString().equalsIgnoreCase(from == null ? "" : from.address()), from);
        check(expected, "to", file, it -> addresses(it).equals(message.to().stream()
                .map(Message.Participant::address).filter(Objects::nonNull).toList()), message.to());
        check(expected, "date_utc", file,
                it -> it.asString().equals(String.valueOf(message.sentAt())), message.sentAt());
        check(expected, "message_id", file, it -> it.asString().equals(message.messageId()), message.messageId());
        List<String> names = message.attachments().stream().map(Message.Attachment::name).toList();
        check(expected, "attachment_count", file, it -> it.asInt() == names.size(), names);
        check(expected, "attachment_names", file, it -> strings(it).stream().allMatch(names::contains), names);
        String html = message.body().html();
        String words = squeeze(message.body().plain() + " " + (html == null ? "" : org.jsoup.Jsoup.parse(html).text()));
        check(expected, "body_contains", file, it -> words.contains(squeeze(it.asString())),
                words.substring(0, Math.min(120, words.length())));
    }

    private interface Check {
        boolean holds(JsonNode value);
    }

    private void check(JsonNode expected, String field, String file, Check check, @Nullable Object got) {
        JsonNode value = expected.get(field);
        if (value != null && !value.isNull()) {
            boolean right = check.holds(value);
            score(field, right, file + " " + field + ": expected " + value + " got " + got);
        }
    }

    private void score(String field, boolean right, String miss) {
        int[] score = scores.computeIfAbsent(field, _ -> new int[2]);
        score[0] += right ? 1 : 0;
        score[1]++;
        if (!right) {
            misses.add(miss);
        }
    }

    private Message read(Path file) throws IOException, UnreadableMail {
        return reader.read(Content.of(Files.readAllBytes(file)), "test", null);
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(it -> strings.add(it.asString()));
        return strings;
    }

    private static List<String> addresses(JsonNode array) {
        return strings(array).stream().map(it -> it.toLowerCase(java.util.Locale.ROOT)).toList();
    }

    private static String squeeze(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\s\\u00a0]+", " ").strip();
    }
}

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
import java.util.Set;
import java.util.TreeSet;
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

    /** Fields that we hold to be wrong, and why. */
    private static final Map<String, String> DOUBTED = Map.of(
            "attachments-mail/stalwart/legacy__035.eml attachment_names",
            "A path on the sender's disk. The two readers took its backslashes for the escapes of RFC 5322 and made one word of"
                    + " folders and name; people call the file by its last part, and no path may be kept.",
            "forward-nested/php-mime/issue274.eml body_contains",
            "The attached mail still in base64, which the two readers left undecoded because RFC 2046 allows none there. We"
                    + " decode it, and its words are found.");

    private final MimeReader reader = new MimeReader();
    private final Map<String, int[]> scores = new LinkedHashMap<>();
    private final List<String> misses = new ArrayList<>();
    private final Set<String> doubted = new TreeSet<>();

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
        assertThat(misses).isEmpty();
        assertThat(doubted).as("fields that we hold to be wrong and read otherwise").isEqualTo(new TreeSet<>(DOUBTED.keySet()));
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
        // The parts that are named or attached, as the corpus counts them; `read` prints the others apart from them.
        List<String> names = message.attachments().stream()
                .filter(it -> it.within() == null)
                .map(Message.Attachment::name)
                .filter(it -> !it.isEmpty())
                .toList();
        check(expected, "attachment_count", file, it -> it.asInt() == names.size(), names);
        check(expected, "attachment_names", file, it -> strings(it).stream().allMatch(names::contains), names);
        String html = message.body().html();
        String quoted = message.body().quoted();
        String words = squeeze(message.body().plain() + " " + (html == null ? "" : org.jsoup.Jsoup.parse(html).text()) + " "
                + (quoted == null ? "" : quoted));
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
            if (!right && DOUBTED.containsKey(file + " " + field)) {
                doubted.add(file + " " + field);
                return;
            }
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

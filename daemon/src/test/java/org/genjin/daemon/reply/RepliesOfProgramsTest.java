package org.genjin.daemon.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Content;
import org.genjin.connectors.Message;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.reading.WordsReading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replies to our mail as mail programs write them, as whole mails. */
class RepliesOfProgramsTest {

    private static final List<Numbered> MAIL = List.of(
            Numbered.customer(1, new CustomerId(42), "Mueller & Söhne GmbH"),
            Numbered.customer(2, new CustomerId(7), "Andina SAS"),
            Numbered.customer(3, new CustomerId(11), "ABC Trading LLC"),
            Numbered.customer(4, new CustomerId(12), "宁波海天进出口有限公司"),
            Numbered.question(5));
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-26T09:00:00+08:00");

    private static final String TEXT = text("/reply/digest.txt");
    private static final String HTML = text("/reply/digest.html");

    /** A reply, with what is to be understood of it. */
    record Reply(String program, boolean html, String meant, String body) {
        @Override
        public String toString() {
            return program + (html ? ", HTML" : ", text");
        }
    }

    static Stream<Reply> replies() {
        String all = text("/reply/clients.txt").replaceFirst("^(?:#[^\n]*\n)+", "");
        return Arrays.stream(all.split("\n====\n", -1)).map(block -> {
            String[] head = block.lines().findFirst().orElseThrow().split(" \\| ", 3);
            return new Reply(head[0], head[1].equals("html"), head[2].strip(), block.substring(block.indexOf('\n') + 1));
        });
    }

    @ParameterizedTest
    @MethodSource("replies")
    void whateverProgramTheReplyComesFromOnlyWhatWasTypedIsObeyed(Reply reply) throws Exception {
        String marked = TEXT.strip().lines().map(it -> "> " + it).collect(Collectors.joining("\n"));
        String body = reply.body().replace("{marked}", marked).replace("{text}", TEXT.strip()).replace("{html}", HTML.strip());
        assertThat(said(reply.html() ? "html" : "plain", body)).as(body).isEqualTo(reply.meant());
    }

    private static String said(String kind, String body) throws Exception {
        String mail = "From: Li Wei <li@factory.example>\r\nTo: li@factory.example\r\nSubject: =?utf-8?Q?Re:_Follow-up_11-26:_2_waiting_for_me_=C2=B7_2_to_follow_up_=C2=B7_1_question?=\r\n"
                + "Date: Thu, 26 Nov 2026 09:00:00 +0800\r\nMessage-ID: <r1@factory.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/" + kind
                + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
        Message message = new Connectors(Map.of(), InstantSource.fixed(AT.toInstant())).reread(
                Channel.EMAIL, Content.of(mail.getBytes(StandardCharsets.US_ASCII)), "uid 1", AT.toInstant());
        return ReplyParserTest.shown(
                new ReplyParser().read(message, new WordsReading().read(message), MAIL, new Moment(AT, "en", Set.of("li", "wei"))));
    }

    private static String text(String resource) {
        try (InputStream in = RepliesOfProgramsTest.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

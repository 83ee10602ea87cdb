package org.genjin.daemon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.genjin.daemon.demo.Papers;

/**
 * A Maildir of an exporter as big as wanted, the same for the same size: conversations of firms that grow in number with the
 * mailbox, both ways, three kilobytes a mail, a third with quoted words, half with an HTML part, every tenth a newsletter. Words are
 * as frequent as in real mail: few often, most of them seldom.
 */
final class MadeUpMailbox {

    static final String OWNER = "li@factory.example";

    private static final Instant BEGIN = Instant.parse("2023-01-02T01:00:00Z");
    private static final int WORDS = 40_000;
    private static final String[] TRADE = {
        "Please quote %d pcs of valve %s FOB Ningbo.", "We need %d sets of %s, delivery in six weeks.",
        "Attached is our offer for %d units of %s, valid thirty days.", "The sample of %2$s has arrived, we order %1$d pieces.",
        "Please confirm the price of %2$s for %1$d pcs.", "我们需要%d件%s，请报价。", "Bitte um Angebot für %d Stück %s.",
        "Necesitamos %d piezas de %s.", "Нам нужно %d шт. %s."
    };

    private static final String[] FIRST = {
        "Anna", "Bruno", "Carla", "Dmitri", "Elena", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Karim", "Laura", "Marco", "Nadia", "Omar",
        "Paula", "Rami", "Sonia", "Tomas", "Vera", "Walid", "Yusuf", "Zoe"
    };

    private final Random random = new Random(7);
    private final String[] words = new String[WORDS];
    private final int mails;
    private final int attachmentEvery;

    /** @param attachmentEvery every so many-th mail carries a document; 0: none */
    MadeUpMailbox(int mails, int attachmentEvery) {
        this.mails = mails;
        this.attachmentEvery = attachmentEvery;
        for (int i = 0; i < WORDS; i++) {
            words[i] = word();
        }
    }

    /** Words of which each is in some mails, from frequent to rare; for searches. */
    List<String> someWords() {
        List<String> some = new ArrayList<>();
        for (int i = 3; i < WORDS / 4; i = i * 2 + 1) {
            some.add(words[i]);
        }
        return some;
    }

    /** @return how many bytes were written */
    long write(Path maildir) throws IOException {
        Path inbox = box(maildir);
        Path sent = box(maildir.resolve(".Sent"));
        long bytes = 0;
        for (int i = 0; i < mails; i++) {
            boolean ours = isOurs(i);
            byte[] mail = mail(i).getBytes(StandardCharsets.UTF_8);
            Files.write((ours ? sent : inbox).resolve(1_700_000_000L + i + ".M" + i + ".host:2,S"), mail);
            bytes += mail.length;
        }
        return bytes;
    }

    private static Path box(Path box) throws IOException {
        for (String part : List.of("new", "tmp")) {
            Files.createDirectories(box.resolve(part));
        }
        return Files.createDirectories(box.resolve("cur"));
    }

    private static boolean isOurs(int number) {
        return number % 10 != 9 && number / 7 % 2 == 1;
    }

    private String mail(int number) throws IOException {
        boolean bulk = number % 10 == 9;
        int firm = firm(number);
        int turn = number / firms();
        String buyer = bulk ? "News <news@" + name(2_000_000 + firm % 50) + ".example>" : person(firm, turn % 2) + " <" + FIRST[(firm + turn % 2) % FIRST.length].toLowerCase(Locale.ROOT) + "@" + name(firm) + ".example>";
        String us = "Li Wei <" + OWNER + ">";
        int thread = turn / 6;
        StringBuilder head = new StringBuilder();
        head.append("From: ").append(isOurs(number) ? us : buyer).append("\r\nTo: ").append(isOurs(number) ? buyer : us)
                .append("\r\nSubject: ").append(turn % 6 == 0 ? "" : "Re: ").append("Inquiry ").append(firm).append('-').append(thread)
                .append(' ').append(pick()).append("\r\nMessage-ID: ").append(id(number)).append("\r\n");
        if (turn % 6 != 0 && !bulk) {
            String before = id(number - firms());
            head.append("In-Reply-To: ").append(before).append("\r\nReferences: ").append(before).append("\r\n");
        }
        if (bulk) {
            head.append("List-Unsubscribe: <mailto:off@letter.example>\r\nPrecedence: bulk\r\n");
        }
        head.append("Date: ")
                .append(DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC).format(BEGIN.plusSeconds(number * 600L)))
                .append("\r\nMIME-Version: 1.0\r\n");
        return head + body(number, text(number));
    }

    private static String id(int number) {
        return "<m" + number + "@mail.example>";
    }

    private int firms() {
        return Math.max(3, mails / 60);
    }

    private int firm(int number) {
        return number % firms();
    }

    private static String person(int firm, int which) {
        String last = name(firm * 2 + which + 1_000_000);
        return FIRST[(firm + which) % FIRST.length] + " " + Character.toUpperCase(last.charAt(0)) + last.substring(1, 6);
    }

    private String signature(int number) {
        if (isOurs(number)) {
            return "Li Wei\r\nSales, Factory Fittings Co., Ltd.\r\nTel. +86 577 8723 1000";
        }
        int firm = firm(number);
        String name = name(firm);
        return person(firm, number / firms() % 2) + "\r\n" + Character.toUpperCase(name.charAt(0)) + name.substring(1)
                + " Trading GmbH\r\nTel. +49 40 " + (2_000_000 + firm * 13);
    }

    private String text(int number) {
        StringBuilder text = new StringBuilder("Dear " + (isOurs(number) ? "customer" : "Li Wei") + ",\r\n\r\n");
        text.append(String.format(Locale.ROOT, TRADE[number % TRADE.length], 10 + random.nextInt(5000), "EV-" + number % 900)).append("\r\n\r\n");
        sentences(text, number % 2 == 0 ? 700 : 1500, "");
        text.append("\r\n\r\nBest regards\r\n").append(signature(number)).append("\r\n");
        if (number % 3 == 0) {
            text.append("\r\nOn Mon, 2 Jan 2023 at 10:00, Li Wei <li@factory.example> wrote:\r\n");
            sentences(text, 500, "> ");
        }
        return text.toString();
    }

    private void sentences(StringBuilder text, int length, String quote) {
        int end = text.length() + length;
        while (text.length() < end) {
            text.append(quote);
            for (int i = 0; i < 12; i++) {
                text.append(pick()).append(i == 11 ? ".\r\n" : " ");
            }
        }
    }

    private String body(int number, String text) throws IOException {
        if (attachmentEvery > 0 && number % attachmentEvery == 0) {
            String edge = "a" + number;
            Document document = document(number);
            return "Content-Type: multipart/mixed; boundary=" + edge + "\r\n\r\n--" + edge
                    + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n--" + edge + "\r\nContent-Type: "
                    + document.type() + "; name=\"" + document.name() + "\"\r\nContent-Disposition: attachment; filename=\"" + document.name()
                    + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                    + Base64.getMimeEncoder().encodeToString(document.bytes()) + "\r\n--" + edge + "--\r\n";
        }
        if (number % 2 == 1) {
            return "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text;
        }
        return "Content-Type: multipart/alternative; boundary=\"b" + number + "\"\r\n\r\n--b" + number
                + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n--b" + number
                + "\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>"
                + text.replace("\r\n", "</p>\r\n<p>") + "</p></body></html>\r\n--b" + number + "--\r\n";
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    private record Document(String name, String type, byte[] bytes) {}

    /** No two alike: each has to be read. */
    private Document document(int number) throws IOException {
        StringBuilder text = new StringBuilder();
        sentences(text, 2000, "");
        List<String> lines = text.toString().lines().toList();
        String title = "Quotation Q" + number;
        return switch (number / Math.max(1, attachmentEvery) % 3) {
            case 0 -> new Document(title + ".pdf", "application/pdf", Papers.pdf(title, lines));
            case 1 -> new Document(
                    title + ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Papers.letter(title, lines));
            default -> new Document(
                    title + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Papers.table(title, lines));
        };
    }

    /** The first words are taken far more often than the last. */
    private String pick() {
        double share = random.nextDouble();
        return words[(int) (WORDS * share * share * share * share)];
    }

    /** No two are one letter apart: that would be a fraud. */
    private static String name(int firm) {
        Random random = new Random(firm);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            name.append("bdfgklmnprstvz".charAt(random.nextInt(14))).append("aeiou".charAt(random.nextInt(5)));
        }
        return name.toString();
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i >= 0; i--) {
            word.append("bdfgklmnprstvz".charAt(random.nextInt(14))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }
}

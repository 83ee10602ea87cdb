package org.genjin.daemon;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.genjin.index.IndexEntry;

/**
 * Makes up an exporter's messages, some of which carry words of which it is known where they stand. The same seed makes the
 * same messages. One thread.
 */
final class MadeUpMail {

    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private static final int WORDS = 30_000;
    private static final int CUSTOMERS = 400;
    private static final int DAYS = 1500;
    private static final int ASKED_OF_A_KIND = 20;
    private static final String[] SYLLABLES = {
        "ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "vu", "wa", "ze", "bri", "clo", "dra", "fle",
        "gri", "pla", "ster", "tion", "ment", "ing", "er", "al", "ous"
    };
    private static final String[] CHINESE = {
        "请尽快", "发送", "不锈钢", "报价单", "谢谢", "客户", "需要", "样品", "阀门", "管件", "交货期", "多少", "付款", "方式", "我们", "公司", "确认", "订单", "数量",
        "价格", "下周", "之前", "回复", "船期", "装箱", "单据"
    };

    private final Random random = new Random(42);
    private final String[] words = new String[WORDS];
    private final int messages;
    private final boolean bodiesOnly;
    private final Map<String, Map<String, Set<Long>>> answers = new HashMap<>();
    private final Map<Long, List<String>> inBody = new HashMap<>();
    private final Map<Long, List<String>> inAttachment = new HashMap<>();
    private final Set<Long> common = new TreeSet<>();

    /** @param bodiesOnly without attachments and quoted text */
    MadeUpMail(int messages, boolean bodiesOnly) {
        this.messages = messages;
        this.bodiesOnly = bodiesOnly;
        for (int i = 0; i < WORDS; i++) {
            StringBuilder word = new StringBuilder();
            for (int n = 2 + random.nextInt(3); n > 0; n--) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            words[i] = word.toString();
        }
        plant();
    }

    /** Kind of question → question → rows of the messages that answer it. */
    Map<String, Map<String, Set<Long>>> answers() {
        return answers;
    }

    /** The message with that row; rows count from 1. */
    IndexEntry message(long row) {
        Random own = new Random(row * 7919);
        boolean chinese = row % 4 == 0;
        StringBuilder body = new StringBuilder(chinese ? chinese(own, 400) : english(own, bodiesOnly ? 60 : 280));
        inBody.getOrDefault(row, List.of()).forEach(it -> body.append(chinese ? "，" : " ").append(it));
        body.append(chinese ? "。" : ". ").append(chinese ? chinese(own, 60) : english(own, 30));
        if (common.contains(row)) {
            body.append(" delivery");
        }
        List<IndexEntry.AttachmentText> attachments = new ArrayList<>();
        if (!bodiesOnly && (row % 10 == 3 || inAttachment.containsKey(row))) {
            String page = english(own, 600) + " " + String.join(" ", inAttachment.getOrDefault(row, List.of()));
            attachments.add(new IndexEntry.AttachmentText(
                    "offer-" + words[(int) (row % WORDS)] + ".pdf", "application/pdf",
                    List.of(new IndexEntry.Part("page=1", english(own, 300)), new IndexEntry.Part("page=2", page))));
        }
        String quoted = bodiesOnly || row % 3 != 0 ? "" : english(own, 150);
        String person = words[(int) (row % 900)] + " " + words[(int) (row % 700) + 1000];
        return new IndexEntry(
                row, "mail:" + row, List.of(row % 2 == 0 ? "li@factory.example" : "wang@factory.example"), List.of(customer(row)),
                row % 5 == 0 ? "whatsapp" : "email", row % 3 == 0 ? "out" : "in", sentAt(row), english(own, 6), body.toString(), quoted,
                "Best regards\n" + person + "\n+49 30 " + (1_000_000 + row),
                person + " " + person.replace(' ', '.') + "@" + customer(row).toLowerCase(Locale.ROOT) + ".example\nLi li@factory.example",
                chinese ? "zh" : "en", attachments,
                new IndexEntry.Origin(Set.of("li@factory.example"), "mail " + row % (messages / 4 + 1), body.length() + 500L, "one"),
                IndexEntry.Said.NOTHING);
    }

    static String customer(long row) {
        return String.format(Locale.ROOT, "C%04d", row * 31 % CUSTOMERS + 1);
    }

    private static Instant sentAt(long row) {
        return NOW.minus(Duration.ofMinutes(row * 7919 % (DAYS * 1440L)));
    }

    private String english(Random own, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            // As in a language: few words are most of the text.
            int rank = (int) Math.min(WORDS - 1, Math.exp(own.nextDouble() * Math.log(WORDS)) - 1);
            text.append(words[rank]).append(i % 12 == 11 ? ".\n" : " ");
        }
        return text.toString();
    }

    private static String chinese(Random own, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(CHINESE[own.nextInt(CHINESE.length)]);
            text.append(own.nextInt(6) == 0 ? "，" : "");
        }
        return text.toString();
    }

    private void plant() {
        for (int i = 0; i < ASKED_OF_A_KIND; i++) {
            String rare = "quor" + (char) ('a' + i) + "xim" + (char) ('z' - i) + "eth";
            planted("rare word", rare, inBody, 3, rare);
            String middle = words[200 + i];
            String phrase = "gasket " + middle + " tolerance";
            planted("phrase", '"' + phrase + '"', inBody, 5, phrase);
            rows(5).forEach(row -> put(inBody, row, "tolerance of the " + middle + " in a gasket"));
            String pair = "" + (char) ('\u9000' + i * 3) + (char) ('\u9100' + i * 5);
            planted("CJK pair", pair, inBody, 4, "需要" + pair + "两件");
            String name = "欧阳" + (char) ('\u6600' + i * 7) + (char) ('\u7400' + i * 3);
            planted("CJK name", name, inBody, 4, "联系" + name + "女士");
            code(i);
            if (!bodiesOnly) {
                String inFile = "flenx" + (char) ('a' + i) + "orvane";
                planted("attachment word", inFile, inAttachment, 3, inFile);
            }
            String stem = "bezk" + (char) ('a' + i) + "ro";
            planted("prefix", stem + "*", inBody, 3, stem + "lane", stem + "tide", stem);
            scoped(i);
            String misspelt = words[300 + i] + "marvel" + words[400 + i];
            planted("misspelt", words[300 + i] + "marrvel" + words[400 + i], inBody, 3, misspelt);
            numbers(i);
        }
        for (long row = 1; row <= messages; row++) {
            if (row * 31 % 10 < 3) {
                common.add(row);
            }
        }
        answers.computeIfAbsent("common word", _ -> new HashMap<>()).put("delivery", common);
    }

    private void code(int i) {
        String digits = Integer.toString(4100 + i * 37);
        planted("code", "KX" + digits + "B", inBody, 2, "KX-" + digits + "/B", "KX" + digits + "B", "kx " + digits + " b");
    }

    private void numbers(int i) {
        String whole = Integer.toString(71_234 + i * 1013);
        String grouped = whole.substring(0, 2) + "," + whole.substring(2) + ".00";
        planted("number", whole, inBody, 2, grouped, whole, whole.substring(0, 2) + "." + whole.substring(2) + ",00");
        String last = Integer.toString(2317 + i * 91);
        planted("phone", "+86 138 0742 " + last, inBody, 2, "1380742" + last, "138-0742-" + last, "+86 138 0742 " + last);
    }

    private void scoped(int i) {
        String word = "korvent" + (char) ('a' + i) + "il";
        Set<Long> all = new TreeSet<>(rows(12));
        all.forEach(row -> put(inBody, row, word));
        String customer = customer(all.iterator().next());
        Set<Long> theirs = new TreeSet<>(all);
        theirs.removeIf(row -> !customer(row).equals(customer));
        answers.computeIfAbsent("customer + word", _ -> new HashMap<>()).put("customer:" + customer + " " + word, theirs);
        Set<Long> recent = new TreeSet<>(all);
        Instant from = Instant.parse("2025-01-01T00:00:00Z");
        Instant end = Instant.parse("2026-01-01T00:00:00Z");
        recent.removeIf(row -> sentAt(row).isBefore(from) || !sentAt(row).isBefore(end));
        answers.computeIfAbsent("date range", _ -> new HashMap<>()).put(word + " date:2025-01-01..2025-12-31", recent);
    }

    private void planted(String kind, String question, Map<Long, List<String>> where, int each, String... texts) {
        Set<Long> rows = new TreeSet<>();
        for (String text : texts) {
            for (long row : rows(each)) {
                put(where, row, text);
                rows.add(row);
            }
        }
        answers.computeIfAbsent(kind, _ -> new HashMap<>()).put(question, rows);
    }

    private List<Long> rows(int count) {
        return random.longs(count, 1, messages + 1L).boxed().toList();
    }

    private static void put(Map<Long, List<String>> where, long row, String text) {
        where.computeIfAbsent(row, _ -> new ArrayList<>()).add(text);
    }
}

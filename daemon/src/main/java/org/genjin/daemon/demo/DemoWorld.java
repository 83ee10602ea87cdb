package org.genjin.daemon.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The year of the made-up exporter, up to a given moment. The same for the same day. */
public final class DemoWorld {

    /** The company's domain. */
    public static final String DOMAIN = "eastbridge-valve.example";
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> REPS = List.of("li.wei@" + DOMAIN, "chen.fang@" + DOMAIN);
    private static final List<String> REP_NAMES = List.of("Li Wei", "Chen Fang");
    private static final int DAYS = 360;

    private final Map<String, List<Step>> steps = new HashMap<>();
    private final List<DemoMail> mails = new ArrayList<>();
    private final List<DemoChat> chats = new ArrayList<>();
    private final Random random = new Random(20_260_101);
    private final Instant end;

    private DemoWorld(LocalDate day) {
        this.end = day.atTime(7, 30).atZone(ZONE).toInstant();
    }

    /** @param day the last day of the year */
    public static DemoWorld of(LocalDate day) throws IOException {
        DemoWorld world = new DemoWorld(day);
        List<Buyer> buyers = Buyer.all();
        for (Buyer buyer : buyers) {
            world.business(buyer);
        }
        world.noise();
        world.mails.sort(Comparator.comparing(DemoMail::at));
        for (int i = 0; i < 6; i++) {
            world.chats.add(DemoChat.of(buyers.get(7 * i + 3), REP_NAMES.get((7 * i + 3) % 2), day, i));
        }
        return world;
    }

    public static List<String> reps() {
        return REPS;
    }

    List<DemoMail> mails() {
        return List.copyOf(mails);
    }

    List<DemoChat> chats() {
        return List.copyOf(chats);
    }

    public int mailCount() {
        return mails.size();
    }

    /** A customer's year: orders one after the other, up to where it stands now. */
    private void business(Buyer buyer) throws IOException {
        List<Step> script = steps.computeIfAbsent(buyer.language(), Step::of);
        int count = 26 + random.nextInt(32);
        int last = lastStep(buyer, script);
        List<Instant> times = times(count, age(buyer));
        int first = Math.floorMod(last - count + 1, script.size());
        List<String> conversation = new ArrayList<>();
        DemoDocuments.Deal deal = deal(buyer, 0);
        int order = 0;
        for (int i = 0; i < count; i++) {
            Step step = script.get((first + i) % script.size());
            if (step.name().equals("rfq")) {
                conversation.clear();
                deal = deal(buyer, ++order);
            }
            mails.add(mail(buyer, step, times.get(i), i, conversation, deal));
        }
    }

    /** Where the business stands: a third waits for us, the rest for them. */
    private int lastStep(Buyer buyer, List<Step> script) {
        boolean theirs = buyer.number() % 6 < 2;
        int last = random.nextInt(script.size());
        while (script.get(last).ours() == theirs) {
            last = (last + 1) % script.size();
        }
        return last;
    }

    private Duration age(Buyer buyer) {
        return switch (buyer.number() % 6) {
            case 0 -> Duration.ofHours(30 + random.nextInt(90));
            case 1 -> Duration.ofHours(2 + random.nextInt(20));
            case 2, 3 -> Duration.ofHours(48 + random.nextInt(24 * 38));
            case 4 -> Duration.ofDays(45 + random.nextInt(25));
            default -> Duration.ofDays(64 + random.nextInt(60));
        };
    }

    private List<Instant> times(int count, Duration age) {
        Instant last = end.minus(age);
        Duration span = Duration.ofDays(DAYS).minus(age);
        List<Long> offsets = new ArrayList<>();
        for (int i = 0; i < count - 1; i++) {
            offsets.add((long) (random.nextDouble() * span.toMinutes()));
        }
        offsets.sort(Comparator.reverseOrder());
        List<Instant> times = new ArrayList<>();
        offsets.forEach(it -> times.add(last.minus(Duration.ofMinutes(it + 1))));
        times.add(last);
        return times;
    }

    private DemoDocuments.Deal deal(Buyer buyer, int order) {
        String code = "EV-" + (100 + buyer.number() * 7 % 400) + "/" + (char) ('A' + order % 4);
        double price = 0.8 + (buyer.number() * 37 % 300) / 100.0;
        return new DemoDocuments.Deal(
                String.format(Locale.ROOT, "EV26%02d%02d", buyer.number() + 1, order),
                String.format(Locale.ROOT, "PO-%04d", 4000 + buyer.number() * 10 + order), code, buyer.product(),
                1000 * (1 + (buyer.number() + order) % 12), price, "EBGU" + (4_000_000 + buyer.number() * 991 + order));
    }

    private DemoMail mail(
            Buyer buyer, Step step, Instant at, int number, List<String> conversation, DemoDocuments.Deal deal)
            throws IOException {
        String rep = REP_NAMES.get(buyer.rep());
        String id = "<" + (buyer.number() + 1) + "." + number + "@" + (step.ours() ? DOMAIN : buyer.domain()) + ">";
        List<DemoDocuments.Attachment> attachments = step.document().isEmpty() || (buyer.number() + number) % 3 != 0
                ? List.of()
                : List.of(DemoDocuments.of(step.document(), deal));
        String signature = step.ours()
                ? "\n\n--\n" + rep + "\nSales, Eastbridge Valve Co., Ltd.\nTel. +86 576 5550 1188"
                : "\n\n--\n" + buyer.person() + "\n" + buyer.company() + "\nTel. " + buyer.phone();
        DemoMail mail = new DemoMail(
                buyer.rep(), step.ours(), at, id,
                step.ours() ? rep : buyer.person(), step.ours() ? REPS.get(buyer.rep()) : buyer.address(),
                step.ours() ? buyer.person() : rep, step.ours() ? buyer.address() : REPS.get(buyer.rep()),
                fill(step.subject(), buyer, deal), fill(step.text(), buyer, deal) + signature, conversation, Map.of(),
                attachments);
        conversation.add(id);
        return mail;
    }

    private static String fill(String text, Buyer buyer, DemoDocuments.Deal deal) {
        Map<String, String> values = new HashMap<>();
        values.put("name", buyer.person());
        values.put("rep", REP_NAMES.get(buyer.rep()));
        values.put("product", deal.product());
        values.put("code", deal.code());
        values.put("qty", Integer.toString(deal.quantity()));
        values.put("moq", Integer.toString(deal.quantity() / 2));
        values.put("price", money(deal.price()));
        values.put("target", money(deal.price() * 0.9));
        values.put("better", money(deal.price() * 0.96));
        values.put("total", deal.total());
        values.put("number", deal.number());
        values.put("po", deal.order());
        values.put("port", "Ningbo");
        values.put("tracking", "5550" + Math.abs(deal.number().hashCode() % 1_000_000));
        values.put("container", deal.container());
        String filled = text;
        for (Map.Entry<String, String> it : values.entrySet()) {
            filled = filled.replace("{" + it.getKey() + "}", it.getValue());
        }
        return filled;
    }

    private static String money(double amount) {
        return String.format(Locale.ROOT, "%.2f", amount);
    }

    /** What is in every mailbox besides: newsletters, couriers, colleagues. None of it is a customer's. */
    private void noise() {
        for (int i = 0; i < 90; i++) {
            Instant at = end.minus(Duration.ofHours(24L * DAYS * i / 90 + 5));
            int rep = i % 2;
            switch (i % 3) {
                case 0 -> mails.add(noise(rep, at, "news" + i, "Valve World News", "news@valve-world-news.example",
                        "Stainless steel prices this week", "Nickel fell by two percent. Read more on our page.",
                        Map.of("List-Unsubscribe", "<mailto:leave@valve-world-news.example>", "Precedence", "bulk")));
                case 1 -> mails.add(noise(rep, at, "ship" + i, "Courier Tracking", "no-reply@courier-tracking.example",
                        "Your shipment has been delivered", "Shipment 5550" + i + " was delivered today.",
                        Map.of("Auto-Submitted", "auto-generated")));
                default -> mails.add(noise(rep, at, "office" + i, "Wang Jun", "wang.jun@" + DOMAIN,
                        "周例会", "各位同事，周五下午四点例会，请准备各自客户的进展。", Map.of()));
            }
        }
    }

    private static DemoMail noise(
            int rep, Instant at, String id, String fromName, String from, String subject, String text,
            Map<String, String> headers) {
        return new DemoMail(
                rep, false, at, "<" + id + "@" + from.substring(from.indexOf('@') + 1) + ">", fromName, from,
                REP_NAMES.get(rep), REPS.get(rep), subject, text, List.of(), headers, List.of());
    }
}

package org.genjin.daemon;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.genjin.config.FreeMail;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.CustomerMatcher;
import org.genjin.daemon.customer.CustomerMatcher.Party;
import org.genjin.daemon.customer.Match;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customer.OwnSide;

/**
 * Says how fast the rule of matching is by itself, against a made-up book of contacts: from who is named in a message to whose
 * it is, as the taking in of messages asks it. No ledger is in it.
 */
final class MatchingSpeed {

    private static final int MESSAGES = 100_000;
    private static final int CONTACTS_OF_A_FIRM = 4;
    private static final int RUNS = 5;
    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(3);
    private static final String OWNER = "li@factory.example";

    private final BenchLines lines;
    private final OwnSide own = new OwnSide(Set.of("factory.example"), Set.of(OWNER), new FreeMail()::isFreeMail);
    private final SplittableRandom random = new SplittableRandom(1);

    MatchingSpeed(PrintStream out) {
        this.lines = new BenchLines(out);
    }

    /** Who is named in a message; of a chat the number or the name it is called by. */
    private record Named(String address, String chat, String phone, String name) {}

    private record Contact(CustomerId customer, String address, String phone, String name) {}

    int run(int contacts) {
        long begun = System.nanoTime();
        List<Contact> book = book(contacts);
        List<Named> messages = messages(book);
        long made = System.nanoTime();
        CustomerMatcher matcher = new CustomerMatcher(known(book));
        Match first = matcher.match(question(messages.getFirst()));
        long answered = System.nanoTime();
        lines.say("contacts", contacts + " of " + (contacts + CONTACTS_OF_A_FIRM - 1) / CONTACTS_OF_A_FIRM + " customers");
        lines.say("made up in", String.format(Locale.ROOT, "%.0f ms", (made - begun) / 1e6));
        lines.say("first answer", String.format(
                Locale.ROOT, "%.0f ms after the book was there (%s)", (answered - made) / 1e6, first instanceof Match.Nobody ? "a stranger" : "known"));
        measure(matcher, messages);
        return Exit.DONE;
    }

    /** By the processor's time of this thread, so that what else runs on the machine does not count. */
    private void measure(CustomerMatcher matcher, List<Named> messages) {
        long until = cpu() + WARM_UP;
        int known = 0;
        while (cpu() < until) {
            known = round(matcher, messages);
        }
        double[] speeds = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long begun = cpu();
            round(matcher, messages);
            speeds[i] = messages.size() / ((cpu() - begun) / 1e9);
        }
        Arrays.sort(speeds);
        lines.say("messages", messages.size() + ", " + known + " of them somebody's");
        lines.say("on one core", String.format(
                Locale.ROOT, "%.0f messages/s, the median of %d runs (%.0f to %.0f)", speeds[RUNS / 2], RUNS, speeds[0], speeds[RUNS - 1]));
    }

    private int round(CustomerMatcher matcher, List<Named> messages) {
        int known = 0;
        for (Named it : messages) {
            known += matcher.match(question(it)) instanceof Match.Nobody ? 0 : 1;
        }
        return known;
    }

    private CustomerMatcher.Question question(Named it) {
        if (it.chat().isEmpty()) {
            Party party = new Party(
                    List.of(it.address()), List.of(), own.companyDomain(it.address()).stream().toList(), List.of());
            return new CustomerMatcher.Question(List.of(party), List.of(), List.of());
        }
        String folded = Names.folded(it.name());
        Party party = new Party(
                List.of(), it.phone().isEmpty() ? List.of() : List.of(it.phone()), List.of(), Names.tells(folded) ? List.of(folded) : List.of());
        return new CustomerMatcher.Question(List.of(party), List.of(it.chat()), List.of());
    }

    private CustomerMatcher.Known known(List<Contact> book) {
        CustomerMatcher.Known known =
                new CustomerMatcher.Known(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (Contact it : book) {
            put(known.addresses(), it.address(), it);
            put(known.phones(), it.phone(), it);
            put(known.names(), Names.folded(it.name()), it);
            own.companyDomain(it.address()).ifPresent(domain -> put(known.domains(), domain, it));
        }
        return known;
    }

    private static void put(Map<String, Set<CustomerId>> known, String value, Contact contact) {
        known.computeIfAbsent(value, _ -> new LinkedHashSet<>()).add(contact.customer());
    }

    /** Several people of each firm; every twelfth is on free mail. */
    private List<Contact> book(int contacts) {
        List<Contact> book = new ArrayList<>(contacts);
        for (int i = 0; i < contacts; i++) {
            int firm = i / CONTACTS_OF_A_FIRM;
            String given = word(2);
            String family = word(3);
            String domain = i % 12 == 0 ? "gmail.com" : "firm-" + Integer.toString(firm, 36) + ".example";
            book.add(new Contact(
                    new CustomerId(firm + 1), given + "." + family + i + "@" + domain, "+49" + (1_500_000_000L + i),
                    given + " " + family + Integer.toString(i, 36)));
        }
        return book;
    }

    /** Of ten, five from known addresses, one from a known firm's new person, one chat each by number and by name, two of strangers. */
    private List<Named> messages(List<Contact> book) {
        List<Named> messages = new ArrayList<>(MESSAGES);
        for (int i = 0; i < MESSAGES; i++) {
            Contact of = book.get(random.nextInt(book.size()));
            String domain = of.address().substring(of.address().indexOf('@'));
            messages.add(switch (i % 10) {
                case 0 -> new Named(word(2) + "@stranger-" + random.nextInt(10_000) + ".example", "", "", "");
                case 1 -> new Named("", "whatsapp:" + word(4), "+44" + random.nextInt(100_000_000), word(2) + " " + word(3));
                case 2 -> new Named(word(3) + domain, "", "", "");
                case 3 -> new Named("", "whatsapp:" + of.phone(), of.phone(), "");
                case 4 -> new Named("", "wechat:" + of.name(), "", of.name());
                default -> new Named(of.address(), "", "", "");
            });
        }
        return messages;
    }

    private String word(int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append("bdfgklmnprst".charAt(random.nextInt(12))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}

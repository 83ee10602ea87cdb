package org.genjin.daemon;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.genjin.connectors.Message;
import org.genjin.daemon.ReadingLabel.Thing;
import org.genjin.daemon.reading.ContactCard;
import org.genjin.daemon.reading.Reading;
import org.genjin.daemon.reading.said.Said;
import org.jspecify.annotations.Nullable;

/** Compares what was read in messages with what a person says is in them. One thread. */
final class ReadingScore {

    static final List<String> CONTACT = List.of("name", "title", "company", "country", "addresses", "phones", "sites", "handles");

    private static final Pattern MARKS = Pattern.compile("(?m)^[ \\t]{0,3}(?:>[ \\t]?)+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff]+");

    private final Tally facts = new Tally();
    private final Map<String, Tally> factsByLanguage = new TreeMap<>();
    private final Map<String, Tally> factsByType = new TreeMap<>();
    private final Tally promises = new Tally();
    private final Map<String, Tally> promisesByLanguage = new TreeMap<>();
    private final Map<String, Tally> shares = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    /** @param message null where the file could not be read: all that is labelled is missed then */
    void add(ReadingLabel label, @Nullable Message message, Reading read, Said said) {
        List<Thing> found = said.facts().stream().map(Thing::of).distinct().toList();
        things(label, "fact", found, label.facts(), said);
        facts.add(found, label.facts());
        factsByLanguage.computeIfAbsent(label.language(), _ -> new Tally()).add(found, label.facts());
        Set<String> types = new HashSet<>(found.stream().map(Thing::type).toList());
        label.facts().forEach(it -> types.add(it.type()));
        types.forEach(type -> factsByType.computeIfAbsent(type, _ -> new Tally()).add(of(found, type), of(label.facts(), type)));
        List<Thing> promised = said.promises().stream().map(Thing::of).distinct().toList();
        things(label, "promise", promised, label.promises(), said);
        promises.add(promised, label.promises());
        promisesByLanguage.computeIfAbsent(label.language(), _ -> new Tally()).add(promised, label.promises());
        flags(label, message, read, said);
        split(label, read);
        contact(label, parts(read.contact()));
    }

    private static List<Thing> of(Collection<Thing> things, String type) {
        return things.stream().filter(it -> it.type().equals(type)).toList();
    }

    private void things(ReadingLabel label, String what, List<Thing> found, List<Thing> wanted, Said said) {
        wanted.stream().distinct().filter(it -> !found.contains(it)).forEach(it -> wrong.add(label.file() + "  " + what + " missing  " + it));
        found.stream().filter(it -> !wanted.contains(it)).forEach(it -> wrong.add(
                label.file() + "  " + what + " wrong    " + it + "  “" + words(it, said) + "”"));
    }

    private static String words(Thing it, Said said) {
        return said.facts().stream()
                .filter(fact -> Thing.of(fact).equals(it))
                .map(fact -> fact.text())
                .findFirst()
                .or(() -> said.promises().stream().filter(promise -> Thing.of(promise).equals(it)).map(promise -> promise.text()).findFirst())
                .map(ReadingScore::folded)
                .orElse("");
    }

    private void flags(ReadingLabel label, @Nullable Message message, Reading read, Said said) {
        share(label, "expectsAnswer", said.expectsAnswer(), label.expectsAnswer());
        share(label, "bulk", message != null && message.bulk(), label.bulk());
        share(label, "auto", message != null && message.auto(), label.auto());
        share(label, "language", read.language(), label.language());
    }

    private void split(ReadingLabel label, Reading read) {
        boolean text = folded(read.text()).equals(folded(label.text()));
        boolean quoted = unmarked(read.quoted()).equals(unmarked(label.quoted()));
        tally("split").add(text && quoted);
        if (!text) {
            wrong.add(label.file() + "  text     " + difference(folded(read.text()), folded(label.text())));
        }
        if (!quoted) {
            wrong.add(label.file() + "  quoted   " + difference(unmarked(read.quoted()), unmarked(label.quoted())));
        }
        share(label, "split with signature", folded(read.signature()), folded(label.signature()));
    }

    private void contact(ReadingLabel label, Map<String, Object> read) {
        for (String part : CONTACT) {
            share(label, "contact " + part, read.get(part), label.contact().get(part));
        }
    }

    private static Map<String, Object> parts(@Nullable ContactCard card) {
        Map<String, Object> parts = new HashMap<>();
        if (card == null) {
            return parts;
        }
        parts.put("name", card.name());
        parts.put("title", card.title());
        parts.put("company", card.company());
        parts.put("country", card.country());
        parts.put("addresses", Set.copyOf(card.addresses()));
        parts.put("phones", Set.copyOf(card.phones()));
        parts.put("sites", Set.copyOf(card.sites()));
        parts.put("handles", Set.copyOf(card.handles().stream().map(it -> it.channel() + ":" + it.name()).toList()));
        parts.values().removeIf(it -> it == null || it.equals(Set.of()));
        return parts;
    }

    private void share(ReadingLabel label, String what, @Nullable Object read, @Nullable Object wanted) {
        boolean right = Objects.equals(read, wanted);
        tally(what).add(right);
        if (!right) {
            wrong.add(label.file() + "  " + what + "  read: " + read + "  wanted: " + wanted);
        }
    }

    private Tally tally(String what) {
        return shares.computeIfAbsent(what, _ -> new Tally());
    }

    /** White space folded. */
    static String folded(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private static String unmarked(String text) {
        return folded(MARKS.matcher(text).replaceAll(""));
    }

    /** Where two texts part. */
    static String difference(String read, String wanted) {
        int at = 0;
        while (at < Math.min(read.length(), wanted.length()) && read.charAt(at) == wanted.charAt(at)) {
            at++;
        }
        int from = Math.max(0, at - 15);
        return "at " + at + " read: …" + cut(read, from) + "  wanted: …" + cut(wanted, from);
    }

    private static String cut(String text, int from) {
        return from >= text.length() ? "(end)" : text.substring(from, Math.min(text.length(), from + 90));
    }

    /** The share of what was right, of {@code split}, {@code contact name} … */
    double share(String what) {
        return tally(what).recall();
    }

    Tally facts() {
        return facts;
    }

    Tally promises() {
        return promises;
    }

    Map<String, Tally> factsByLanguage() {
        return factsByLanguage;
    }

    List<String> wrong() {
        return wrong;
    }

    void print(PrintStream out, boolean withWrong) {
        print(out, "facts", facts, factsByLanguage);
        factsByType.forEach((type, it) -> line(out, "  " + type, it.line()));
        print(out, "promises", promises, promisesByLanguage);
        shares.forEach((what, it) -> line(out, what, it.share()));
        if (withWrong) {
            wrong.forEach(out::println);
        }
    }

    private static void print(PrintStream out, String what, Tally all, Map<String, Tally> byLanguage) {
        line(out, what, all.line());
        byLanguage.forEach((language, it) -> line(out, "  " + language, it.line()));
    }

    private static void line(PrintStream out, String what, String value) {
        out.println(String.format(Locale.ROOT, "%-22s%s", what, value));
    }
}

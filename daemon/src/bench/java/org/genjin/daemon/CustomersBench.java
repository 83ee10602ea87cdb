package org.genjin.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.genjin.config.FreeMail;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.cli.Trouble;
import org.genjin.daemon.customer.OwnSide;
import org.genjin.daemon.customerlist.file.ListReader;
import org.genjin.daemon.customerlist.file.ListRefused;
import org.genjin.daemon.customerlist.rules.ListReading;
import org.genjin.daemon.customerlist.rules.Proposal;
import org.genjin.daemon.customerlist.rules.Us;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what is read in a folder of customer lists against its {@code expected.json}, field by field. Stores nothing. */
final class CustomersBench {

    private final PrintStream out;
    private final boolean wrong;

    /** @param wrong whether each difference is listed */
    CustomersBench(PrintStream out, boolean wrong) {
        this.out = out;
        this.wrong = wrong;
    }

    /** How often a field was right, wrongly there and missing. */
    static final class Score {
        int right;
        int extra;
        int missing;

        double precision() {
            return right + extra == 0 ? 1 : right / (double) (right + extra);
        }

        double recall() {
            return right + missing == 0 ? 1 : right / (double) (right + missing);
        }

        double f1() {
            double sum = precision() + recall();
            return sum == 0 ? 0 : 2 * precision() * recall() / sum;
        }
    }

    int run(Path folder) throws IOException, Trouble {
        Map<String, Score> all = score(folder);
        out.println();
        all.forEach((field, it) -> line("all", field, it));
        return Exit.DONE;
    }

    /** Field → how well it was read in all files of the folder. */
    Map<String, Score> score(Path folder) throws IOException, Trouble {
        Path expected = folder.resolve("expected.json");
        if (!Files.exists(expected)) {
            throw Trouble.usage("There is no " + expected + ".");
        }
        JsonNode truth = JsonMapper.shared().readTree(Files.readString(expected));
        Map<String, Score> all = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> it : truth.properties()) {
            Map<String, Score> scores = new LinkedHashMap<>();
            try {
                long begun = System.nanoTime();
                Proposal proposal = read(folder.resolve(it.getKey()));
                long millis = (System.nanoTime() - begun) / 1_000_000;
                out.println(it.getKey() + " [" + proposal.system() + "] " + millis + " ms");
                compare(it.getKey(), it.getValue(), proposal, scores);
            } catch (ListRefused e) {
                out.println(it.getKey() + ": " + e.getMessage());
                score(scores, "customers").missing += it.getValue().get("customers").size();
            }
            scores.forEach((field, score) -> {
                line(it.getKey(), field, score);
                Score sum = all.computeIfAbsent(field, _ -> new Score());
                sum.right += score.right;
                sum.extra += score.extra;
                sum.missing += score.missing;
            });
        }
        return all;
    }

    private static Proposal read(Path file) throws IOException, ListRefused {
        FreeMail freeMail = new FreeMail();
        Predicate<String> free = it -> freeMail.isFreeMail(it.replaceFirst("[.]example$", ".com")); // stands for the real ending
        OwnSide nobody = new OwnSide(Set.of(), Set.of(), free);
        return new ListReading(new Us(nobody, "CN", free)).read(ListReader.read(file), Map.of());
    }

    private void compare(String file, JsonNode truth, Proposal proposal, Map<String, Score> scores) {
        List<Proposal.Customer> left = new ArrayList<>(proposal.customers());
        for (JsonNode expected : truth.get("customers")) {
            Optional<Proposal.Customer> found = find(expected, left);
            if (found.isEmpty()) {
                score(scores, "customers").missing++;
                say(file, "missing customer " + expected.get("name").asString());
                continue;
            }
            left.remove(found.get());
            score(scores, "customers").right++;
            customer(file, expected, found.get(), scores);
        }
        score(scores, "customers").extra += left.size();
        left.forEach(it -> say(file, "not expected: " + it.name() + " at " + it.where()));
        questions(file, truth.get("ambiguous"), proposal, scores);
    }

    private static Optional<Proposal.Customer> find(JsonNode expected, List<Proposal.Customer> left) {
        Set<String> names = names(expected);
        List<Proposal.Customer> fitting = left.stream().filter(it -> names.contains(plain(it.name()))).toList();
        Set<String> addresses = new HashSet<>();
        expected.get("contacts").forEach(contact -> contact.get("addresses").forEach(it -> addresses.add(it.asString())));
        return fitting.stream()
                .filter(it -> fitting.size() == 1 || it.contacts().stream().flatMap(who -> who.addresses().stream()).anyMatch(addresses::contains))
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }

    private void customer(String file, JsonNode expected, Proposal.Customer ours, Map<String, Score> scores) {
        String name = ours.name();
        value(file, name, "country", text(expected.get("country")), ours.country(), scores);
        value(file, name, "grade", text(expected.get("grade")), ours.grade() == null ? null : ours.grade().name(), scores);
        String next = ours.nextFollowUp() == null ? null : ours.nextFollowUp().toString();
        value(file, name, "nextFollowUp", text(expected.get("nextFollowUp")), next, scores);
        Set<String> people = new HashSet<>();
        Set<String> addresses = new HashSet<>();
        Set<String> phones = new HashSet<>();
        List<Proposal.Person> left = new ArrayList<>(ours.contacts());
        for (JsonNode contact : expected.get("contacts")) {
            Set<String> names = contact.get("name").isNull() ? Set.of("") : names(contact);
            String as = contact.get("name").isNull() ? "–" : contact.get("name").asString();
            people.add(as);
            contact.get("addresses").forEach(it -> addresses.add(as + " " + it.asString()));
            contact.get("phones").forEach(it -> phones.add(as + " " + it.asString()));
            Optional<Proposal.Person> same = left.stream().filter(it -> names.contains(plain(it.name()))).findFirst();
            if (same.isPresent()) {
                left.remove(same.get());
                people(as, same.get(), people, addresses, phones);
            }
        }
        left.forEach(it -> people(it.name().isEmpty() ? "–" : it.name(), it, people, addresses, phones));
        settle(file, name, "contacts", people, scores);
        settle(file, name, "addresses", addresses, scores);
        settle(file, name, "phones", phones, scores);
        String notes = plain(ours.allNotes());
        for (JsonNode it : expected.get("notes_contains")) {
            if (notes.contains(plain(it.asString()))) {
                score(scores, "notes").right++;
            } else {
                score(scores, "notes").missing++;
                say(file, name + ": no note '" + it.asString() + "'");
            }
        }
    }

    /** What both have is taken out and marked; what only we have is marked otherwise. */
    private static void people(
            String as, Proposal.Person it, Set<String> people, Set<String> addresses, Set<String> phones) {
        mark(people, as);
        it.addresses().forEach(address -> mark(addresses, as + " " + address));
        it.phones().forEach(phone -> mark(phones, as + " " + phone));
    }

    private static void mark(Set<String> expected, String value) {
        if (expected.remove(value)) {
            expected.add("= " + value);
        } else {
            expected.add("+ " + value);
        }
    }

    private void settle(String file, String name, String field, Set<String> marked, Map<String, Score> scores) {
        Score score = score(scores, field);
        for (String it : marked) {
            if (it.startsWith("= ")) {
                score.right++;
            } else if (it.startsWith("+ ")) {
                score.extra++;
                say(file, name + ": " + field + " not expected: " + it.substring(2));
            } else {
                score.missing++;
                say(file, name + ": " + field + " missing: " + it);
            }
        }
    }

    private void value(
            String file, String name, String field, @Nullable String expected,
            @Nullable String ours, Map<String, Score> scores) {
        Score score = score(scores, field);
        if (Objects.equals(expected, ours)) {
            score.right += expected == null ? 0 : 1;
            return;
        }
        score.missing += expected == null ? 0 : 1;
        score.extra += ours == null ? 0 : 1;
        say(file, name + ": " + field + " is " + ours + ", not " + expected);
    }

    /** A question counts as asked if one of ours names one of its own words: a cell's words, a name, a row. */
    private void questions(String file, JsonNode expected, Proposal proposal, Map<String, Score> scores) {
        for (JsonNode it : expected) {
            String question = it.asString();
            boolean asked = proposal.questions().stream().anyMatch(ours -> alike(question, ours.what() + " " + ours.where() + " " + ours.kind().id()));
            score(scores, "questions").right += asked ? 1 : 0;
            score(scores, "questions").missing += asked ? 0 : 1;
            if (!asked) {
                say(file, "perhaps not asked: " + question);
            }
        }
        if (wrong) {
            proposal.questions().forEach(it -> say(file, "asked: " + it.kind().id() + " " + it.where() + " " + it.what()));
        }
    }

    private static boolean alike(String expected, String ours) {
        String folded = plain(ours);
        for (String word : expected.split("[\\s'\"(),;:!?.]+", -1)) {
            if ((word.length() > 4 || word.codePoints().anyMatch(Character::isIdeographic)) && folded.contains(plain(word))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> names(JsonNode it) {
        Set<String> names = new HashSet<>();
        names.add(plain(it.get("name").asString()));
        if (it.has("aliases")) {
            it.get("aliases").forEach(alias -> names.add(plain(alias.asString())));
        }
        return names;
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isNull() ? null : node.asString();
    }

    private static Score score(Map<String, Score> scores, String field) {
        return scores.computeIfAbsent(field, _ -> new Score());
    }

    private void say(String file, String what) {
        if (wrong) {
            out.println("  " + file + ": " + what.replace('\n', ' '));
        }
    }

    private void line(String of, String field, Score it) {
        if (it.extra + it.missing > 0 || of.equals("all")) {
            out.println(String.format(Locale.ROOT, "  %-24s %-13s right %5d  extra %4d  missing %4d  precision %.4f  recall %.4f  F1 %.4f",
                    of, field, it.right, it.extra, it.missing, it.precision(), it.recall(), it.f1()));
        }
    }
}

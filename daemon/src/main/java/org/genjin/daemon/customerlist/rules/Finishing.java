package org.genjin.daemon.customerlist.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.daemon.customer.Deal;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.customerlist.rules.Entry.CountryBy;
import org.genjin.daemon.customerlist.rules.Entry.Somebody;
import org.jspecify.annotations.Nullable;

/** Makes customers of drafts: the country first, then the numbers by it, then what the last word was. */
final class Finishing {

    private final Tools tools;
    private final Asked asked;

    Finishing(Tools tools, Asked asked) {
        this.tools = tools;
        this.asked = asked;
    }

    /** What is told of somebody's business alone: whose it is, and nothing to ask. */
    static Proposal.Customer dealing(Draft draft) {
        Proposal.Person firm = new Proposal.Person("", List.of(), "", draft.firm.addresses, List.of());
        return new Proposal.Customer(
                draft.name, List.of(), null, null, dealt(draft).orElse(null), false, List.of(firm), null, "", List.of(), List.copyOf(draft.domains),
                draft.first.where(), List.copyOf(draft.deals), "", "");
    }

    /** The stage of the newest business. */
    private static Optional<Stage> dealt(Draft draft) {
        return draft.deals.stream()
                .max(Comparator.comparing(Deal::day, Comparator.nullsFirst(Comparator.naturalOrder())))
                .map(Deal::stage);
    }

    Proposal.Customer customer(Draft draft) {
        String country = country(draft);
        String where = draft.first.where();
        List<Proposal.Person> contacts = contacts(draft, country);
        LocalDate next = next(draft);
        twoDays(draft, next);
        Grade grade = latest(draft.entries, it -> it.grade).orElse(null);
        Stage stage = latest(draft.entries, it -> it.stage).or(() -> dealt(draft)).orElse(null);
        boolean blocked = draft.entries.stream().anyMatch(it -> it.blocked);
        if (blocked) {
            asked.ask(Question.Kind.BLOCKED, where, draft.name);
        }
        draft.entries.stream().map(it -> it.lost).filter(it -> !it.isEmpty()).findFirst()
                .ifPresent(it -> asked.ask(Question.Kind.LOST, where, draft.name + ": " + it));
        if (country == null) {
            asked.ask(Question.Kind.NO_COUNTRY, "", draft.name);
        } else if (country.equals(tools.us().country())) {
            asked.ask(Question.Kind.AT_HOME, where, draft.name);
        }
        if (draft.name.startsWith("=")) {
            asked.ask(Question.Kind.FORMULA_NAME, where, draft.name);
        }
        if (!CompanyNames.byScript(draft.name)[0].isEmpty()) {
            asked.ask(Question.Kind.TWO_SCRIPTS, where, draft.name);
        }
        String notes = Names.folded(String.join(" ", draft.notes));
        WordLists.of("paymentdoubt").stream().filter(notes::contains).findFirst()
                .ifPresent(it -> asked.ask(Question.Kind.PAYMENT, where, draft.name));
        return new Proposal.Customer(
                draft.name, aliases(draft), country, grade, stage, blocked, contacts, next, action(draft, next), List.copyOf(draft.notes),
                List.copyOf(draft.domains), where, List.copyOf(draft.deals),
                latest(draft.entries, it -> it.type.isEmpty() ? null : it.type).orElse(""),
                latest(draft.entries, it -> it.source.isEmpty() ? null : it.source).orElse(""));
    }

    private @Nullable String country(Draft draft) {
        if (draft.country != null) {
            if (draft.countryBy == CountryBy.SHEET) {
                asked.ask(Question.Kind.COUNTRY_BY_SHEET, draft.first.sheet, draft.country);
            }
            return draft.country;
        }
        List<String> numbers = new ArrayList<>();
        draft.people.forEach(it -> numbers.addAll(it.phones));
        numbers.addAll(draft.firm.phones);
        for (String number : numbers) {
            Optional<String> country = tools.phones().e164(number, null).flatMap(tools.phones()::country);
            if (country.isPresent()) {
                asked.ask(Question.Kind.COUNTRY_BY_NUMBER, draft.first.where(), draft.name + " = " + country.get());
                return country.get();
            }
        }
        return null;
    }

    private List<Proposal.Person> contacts(Draft draft, @Nullable String country) {
        List<Proposal.Person> contacts = new ArrayList<>();
        Set<String> addresses = new LinkedHashSet<>();
        Set<String> phones = new LinkedHashSet<>();
        for (Somebody it : draft.people) {
            Proposal.Person person = person(draft, it, country);
            contacts.add(person);
            addresses.addAll(person.addresses());
            phones.addAll(person.phones());
        }
        Proposal.Person firm = person(draft, draft.firm, country);
        List<String> ownAddresses = firm.addresses().stream().filter(it -> !addresses.contains(it)).toList();
        List<String> ownPhones = firm.phones().stream().filter(it -> !phones.contains(it)).toList();
        if (!ownAddresses.isEmpty() || !ownPhones.isEmpty()) {
            contacts.add(new Proposal.Person("", List.of(), "", ownAddresses, ownPhones));
        }
        return contacts;
    }

    private Proposal.Person person(Draft draft, Somebody it, @Nullable String country) {
        Set<String> phones = new LinkedHashSet<>();
        for (String written : it.phones) {
            Optional<String> number = tools.phones().e164(written, country);
            number.ifPresent(phones::add);
            if (number.isEmpty()) {
                asked.ask(Question.Kind.NO_NUMBER, draft.first.where(), written);
            }
        }
        List<String> others = it.others.stream().filter(other -> !Names.folded(other).equals(Names.folded(it.name))).distinct().toList();
        return new Proposal.Person(it.name, others, it.title, it.addresses, List.copyOf(phones));
    }

    private static List<String> aliases(Draft draft) {
        Set<String> aliases = new LinkedHashSet<>(draft.aliases);
        aliases.addAll(CompanyNames.forms(draft.name));
        aliases.removeIf(it -> it.isBlank() || it.equalsIgnoreCase(draft.name));
        return List.copyOf(aliases);
    }

    /** Of a log the last entry counts, whatever it says; else the row with the later contact, else the lower one. */
    private static @Nullable LocalDate next(Draft draft) {
        List<Entry> rows = draft.entries.stream().filter(it -> !it.log).toList();
        Optional<LocalDate> said = latest(rows, it -> it.next instanceof DateWords.Read.Day day ? day.date() : null);
        if (said.isPresent()) {
            return said.get();
        }
        List<Entry> log = draft.entries.stream().filter(it -> it.log).toList();
        Optional<Entry> last = latest(log, it -> it);
        return last.isPresent() && last.get().next instanceof DateWords.Read.Day day ? day.date() : null;
    }

    private void twoDays(Draft draft, @Nullable LocalDate taken) {
        List<LocalDate> said = draft.entries.stream()
                .filter(it -> !it.log)
                .flatMap(it -> it.next instanceof DateWords.Read.Day day ? Stream.of(day.date()) : Stream.of())
                .distinct()
                .toList();
        if (said.size() > 1 && taken != null) {
            String all = said.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
            asked.ask(Question.Kind.TWO_DAYS, draft.entries.getLast().where(), draft.name + ": " + all + " → " + taken);
        }
    }

    /** What is to be done then: of the row that names the day. */
    private static String action(Draft draft, @Nullable LocalDate next) {
        return draft.entries.stream()
                .filter(it -> it.next instanceof DateWords.Read.Day day && day.date().equals(next))
                .map(it -> it.nextAction)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static <T> Optional<T> latest(List<Entry> entries, Function<Entry, @Nullable T> value) {
        T found = null;
        LocalDate day = null;
        for (Entry it : entries) {
            T said = value.apply(it);
            boolean later = day == null || it.last != null && !it.last.isBefore(day);
            if (said != null && (found == null || later)) {
                found = said;
                day = it.last == null ? day : it.last;
            }
        }
        return Optional.ofNullable(found);
    }
}

package org.genjin.daemon.reminder;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.genjin.daemon.customer.Contact;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.FraudWarnings;
import org.genjin.daemon.ledger.SourceStatus;
import org.genjin.daemon.ledger.SourceWording;
import org.genjin.daemon.words.FraudWords;
import org.genjin.daemon.words.Words;

/** Puts a digest into the owner's language. Immutable. */
final class DigestWording {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private final Words words;
    private final Words values;
    private final FraudWords fraud;
    private final DueSentence sentence;
    private final SourceWording sources;
    private final ZoneId zone;
    private final String page;

    /** @param page address of the page at the desk, without a slash at its end; "" if there is none */
    DigestWording(Language language, ZoneId zone, String page) {
        this.words = Words.of("digest", language);
        this.values = Words.of("customer", language);
        this.fraud = new FraudWords(language);
        this.sentence = new DueSentence(language);
        this.sources = new SourceWording(language, zone);
        this.zone = zone;
        this.page = page;
    }

    DigestMail write(Digest it) {
        List<DigestMail.Section> sections = new ArrayList<>();
        Numbers numbers = new Numbers();
        section("reply-owed", "#0b4a8f", it.replyOwed(), due -> due(due, numbers.next(), it.at()), sections);
        section("overdue", "#9c1c12", it.overdue(), due -> due(due, numbers.next(), it.at()), sections);
        section("today", "#7a5200", it.today(), due -> due(due, numbers.next(), it.at()), sections);
        section("silent", "#8a3b00", it.silent(), due -> due(due, numbers.next(), it.at()), sections);
        section("new", "#1e5b1e", it.fresh(), row -> fresh(row, numbers.next(), it.at()), sections);
        String subject = subject(it);
        Digest.Yesterday yesterday = it.yesterday();
        return new DigestMail(
                words.language().tag(),
                subject,
                subject,
                Stream.concat(
                                it.warnings().stream().map(this::warning),
                                it.sources().stream().flatMap(source -> problems(source).stream()))
                        .toList(),
                sections,
                it.more() > 0 ? words.text("more", it.more()) : "",
                words.text(
                        "yesterday", yesterday.in(), yesterday.out(), yesterday.newCustomers(), yesterday.unmatched()),
                it.sources().stream().map(this::source).toList(),
                words.text("why-this-mail"),
                words.text("write"),
                words.text("page"));
    }

    private String subject(Digest it) {
        List<String> parts = new ArrayList<>();
        count("reply-owed", it.counts().replyOwed(), parts);
        count("overdue", it.counts().overdue(), parts);
        count("today", it.counts().today(), parts);
        count("silent", it.counts().silent(), parts);
        count("new", it.counts().fresh(), parts);
        count("warning", it.warnings().size(), parts);
        count("trouble", it.troubled(), parts);
        return words.text("subject", SHORT.format(it.date()), String.join(words.text("separator"), parts));
    }

    private void count(String what, int count, List<String> parts) {
        if (count > 0) {
            parts.add(words.text("subject." + what, count));
        }
    }

    private String warning(FraudWarnings.Alarm it) {
        return fraud.sentence(it.warning().kind().id(), it.warning().details(), it.from(), it.subject());
    }

    /** What keeps a source from bringing all that it should: red, above everything. */
    private List<String> problems(SourceStatus it) {
        return it.alarms().stream()
                .map(alarm -> words.text("trouble", it.name(), sources.trouble(alarm)))
                .toList();
    }

    /** When it was last read well, and what it holds: so that silence is never taken for peace. */
    private DigestMail.SourceLine source(SourceStatus it) {
        boolean bad = !it.alarms().isEmpty();
        Instant read = it.lastComplete();
        List<String> parts = new ArrayList<>();
        parts.add(read == null ? words.text("read.never") : words.text("read", MOMENT.format(read.atZone(zone))));
        if (bad || it.state() != SourceStatus.State.OK) {
            parts.add(sources.state(it));
        }
        String counts = sources.counts(it);
        if (!counts.isEmpty()) {
            parts.add(counts);
        }
        parts.addAll(sources.warnings(it));
        return new DigestMail.SourceLine(
                words.text("source", it.name(), String.join(words.text("separator"), parts)), bad);
    }

    private <T> void section(
            String name, String colour, List<T> all, Function<T, DigestMail.Item> item, List<DigestMail.Section> to) {
        if (!all.isEmpty()) {
            to.add(new DigestMail.Section(words.text("section." + name), colour, all.stream().map(item).toList()));
        }
    }

    private DigestMail.Item due(DueItem it, int number, Instant at) {
        DueItem.Evidence evidence = it.evidence();
        return new DigestMail.Item(
                number, it.customer().name(), meta(it.customer()), sentence.why(it),
                evidence == null ? "" : evidence.quote().replaceAll("\\s+", " "),
                it.action().isEmpty() ? "" : words.text("note", it.action()), local(it, at),
                mailto(it.customer()), page(it.customer()));
    }

    private String local(DueItem it, Instant at) {
        return Stream.of(sentence.there(it.customer(), at, zone), sentence.ramadan(it))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private DigestMail.Item fresh(CustomerRow it, int number, Instant at) {
        Instant first = it.firstContact();
        String since = first == null ? "" : words.text("new", MOMENT.format(first.atZone(zone)));
        return new DigestMail.Item(
                number, it.name(), meta(it), since, "", "", sentence.there(it, at, zone), mailto(it), page(it));
    }

    private String meta(CustomerRow it) {
        List<String> parts = new ArrayList<>();
        if (it.country() != null) {
            parts.add(Locale.of("", it.country()).getDisplayCountry(words.language().locale()));
        }
        parts.add(words.text("grade", it.grade().name()));
        parts.add(values.text("stage." + it.stage().id()));
        return String.join(words.text("separator"), parts);
    }

    private String page(CustomerRow it) {
        return page.isEmpty() ? "" : page + "/customers/" + it.id();
    }

    private static String mailto(CustomerRow it) {
        Optional<String> address = it.contacts().stream()
                .map(Contact::addresses)
                .filter(addresses -> !addresses.isEmpty())
                .map(List::getFirst)
                .findFirst();
        return address.map(to -> "mailto:" + URLEncoder.encode(to, StandardCharsets.UTF_8).replace("%40", "@"))
                .orElse("");
    }

    private static final class Numbers {
        private int last;

        int next() {
            return ++last;
        }
    }
}

package org.genjin.daemon.reminder;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.genjin.daemon.calendar.OfficeHours;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.FraudWarnings;
import org.genjin.daemon.ledger.SourceStatus;
import org.genjin.daemon.ledger.SourceTrouble;
import org.genjin.daemon.ledger.SourceWording;
import org.genjin.daemon.outbox.MailPlan;
import org.genjin.daemon.outbox.Mailto;
import org.genjin.daemon.words.FraudWords;
import org.genjin.daemon.words.Words;

/** Puts an alert into an owner's language. Immutable. */
final class AlertWording {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private final Words words;
    private final Words commands;
    private final FraudWords fraud;
    private final SourceWording sources;
    private final DueSentence sentence;
    private final MailPlan plan;
    private final String page;

    /** @param page address of the page at the desk, without a slash at its end; "" if there is none */
    AlertWording(Language language, MailPlan plan, String page) {
        this.words = Words.of("alert", language);
        this.commands = Words.of("command", language);
        this.fraud = new FraudWords(language);
        this.sources = new SourceWording(language, plan.zone());
        this.sentence = new DueSentence(language);
        this.plan = plan;
        this.page = page;
    }

    /** @param token names the mail that this becomes */
    AlertMail write(Alert alert, String owner, String token, Instant at) {
        return switch (alert) {
            case Alert.Waiting it -> waiting(it.items(), owner, token, at);
            case Alert.Silent it -> silent(it);
            case Alert.Fraud it -> fraud(it.alarm());
        };
    }

    private AlertMail waiting(List<DueItem> items, String owner, String token, Instant at) {
        List<AlertMail.Item> lines = new ArrayList<>();
        for (DueItem it : items) {
            lines.add(item(it, lines.size() + 1, owner, token, at));
        }
        String first = items.getFirst().customer().name();
        String who = items.size() == 1 ? first : words.text("more", first, items.size() - 1);
        String hint = words.text("hint", "1 " + commands.text("done"), "1 " + commands.text("tomorrow"), "1 " + commands.text("days", 3));
        return mail(words.text("waiting.subject", who), words.text("waiting.title"), List.of(), lines, hint, List.of());
    }

    private AlertMail.Item item(DueItem it, int number, String owner, String token, Instant at) {
        Instant since = AlertReader.since(it);
        long hours = OfficeHours.between(since, at, plan.days(), plan.zone()).toHours();
        DueItem.Evidence evidence = it.evidence();
        CustomerRow customer = it.customer();
        return new AlertMail.Item(
                number, customer.name(), meta(customer), words.text("waiting.item", hours, words.bare(MOMENT.format(since.atZone(plan.zone())))),
                evidence == null ? "" : evidence.quote(), sentence.there(customer, at, plan.zone()),
                links(customer, number, owner, token));
    }

    private String meta(CustomerRow it) {
        String grade = words.text("grade", it.grade().name());
        String country = it.country();
        return country == null ? grade : Locale.of("", country).getDisplayCountry(words.language().locale()) + " · " + grade;
    }

    private List<AlertMail.Link> links(CustomerRow it, int number, String owner, String token) {
        Stream<AlertMail.Link> write = it.contacts().stream()
                .flatMap(contact -> contact.addresses().stream())
                .limit(1)
                .map(address -> new AlertMail.Link(words.text("write"), Mailto.to(address).toString()));
        Stream<AlertMail.Link> answers = new DigestLinks(commands, owner, token, page, false).customer(number).stream()
                .map(action -> new AlertMail.Link(action.label(), action.mailto()));
        return Stream.concat(Stream.concat(write, answers), open("/customers/" + it.id()).stream()).toList();
    }

    private AlertMail silent(Alert.Silent it) {
        String since = words.bare(MOMENT.format(it.since().atZone(plan.zone())));
        SourceStatus source = it.source();
        Stream<String> why = Stream.concat(
                        source.alarms().stream().filter(trouble -> !(trouble instanceof SourceTrouble.Missing)),
                        source.worst().stream())
                .distinct()
                .map(sources::trouble);
        return mail(
                words.text("silent.subject", source.name(), since), words.text("silent.title"),
                Stream.concat(Stream.of(words.text("silent.text", source.name(), since)), why).toList(), List.of(), "", open("/health"));
    }

    private AlertMail fraud(FraudWarnings.Alarm it) {
        String said = fraud.sentence(it.warning().kind().id(), it.warning().details(), it.from(), it.subject());
        return mail(
                words.text("fraud.subject", it.subject().isBlank() ? "…" : it.subject()), words.text("fraud.title"),
                Stream.concat(
                                Stream.of(said),
                                it.customer() == null ? Stream.empty() : Stream.of(words.text("fraud.customer", it.customerName())))
                        .toList(),
                List.of(), "", it.customer() == null ? open("/") : open("/customers/" + it.customer()));
    }

    private AlertMail mail(
            String subject, String title, List<String> paragraphs, List<AlertMail.Item> items, String hint, List<AlertMail.Link> open) {
        return new AlertMail(
                words.language().tag(), words.isRightToLeft() ? "rtl" : "ltr", subject, title, paragraphs, items, hint, open,
                words.text("why"));
    }

    private List<AlertMail.Link> open(String path) {
        return page.isEmpty() ? List.of() : List.of(new AlertMail.Link(words.text("open"), page + path));
    }
}

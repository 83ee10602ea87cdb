package org.genjin.daemon.reminder;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.genjin.daemon.decision.Questions;
import org.genjin.daemon.draft.Draft;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.ProposalTable.Proposal;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reminder.Digest.Part;
import org.genjin.daemon.words.ReasonWords;
import org.genjin.daemon.words.Text;
import org.genjin.daemon.words.Words;
import org.jspecify.annotations.Nullable;

/** Puts a customer or a question of a digest into words. Immutable. */
final class DigestItems {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    static final String FIRST_CANDIDATE = "a";
    private static final int MOST_CANDIDATES = 5;
    private static final int SUBJECT = 80;

    private final Words words;
    private final Words values;
    private final DueSentence sentence;
    private final ReasonWords reasons;
    private final ZoneId zone;

    DigestItems(Words words, ZoneId zone) {
        this.words = words;
        this.values = Words.of("customer", words.language());
        this.sentence = new DueSentence(words.language());
        this.reasons = new ReasonWords(words.language());
        this.zone = zone;
    }

    String day(LocalDate it) {
        return words.bare(DAY.format(it));
    }

    DigestMail.Item customer(Digest.Entry it, Part part, Instant at, DigestLinks links) {
        CustomerRow customer = it.customer();
        DueItem due = it.due();
        DueItem.Evidence evidence = due == null ? null : due.evidence();
        Draft draft = it.draft();
        return new DigestMail.Item(
                it.number(), Text.isolated(customer.name()), meta(customer), due == null ? since(customer) : why(due, part),
                evidence == null ? "" : Text.isolated(evidence.quote()), lines(it, at), links.customer(it.number()),
                draft == null ? "" : draft.link(), links.pageOf("/customers/" + customer.id()));
    }

    private String since(CustomerRow it) {
        Instant first = it.firstContact();
        return first == null ? "" : words.text("new", words.bare(MOMENT.format(first.atZone(zone))));
    }

    private String why(DueItem it, Part part) {
        String why = sentence.why(it);
        Optional<LocalDate> longest = it.reasons().stream().map(DueItem.Due::due).min(Comparator.naturalOrder());
        return part == Part.OVERDUE && longest.isPresent()
                ? words.text("due", day(longest.get())) + words.text("separator") + why
                : why;
    }

    private List<String> lines(Digest.Entry it, Instant at) {
        DueItem due = it.due();
        Offer offer = it.offer();
        return Stream.of(
                        offer == null ? "" : offer(offer),
                        due == null || due.action().isEmpty() ? "" : words.text("note", Text.isolated(due.action())),
                        sentence.there(it.customer(), at, zone),
                        due == null ? "" : sentence.ramadan(due))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String meta(CustomerRow it) {
        List<String> parts = new ArrayList<>();
        if (it.country() != null) {
            parts.add(Locale.of("", it.country()).getDisplayCountry(words.language().locale()));
        }
        parts.add(words.text("grade", words.bare(it.grade().name())));
        parts.add(values.text("stage." + it.stage().id()));
        return String.join(words.text("separator"), parts);
    }

    /** Such as "offer 11-20: USD 0.86/pcs FOB Shanghai, MOQ 5000 pcs". */
    private String offer(Offer it) {
        StringBuilder terms = new StringBuilder(price(it.prices().getFirst()));
        it.incoterm().ifPresent(term -> terms.append(' ').append(joined(term.word(FactField.CODE), term.word(FactField.PLACE))));
        List<String> parts = new ArrayList<>(List.of(words.bare(terms.toString())));
        it.moq().ifPresent(moq -> parts.add(words.text(
                "offer.moq", words.bare(joined(number(moq.number(FactField.AMOUNT)), moq.word(FactField.UNIT))))));
        if (it.prices().size() > 1) {
            parts.add(words.text("offer.more", it.prices().size() - 1));
        }
        return words.text("offer", day(it.at().atZone(zone).toLocalDate()), String.join(words.text("separator"), parts));
    }

    private static String price(Fact it) {
        String per = it.word(FactField.PER);
        return joined(it.word(FactField.CURRENCY), number(it.number(FactField.AMOUNT))) + (per == null ? "" : "/" + per);
    }

    private static @Nullable String number(@Nullable BigDecimal it) {
        return it == null ? null : it.toPlainString();
    }

    private static String joined(@Nullable String first, @Nullable String second) {
        return String.join(" ", Stream.of(first, second).flatMap(Stream::ofNullable).toList());
    }

    DigestMail.Item question(Digest.Ask it, DigestLinks links) {
        return switch (it) {
            case Digest.Ask.Whether ask -> whether(ask, links);
            case Digest.Ask.Whose ask -> whose(ask, links);
        };
    }

    private DigestMail.Item whether(Digest.Ask.Whether it, DigestLinks links) {
        Proposal proposal = it.question().proposal();
        String question = reasons.question(
                proposal.kind().id(), Text.isolated(it.question().customer()), Text.isolated(it.question().other()), proposal.proposed());
        String why = reasons.say(proposal.why());
        return new DigestMail.Item(
                it.number(), "", "", question, "", why.isEmpty() ? List.of() : List.of(why), links.yesOrNo(it.number()), "",
                links.pageOf("/customers/" + proposal.customer()));
    }

    private DigestMail.Item whose(Digest.Ask.Whose it, DigestLinks links) {
        Questions.Doubtful message = it.message();
        List<String> candidates = new ArrayList<>();
        List<DigestMail.Action> actions = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_CANDIDATES, message.candidates().size()); i++) {
            String letter = Character.toString(FIRST_CANDIDATE.charAt(0) + i);
            candidates.add(words.bare(letter) + "  " + Text.isolated(message.names().get(i)));
            actions.add(links.choice(it.number(), letter, message.candidates().get(i).toString()));
        }
        actions.add(links.none(it.number(), words.text("nobody")));
        String subject = message.subject().isBlank() ? "…" : Text.fitColumns(message.subject(), SUBJECT);
        String question = words.text(
                "message", day(message.at().atZone(zone).toLocalDate()), Text.isolated(message.from()), Text.isolated(subject));
        return new DigestMail.Item(it.number(), "", "", question, "", candidates, actions, "", "");
    }
}

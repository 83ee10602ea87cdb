package org.genjin.daemon.answer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.genjin.config.Language;
import org.genjin.daemon.calendar.Calendars;
import org.genjin.daemon.calendar.CountryCalendar;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.decision.Belonging;
import org.genjin.daemon.decision.Decisions;
import org.genjin.daemon.decision.Questions;
import org.genjin.daemon.decision.Undoing;
import org.genjin.daemon.ledger.AnswerTable.Answer;
import org.genjin.daemon.ledger.AnswerTable.Line;
import org.genjin.daemon.ledger.AnswerTable.Outcome;
import org.genjin.daemon.ledger.AnswerTable.State;
import org.genjin.daemon.ledger.Archive;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.OutboxTable;
import org.genjin.daemon.ledger.OutboxTable.Item;
import org.genjin.daemon.ledger.OutboxTable.Kind;
import org.genjin.daemon.ledger.PauseTable;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.outbox.Outbox;
import org.genjin.daemon.outbox.OwnMail;
import org.genjin.daemon.reply.Said;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Obeys what owners answer to our mails. An answer is noted when its message is stored; all that it asks for is done in one
 * transaction with the note that it was done; then the owner is told by one receipt. Whatever the process dies of in between, the next
 * run goes on there. One run at a time; thread-safe.
 */
public final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final Duration RECEIPT_LIVES = Duration.ofDays(2);
    private static final Duration MAIL_LIVES = Duration.ofDays(7);
    private static final String PAGE = "page ";

    private final Ledger ledger;
    private final Reader reader;
    private final Obeying obeying;
    private final ReceiptWriter receipts;
    private final OwnMail names;
    private final Outbox outbox;
    private final Settings settings;
    private final InstantSource clock;
    private final ReentrantLock one = new ReentrantLock();

    /**
     * How owners are told.
     *
     * @param language of an owner's mails
     * @param zone in which an owner's days begin and end
     * @param page address of the page at the desk, without a slash at its end; "" if there is none
     * @param digestIsNear whether an owner's next digest comes so soon that it tells what an answer did
     */
    public record Settings(
            Function<String, Language> language, Function<String, ZoneId> zone, String page, Predicate<String> digestIsNear) {}

    /** What carries out what is asked for. */
    public record Deciding(Decisions decisions, Belonging belonging, Questions questions, Undoing undoing) {}

    /**
     * @param archive where the words of the answers are
     * @param calendars of the customers' countries
     * @param ours our own working days
     */
    public Answers(
            Ledger ledger,
            Archive archive,
            Deciding deciding,
            Calendars calendars,
            CountryCalendar ours,
            Outbox outbox,
            Settings settings,
            InstantSource clock) {
        this.ledger = ledger;
        this.reader = new Reader(archive);
        this.obeying = new Obeying(
                deciding.decisions(), deciding.belonging(), deciding.questions(), new TakingBack(deciding.undoing()), calendars, ours);
        this.receipts = new ReceiptWriter(settings.page());
        this.names = new OwnMail(ledger.hashKey());
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * An answer that was obeyed.
     *
     * @param done how many of its lines were done
     * @param unclear how many were not
     */
    public record Obeyed(String owner, int done, int unclear) {}

    /** Obeys what is to be obeyed, and tells what is to be told. What fails is tried again by the next run. */
    public List<Obeyed> run() {
        one.lock();
        try {
            List<Obeyed> obeyed = new ArrayList<>();
            for (Answer it : ledger.read(tx -> tx.answers().unsettled())) {
                try {
                    settle(it).ifPresent(obeyed::add);
                } catch (RuntimeException e) {
                    LOG.error("answer {} could not be obeyed or told of; it is tried again", it.id(), e);
                }
            }
            return obeyed;
        } finally {
            one.unlock();
        }
    }

    private Optional<Obeyed> settle(Answer answer) {
        List<Line> lines = answer.state() == State.OBEYED
                ? ledger.read(tx -> tx.answers().lines(answer.id()))
                : ledger.transact(tx -> obey(tx, answer));
        tell(answer, lines);
        if (answer.state() == State.OBEYED || lines.isEmpty()) {
            return Optional.empty();
        }
        int done = (int) lines.stream().filter(it -> it.outcome().isObeyed()).count();
        LOG.info("answer {} obeyed: {} lines done, {} not", answer.id(), done, lines.size() - done);
        return Optional.of(new Obeyed(answer.owner(), done, lines.size() - done));
    }

    private List<Line> obey(Transaction tx, Answer answer) {
        Optional<OutboxTable.Row> mail = tx.outbox().find(answer.mail());
        List<Line> lines;
        if (mail.isEmpty()) {
            lines = List.of();
        } else if (answer.state() == State.LATE) {
            lines = List.of(new Line("", Outcome.TOO_LATE, 0, ""));
        } else {
            Obeying.Round round = round(tx, mail.get(), answer.saidAt(), false);
            List<Said> said = reader.said(tx, answer, round.items(), zone(answer.owner()), settings.language().apply(answer.owner()));
            lines = obeying.obey(tx, round, said);
        }
        tx.answers().obeyed(answer.id(), lines, clock.instant());
        return tx.answers().lines(answer.id());
    }

    private Obeying.Round round(Transaction tx, OutboxTable.Row mail, Instant at, boolean only) {
        List<Item> items = Obeying.items(tx, mail);
        AnswerWording wording = new AnswerWording(settings.language().apply(mail.owner()));
        return new Obeying.Round(mail, items, at, at.atZone(zone(mail.owner())).toLocalDate(), wording, only);
    }

    /** One receipt, unless there is nothing to tell, or the next digest tells it. */
    private void tell(Answer answer, List<Line> lines) {
        boolean clear = lines.stream().allMatch(it -> it.outcome().isObeyed());
        boolean silent = lines.isEmpty() || answer.occasion().startsWith(PAGE) || (clear && settings.digestIsNear().test(answer.owner()));
        if (!silent && !post(answer, lines)) {
            return;
        }
        ledger.transact(tx -> {
            tx.answers().told(answer.id());
            return null;
        });
    }

    /** @return whether the outbox has it now, or had it before */
    private boolean post(Answer answer, List<Line> lines) {
        String owner = answer.owner();
        String occasion = TakingBack.occasion(answer);
        List<String> about = ledger.read(tx -> about(tx, lines));
        String answers = ledger.read(tx -> messageId(tx, answer));
        OwnMail.Letter letter = receipts.letter(
                owner, settings.language().apply(owner), lines, about, names.messageId(owner, Kind.RECEIPT, occasion), answers);
        outbox.post(new Outbox.Draft(
                owner, Kind.RECEIPT, occasion, letter, clock.instant().plus(RECEIPT_LIVES), 0, List.of()));
        return outbox.before(owner, Kind.RECEIPT, occasion).isPresent();
    }

    private static String messageId(Transaction tx, Answer answer) {
        Long message = answer.message();
        return message == null ? "" : tx.messages().find(message).map(MessageRow::messageId).filter(Objects::nonNull).orElse("");
    }

    private static List<String> about(Transaction tx, List<Line> lines) {
        Map<Long, String> called = tx.customers().names(
                lines.stream().map(Line::customer).filter(Objects::nonNull).map(CustomerId::number).toList());
        return lines.stream()
                .map(it -> {
                    CustomerId customer = it.customer();
                    return customer == null ? "" : called.getOrDefault(customer.number(), customer.toString());
                })
                .toList();
    }

    /** What a link would do, or has done. */
    public sealed interface Looked {

        /** @param done whether it is done by now */
        record Lines(String owner, Language language, List<Line> lines, List<String> sentences, boolean done) implements Looked {
            public Lines {
                lines = List.copyOf(lines);
                sentences = List.copyOf(sentences);
            }
        }

        /** The mail is too old. */
        record Old(Language language) implements Looked {}

        /** No mail of ours to that owner has that token. */
        record Unknown() implements Looked {}
    }

    /**
     * What words would do as an answer to the mail with that token.
     *
     * @param viewer who asks, who may be the mail's owner only; empty: the operator, or whoever has the token
     */
    public Looked look(String token, String words, Optional<String> viewer) {
        Instant now = clock.instant();
        return ledger.read(tx -> mail(tx, token, viewer)
                .map(mail -> isOld(mail, now) ? old(mail) : looked(tx, mail, said(tx, mail, words, now), now))
                .orElseGet(Looked.Unknown::new));
    }

    private Looked looked(Transaction tx, OutboxTable.Row mail, List<Said> said, Instant now) {
        return lines(tx, mail, obeying.obey(tx, round(tx, mail, now, true), said), false);
    }

    /**
     * Does it.
     *
     * @param once what tells this press of the button from any other: pressed again, it does nothing more
     */
    public Looked obey(String token, String words, String once, Optional<String> viewer) {
        Instant now = clock.instant();
        one.lock();
        try {
            return ledger.transact(tx -> mail(tx, token, viewer)
                    .map(mail -> isOld(mail, now) ? old(mail) : obeyed(tx, mail, words, PAGE + once, now))
                    .orElseGet(Looked.Unknown::new));
        } finally {
            one.unlock();
        }
    }

    private Looked obeyed(Transaction tx, OutboxTable.Row mail, String words, String occasion, Instant now) {
        Optional<Long> noted = tx.answers().note(tx, mail.id(), mail.owner(), occasion, null, now, occasion, true);
        if (noted.isPresent()) {
            List<Line> lines = obeying.obey(tx, round(tx, mail, now, false), said(tx, mail, words, now));
            tx.answers().obeyed(noted.get(), lines, now);
            return lines(tx, mail, lines, true);
        }
        List<Line> before = tx.answers().noted(occasion).map(it -> tx.answers().lines(it.id())).orElseGet(List::of);
        return lines(tx, mail, before, true);
    }

    private List<Said> said(Transaction tx, OutboxTable.Row mail, String words, Instant now) {
        return reader.said(tx, words, now.atZone(zone(mail.owner())), Obeying.items(tx, mail), settings.language().apply(mail.owner()));
    }

    private Looked lines(Transaction tx, OutboxTable.Row mail, List<Line> lines, boolean done) {
        Language language = settings.language().apply(mail.owner());
        AnswerWording wording = new AnswerWording(language);
        List<String> about = about(tx, lines);
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            sentences.add(wording.say(lines.get(i), about.get(i)));
        }
        return new Looked.Lines(mail.owner(), language, lines, sentences, done);
    }

    private Looked old(OutboxTable.Row mail) {
        return new Looked.Old(settings.language().apply(mail.owner()));
    }

    private static boolean isOld(OutboxTable.Row mail, Instant now) {
        return now.isAfter(mail.attemptedAt().plus(MAIL_LIVES));
    }

    private static Optional<OutboxTable.Row> mail(Transaction tx, String token, Optional<String> viewer) {
        return OwnMail.TOKEN.matcher(token).matches()
                ? tx.outbox().named(OwnMail.messageIdOf(token)).filter(it -> viewer.isEmpty() || viewer.get().equals(it.owner()))
                : Optional.empty();
    }

    private ZoneId zone(String owner) {
        return settings.zone().apply(owner);
    }

    /** Who gets no mails today. */
    public List<PauseTable.Pause> paused(Instant at) {
        return ledger.read(tx -> tx.pauses().all()).stream()
                .filter(it -> it.covers(at.atZone(zone(it.owner())).toLocalDate()))
                .toList();
    }

    /** @return whether that owner's mails had been stopped */
    public boolean resume(String owner) {
        return ledger.transact(tx -> tx.pauses().end(owner));
    }
}

package org.genjin.daemon.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.genjin.config.InstantMails;
import org.genjin.config.OwnerMails;
import org.genjin.daemon.calendar.OfficeHours;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.OutboxTable;
import org.genjin.daemon.ledger.OutboxTable.About;
import org.genjin.daemon.ledger.OutboxTable.Kind;
import org.genjin.daemon.ledger.StatusReport;
import org.genjin.daemon.outbox.MailPlan;
import org.genjin.daemon.outbox.Outbox;
import org.genjin.daemon.outbox.OwnMail;

/**
 * Tells an owner at once of what cannot wait, as far as the owner wants that: each thing once, at most so many mails a day, and in
 * office hours. Fraud is told at any hour, as somebody may be about to pay. Thread-safe.
 */
public final class AlertSweep {

    private static final int MOST_A_DAY = 6;
    /** Whoever begins to wait meanwhile stands in the next mail with the others. */
    private static final Duration BETWEEN = Duration.ofHours(1);
    /** After a pause of this machine the sources are tried first. */
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final Duration TRIED = Duration.ofMinutes(20);
    private static final Duration FRAUD_USELESS = Duration.ofDays(3);

    private final Outbox outbox;
    private final Ledger ledger;
    private final AlertReader reader;
    private final AlertLayout layout = new AlertLayout();
    private final OwnMail names;
    private final Function<String, OwnerMails> wishes;
    private final Function<String, MailPlan> plans;
    private final BiPredicate<String, LocalDate> paused;
    private final String page;
    private final InstantSource clock;
    private final Map<String, Awake> awake = new ConcurrentHashMap<>();

    /**
     * When this was asked to look.
     *
     * @param since without a pause
     */
    private record Awake(Instant since, Instant last) {
        Awake now(Instant now) {
            return last.plus(PAUSE).isBefore(now) || now.isBefore(last) ? new Awake(now, now) : new Awake(since, now);
        }
    }

    /**
     * @param paused whether an owner wants no mails on a day; of fraud they are told all the same
     * @param page address of the page at the desk, without a slash at its end; "" if there is none
     */
    public AlertSweep(
            Ledger ledger,
            FollowUpBoard board,
            StatusReport status,
            Outbox outbox,
            Function<String, OwnerMails> wishes,
            Function<String, MailPlan> plans,
            BiPredicate<String, LocalDate> paused,
            String page,
            InstantSource clock) {
        this.ledger = ledger;
        this.reader = new AlertReader(ledger, board, status);
        this.names = new OwnMail(ledger.hashKey());
        this.outbox = outbox;
        this.wishes = wishes;
        this.plans = plans;
        this.paused = paused;
        this.page = page;
        this.clock = clock;
    }

    /** Tells one owner what there is to tell. */
    public void run(String owner) {
        Instant now = clock.instant();
        Awake before = awake.get(owner);
        Awake since = before == null ? new Awake(now, now) : before.now(now);
        awake.put(owner, since);
        InstantMails wanted = wishes.apply(owner).instant();
        MailPlan plan = plans.apply(owner);
        if (wanted.isNothing() || !outbox.isTime(now)) {
            return;
        }
        if (wanted.fraud()) {
            reader.fraud(owner, wanted, now).forEach(it -> fraud(owner, it, now));
        }
        if (!OfficeHours.isOpen(now, plan.days(), plan.zone()) || paused.test(owner, today(owner, now))) {
            return;
        }
        if (isRoom(owner, now)) {
            reader.waiting(owner, wanted, plan, now).ifPresent(it -> waiting(owner, it, now));
        }
        if (!now.isBefore(since.since().plus(TRIED))) {
            reader.silent(owner, wanted, now).forEach(it -> silent(owner, it, now));
        }
    }

    private void waiting(String owner, Alert.Waiting it, Instant now) {
        // Each message is told of once, so the last of them is in no other mail.
        long last = it.items().stream().mapToLong(item -> AlertReader.because(item).message()).max().orElseThrow();
        List<OutboxTable.Item> items = it.items().stream()
                .map(item -> new OutboxTable.Item(
                        it.items().indexOf(item) + 1, About.CUSTOMER, item.customer().id().number(), item.reason().id()))
                .toList();
        post(owner, "waiting " + last, it, now, endOfDay(owner, now), items);
    }

    private void silent(String owner, Alert.Silent it, Instant now) {
        post(owner, "silent " + it.source().name() + " since " + it.since(), it, now, endOfDay(owner, now), List.of());
    }

    private void fraud(String owner, Alert.Fraud it, Instant now) {
        String occasion = "fraud " + it.alarm().warning().message();
        if (outbox.before(owner, Kind.ALERT, occasion).isEmpty() && written(owner, "fraud", now).size() < MOST_A_DAY) {
            post(owner, occasion, it, now, now.plus(FRAUD_USELESS), List.of());
        }
    }

    private void post(String owner, String occasion, Alert alert, Instant now, Instant uselessAt, List<OutboxTable.Item> items) {
        if (outbox.before(owner, Kind.ALERT, occasion).isPresent()) {
            return;
        }
        String token = OwnMail.token(names.messageId(owner, Kind.ALERT, occasion));
        AlertMail mail = new AlertWording(wishes.apply(owner).language(), plans.apply(owner), page).write(alert, owner, token, now);
        OwnMail.Letter letter = new OwnMail.Letter(mail.subject(), layout.text(mail), layout.html(mail), Map.of());
        outbox.post(new Outbox.Draft(owner, Kind.ALERT, occasion, letter, uselessAt, items.size(), items));
    }

    /** Whether another mail of those who wait may be sent today, and now. */
    private boolean isRoom(String owner, Instant now) {
        List<Instant> written = written(owner, "waiting", now);
        return written.size() < MOST_A_DAY && written.stream().noneMatch(it -> now.isBefore(it.plus(BETWEEN)));
    }

    private List<Instant> written(String owner, String occasion, Instant now) {
        ZoneId zone = plans.apply(owner).zone();
        Instant morning = today(owner, now).atStartOfDay(zone).toInstant();
        return ledger.read(tx -> tx.outbox().written(owner, Kind.ALERT, occasion, morning));
    }

    private LocalDate today(String owner, Instant now) {
        return now.atZone(plans.apply(owner).zone()).toLocalDate();
    }

    private Instant endOfDay(String owner, Instant now) {
        return today(owner, now).plusDays(1).atStartOfDay(plans.apply(owner).zone()).toInstant();
    }
}

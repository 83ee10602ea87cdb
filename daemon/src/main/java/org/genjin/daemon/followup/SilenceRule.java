package org.genjin.daemon.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was sent and got no answer: an offer, samples, an invoice. Any word of theirs ends the first two; an invoice waits for the
 * money, but never asks for it in the days right after they wrote or before the day on which they said they would pay.
 */
final class SilenceRule implements ReasonRule {

    private static final int AFTER_THEIR_WORD = 3;

    @Override
    public List<FollowUp> followUps(Standing standing, Day day) {
        Dealings dealings = standing.dealings();
        List<FollowUp> followUps = new ArrayList<>();
        Point sample = dealings.sample();
        Point quote = dealings.quote();
        if (sample != null) {
            waiting(Reason.SAMPLE_SILENT, sample, Rounds.SAMPLE, dealings, day).ifPresent(followUps::add);
        } else if (quote != null && dealings.invoice() == null) {
            waiting(Reason.QUOTE_SILENT, quote, Rounds.QUOTE, dealings, day).ifPresent(followUps::add);
        }
        invoice(dealings, day).ifPresent(followUps::add);
        return followUps;
    }

    private static Optional<FollowUp> waiting(Reason reason, Point sent, Rounds rounds, Dealings dealings, Day day) {
        LocalDate anchor = day.of(sent.at());
        return rounds.next(anchor, day.daysOf(dealings.ours(), anchor), day.today())
                .map(it -> day.from(reason, it.day(), sent).round(it.round(), rounds.count()));
    }

    private static Optional<FollowUp> invoice(Dealings dealings, Day day) {
        Point invoice = dealings.invoice();
        if (invoice == null) {
            return Optional.empty();
        }
        LocalDate anchor = day.of(invoice.at());
        boolean promised = dealings.pledges().stream()
                .anyMatch(it -> it.by() == Pledge.By.THEM && it.due() != null && !it.due().isBefore(anchor));
        Instant word = dealings.lastIn();
        LocalDate quietUntil = word == null ? anchor : day.of(word).plusDays(AFTER_THEIR_WORD);
        return Rounds.INVOICE.next(anchor, day.daysOf(dealings.ours(), anchor), day.today())
                .filter(_ -> !promised)
                .map(it -> day.from(Reason.PI_UNPAID, it.day().isBefore(quietUntil) ? quietUntil : it.day(), invoice)
                        .round(it.round(), Rounds.INVOICE.count()));
    }
}

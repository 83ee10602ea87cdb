package org.genjin.daemon.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.genjin.config.Language;
import org.genjin.daemon.words.Words;

/** Says in a person's language how a source does, and what to do. Immutable. */
public final class SourceWording {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final long SECONDS_SAID_IN_SECONDS = 90;
    private static final long SECONDS_SAID_IN_MINUTES = 90 * 60;

    private final Words words;
    private final ZoneId zone;

    public SourceWording(Language language, ZoneId zone) {
        this.words = Words.of("source", language);
        this.zone = zone;
    }

    /** One sentence: what is wrong, and what to do. */
    public String trouble(SourceTrouble trouble) {
        return switch (trouble) {
            case SourceTrouble.Parked it -> it.said();
            case SourceTrouble.Failing it -> it.said();
            case SourceTrouble.FailingLong it -> words.text("failing-long", moment(it.since()), it.said());
            case SourceTrouble.Unread it -> words.text("unread", moment(it.since()));
            case SourceTrouble.NoMailbox _ -> words.text("no-mailbox");
            case SourceTrouble.Empty it -> words.text("empty", it.mailboxes());
            case SourceTrouble.AllOld it -> words.text("all-old", it.held());
            case SourceTrouble.AllUnreadable it -> words.text("all-unreadable", it.held());
            case SourceTrouble.NothingCame it -> words.text("nothing-came", it.held());
            case SourceTrouble.LatestUnreadable it -> words.text("latest-unreadable", it.count());
            case SourceTrouble.Missing it -> words.text("missing", words.bare(it.mailbox()), it.missing(), it.held());
            case SourceTrouble.ReadAgain it -> words.text("read-again", words.bare(it.mailbox()), it.missing());
            case SourceTrouble.Partial it -> words.text("partial", words.bare(it.mailbox()), it.said());
            case SourceTrouble.Stuck it -> words.text("stuck", it.toCome(), moment(it.since()));
            case SourceTrouble.NoneSent it -> words.text("none-sent", words.bare(it.owner()));
            case SourceTrouble.NotYetRead _ -> words.text("not-yet-read");
            case SourceTrouble.BrokenOff _ -> words.text("broken-off");
        };
    }

    /** What is wrong first of all; "" if nothing. */
    public String problem(SourceStatus it) {
        return it.worst().map(this::trouble).orElse("");
    }

    /** Every alarm of a source, or what is wrong first of all. */
    public List<String> problems(SourceStatus it) {
        return it.alarms().isEmpty()
                ? it.worst().map(this::trouble).stream().toList()
                : it.alarms().stream().map(this::trouble).toList();
    }

    /** What is wrong with one mailbox; "" if nothing. */
    public String problem(Proof proof) {
        String mailbox = proof.mailbox().name();
        if (proof.lost()) {
            return trouble(new SourceTrouble.Missing(mailbox, proof.missing(), proof.held()));
        }
        if (proof.missing() > 0) {
            return trouble(new SourceTrouble.ReadAgain(mailbox, proof.missing()));
        }
        return proof.partial().isEmpty() ? "" : trouble(new SourceTrouble.Partial(mailbox, proof.partial()));
    }

    /** What is worth knowing of a source, its mailboxes' warnings with their names. */
    public List<String> warnings(SourceStatus it) {
        List<String> warnings = new ArrayList<>();
        it.notes().forEach(note -> warnings.add(trouble(note)));
        it.warnings().forEach(warning -> warnings.add((warning.mailbox() + ": " + warning.sentence())));
        return warnings;
    }

    /** That a part of a chat was not read. */
    public String gap(ChatGap gap) {
        return words.text("gap", words.bare(gap.chat().title()), day(gap.from()), day(gap.to()));
    }

    /** Its state in a word or two, with how far a reading is. */
    public String state(SourceStatus it) {
        return it.state() == SourceStatus.State.READING && it.headway().isPresent()
                ? headway(it.headway().get())
                : words.text("state." + it.state().id());
    }

    /** Such as "reading 62 %, about 4 min left". */
    public String headway(Headway it) {
        OptionalInt percent = it.percent();
        if (percent.isEmpty() || it.remaining() == 0) {
            return it.read() == 0 ? words.text("state.reading") : words.text("reading", it.read());
        }
        return it.left()
                .map(left -> words.text("reading.left", text(percent.getAsInt()), duration(left)))
                .orElseGet(() -> words.text("reading.percent", text(percent.getAsInt())));
    }

    /** Such as "reading 62 %, about 4 min left (12,400 of 20,000, 312 a second)". */
    public String progress(Headway it) {
        String rate = Long.toString(Math.round(it.rate()));
        if (it.rate() == 0) {
            return headway(it);
        }
        return it.total() < 0
                ? words.text("progress.rate", headway(it), rate)
                : words.text("progress", headway(it), it.total() - it.remaining(), it.total(), rate);
    }

    /** Such as "the server holds 1,204, the ledger 1,201 (12 of them known before), 3 too old"; "" if it cannot be counted. */
    public String counts(SourceStatus it) {
        if (it.mailboxes().isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        parts.add(words.text("counts", it.held(), it.logged()));
        part("counts.duplicates", it.mailboxes().stream().mapToLong(Proof::duplicates).sum(), parts);
        part("counts.too-old", it.mailboxes().stream().mapToLong(Proof::tooOld).sum(), parts);
        part("counts.unreadable", it.mailboxes().stream().mapToLong(Proof::unreadable).sum(), parts);
        part("counts.never-logged", it.mailboxes().stream().mapToLong(Proof::neverLogged).sum(), parts);
        part("counts.to-come", it.mailboxes().stream().mapToLong(Proof::toCome).sum(), parts);
        part("counts.missing", it.mailboxes().stream().mapToLong(Proof::missing).sum(), parts);
        return String.join(words.text("counts.separator"), parts);
    }

    private void part(String key, long count, List<String> parts) {
        if (count > 0) {
            parts.add(words.text(key, count));
        }
    }

    /**
     * What is said in the place of a message's words that were dropped because it was nobody's.
     *
     * @param coming whether it is being fetched again; else it cannot be
     */
    public String dropped(Instant at, boolean coming) {
        return words.text(coming ? "dropped.coming" : "dropped.gone", day(at));
    }

    /** Such as "4 min". */
    public String duration(Duration duration) {
        long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
        if (seconds < SECONDS_SAID_IN_SECONDS) {
            return words.text("seconds", text(seconds));
        }
        return seconds < SECONDS_SAID_IN_MINUTES
                ? words.text("minutes", text(Math.round(seconds / 60.0)))
                : words.text("hours", text(Math.round(seconds / 3600.0)));
    }

    private static String text(long number) {
        return Long.toString(number);
    }

    private String moment(Instant instant) {
        return words.bare(MOMENT.format(instant.atZone(zone)));
    }

    private String day(Instant instant) {
        return words.bare(DAY.format(instant.atZone(zone)));
    }
}

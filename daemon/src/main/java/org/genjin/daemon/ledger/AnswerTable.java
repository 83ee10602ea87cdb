package org.genjin.daemon.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genjin.daemon.customer.CustomerId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What owners write back to our mails, and what came of each line of it. */
public final class AnswerTable {

    /** The same words from two folders are one answer; the same words later are another. */
    private static final Duration SAME = Duration.ofMinutes(15);
    /** A person does not write so many in an hour: more are a loop. */
    private static final int MOST_IN_AN_HOUR = 20;

    private final Handle handle;

    AnswerTable(Handle handle) {
        this.handle = handle;
    }

    /** How far an answer is. */
    public enum State {
        OPEN,
        /** It came too late to be obeyed, and is only told so. */
        LATE,
        OBEYED,
        /** The owner was told what came of it. */
        TOLD,
        /** One of so many that no person writes them. */
        IGNORED;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What came of a line. */
    public enum Outcome {
        DONE(true),
        LATER(true),
        GRADE(true),
        NOTE(true),
        /** A note that there were words with the customer. */
        LOG(true),
        YES(true),
        NO(true),
        WHOSE(true),
        STOP(true),
        START(true),
        PAUSE(true),
        UNDO(true),
        /** Not understood, and the further ones of {@code Said.Doubt}. */
        WORDS(false),
        WHICH(false),
        NO_SUCH_LINE(false),
        SEVERAL(false),
        DAY_PAST(false),
        NOT_HERE(false),
        /** The customer, question or message is not there any more, or not this owner's. */
        GONE(false),
        /** The mail that it answers is too old. */
        TOO_LATE(false),
        /** It cannot be taken back. */
        NO_UNDO(false);

        private final boolean obeyed;

        Outcome(boolean obeyed) {
            this.obeyed = obeyed;
        }

        public boolean isObeyed() {
            return obeyed;
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Outcome of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * One answer.
     *
     * @param mail the row of the mail that is answered
     * @param message the row of the message that says it; null if the page did, or if it is gone
     */
    public record Answer(
            long id, long mail, String owner, String occasion, @Nullable Long message, Instant saidAt, State state) {}

    /**
     * One line of it.
     *
     * @param line as the receipt numbers it
     * @param number of our mail; 0 if none is meant
     * @param day that something was put off to; null if nothing was
     * @param wanted the day that was named, if that is none to work on; null else
     * @param decision by which it can be taken back; null if nothing is to be taken back
     */
    public record Line(
            int line,
            String words,
            Outcome outcome,
            int number,
            @Nullable CustomerId customer,
            @Nullable Long proposal,
            @Nullable LocalDate day,
            @Nullable LocalDate wanted,
            String detail,
            @Nullable Long decision,
            @Nullable Instant undoneAt) {

        public Line(String words, Outcome outcome, int number, String detail) {
            this(0, words, outcome, number, null, null, null, null, detail, null, null);
        }

        public Line of(@Nullable CustomerId whose, @Nullable Long taken) {
            return new Line(line, words, outcome, number, whose, proposal, day, wanted, detail, taken, undoneAt);
        }

        Line numbered(int number1) {
            return new Line(number1, words, outcome, number, customer, proposal, day, wanted, detail, decision, undoneAt);
        }
    }

    /**
     * Notes an answer, unless it is noted already.
     *
     * @param live whether it is to be obeyed
     * @return its number; empty if it was noted before
     */
    public Optional<Long> note(
            Transaction tx, long mail, String owner, String occasion, @Nullable Long message, Instant saidAt, String fingerprint,
            boolean live) {
        String key = Rows.fit(occasion, 400);
        long same = handle.createQuery("select count(*) from answer where occasion = :occasion"
                        + " or (mail = :mail and fingerprint = :fingerprint and said_at between :from and :to)")
                .bind("occasion", key)
                .bind("mail", mail)
                .bind("fingerprint", fingerprint)
                .bind("from", Rows.timestamp(saidAt.minus(SAME)))
                .bind("to", Rows.timestamp(saidAt.plus(SAME)))
                .mapTo(Long.class)
                .one();
        if (same > 0) {
            return Optional.empty();
        }
        long lately = handle.createQuery("select count(*) from answer where owner = ? and said_at > ? and said_at <= ?"
                        + " and occasion not like 'page %'")
                .bind(0, owner)
                .bind(1, Rows.timestamp(saidAt.minus(Duration.ofHours(1))))
                .bind(2, Rows.timestamp(saidAt))
                .mapTo(Long.class)
                .one();
        State state = lately >= MOST_IN_AN_HOUR ? State.IGNORED : live ? State.OPEN : State.LATE;
        long id = tx.take(Transaction.Counter.ANSWER, 1);
        handle.execute(
                "insert into answer (id, mail, owner, occasion, message, said_at, fingerprint, state) values (?, ?, ?, ?, ?, ?, ?, ?)",
                id, mail, owner, key, message, Rows.timestamp(saidAt), fingerprint, state.id());
        return Optional.of(id);
    }

    /** Those that something is to be done about still, the oldest first. */
    public List<Answer> unsettled() {
        return handle.createQuery("select * from answer where state in ('open', 'late', 'obeyed') order by id")
                .map((row, _) -> answer(row))
                .list();
    }

    public Optional<Answer> find(long id) {
        return handle.createQuery("select * from answer where id = ?").bind(0, id).map((row, _) -> answer(row)).findOne();
    }

    public Optional<Answer> noted(String occasion) {
        return handle.createQuery("select * from answer where occasion = ?")
                .bind(0, Rows.fit(occasion, 400))
                .map((row, _) -> answer(row))
                .findOne();
    }

    /** Those to one mail that were obeyed, the newest first. */
    public List<Answer> obeyedTo(long mail) {
        return handle.createQuery("select * from answer where mail = ? and state in ('obeyed', 'told') order by id desc")
                .bind(0, mail)
                .map((row, _) -> answer(row))
                .list();
    }

    public List<Line> lines(long answer) {
        return handle.createQuery("select * from answer_line where answer = ? order by line")
                .bind(0, answer)
                .map((row, _) -> line(row))
                .list();
    }

    /** Writes down what came of an answer, its lines numbered from 1. */
    @SuppressWarnings("NullAway") // jdbi takes nulls
    public void obeyed(long answer, List<Line> lines, Instant now) {
        for (int i = 0; i < lines.size(); i++) {
            Line it = lines.get(i).numbered(i + 1);
            CustomerId customer = it.customer();
            handle.execute(
                    "insert into answer_line (answer, line, words, outcome, number, customer_id, proposal, set_date, wanted_date, detail,"
                            + " decision) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    answer, it.line(), Rows.fit(it.words(), 2100), it.outcome().id(), it.number(),
                    customer == null ? null : customer.number(), it.proposal(), it.day(), it.wanted(), Rows.fit(it.detail(), 2100),
                    it.decision());
        }
        handle.execute("update answer set state = 'obeyed', obeyed_at = ? where id = ?", Rows.timestamp(now), answer);
    }

    public void undone(long answer, int line, Instant now) {
        handle.execute(
                "update answer_line set undone_at = ? where answer = ? and line = ?", Rows.timestamp(now), answer, line);
    }

    /** The owner has been told, or need not be: what names customers is not kept any longer. */
    public void told(long answer) {
        handle.execute("update answer_line set words = '', detail = '' where answer = ?", answer);
        handle.execute("update answer set state = 'told' where id = ?", answer);
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                row.getLong("id"), row.getLong("mail"), row.getString("owner"), row.getString("occasion"),
                Rows.longOrNull(row, "message"), Rows.instant(row, "said_at"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }

    private static Line line(ResultSet row) throws SQLException {
        Long customer = Rows.longOrNull(row, "customer_id");
        return new Line(
                row.getInt("line"), row.getString("words"), Outcome.of(row.getString("outcome")), row.getInt("number"),
                customer == null ? null : new CustomerId(customer), Rows.longOrNull(row, "proposal"),
                row.getObject("set_date", LocalDate.class), row.getObject("wanted_date", LocalDate.class), row.getString("detail"),
                Rows.longOrNull(row, "decision"), Rows.instantOrNull(row, "undone_at"));
    }
}

package org.genjin.daemon.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.daemon.followup.FollowUp;
import org.genjin.daemon.followup.Point;
import org.genjin.daemon.followup.Reason;
import org.genjin.daemon.ledger.DueItem.Evidence;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactType;
import org.genjin.daemon.reading.said.Promise;
import org.genjin.daemon.words.Text;
import org.jspecify.annotations.Nullable;

/** The messages that follow-ups follow from, with the words that matter: read together, for a whole list. */
final class Evidences {

    private static final int QUOTE = 120;
    /** A sentence that asks, in any script; a full stop within a number ends none. */
    private static final Pattern QUESTION = Pattern.compile("(?:[^.!?。！？؟\\n]|[.!](?=\\S))*[?？؟]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Map<Long, MessageRow> rows = new HashMap<>();
    private final Map<Long, List<Fact>> facts = new HashMap<>();
    private final Map<Long, List<Promise>> promises = new HashMap<>();

    private Evidences() {}

    static Evidences of(Transaction tx, Collection<FollowUp> followUps) {
        Evidences all = new Evidences();
        List<Long> messages = followUps.stream()
                .map(FollowUp::because)
                .filter(it -> it != null)
                .map(Point::message)
                .distinct()
                .toList();
        tx.messages().find(messages).forEach(it -> all.rows.put(it.id(), it));
        all.facts.putAll(tx.said().of(messages));
        all.promises.putAll(tx.said().promised(messages));
        return all;
    }

    /** Null for what a person set, and where the message is gone. */
    @Nullable Evidence of(FollowUp it) {
        Point because = it.because();
        MessageRow row = because == null ? null : rows.get(because.message());
        return row == null ? null : new Evidence(row.key(), row.sentAt(), fit(words(it, row)));
    }

    private String words(FollowUp it, MessageRow row) {
        List<Promise> promised = promises.getOrDefault(row.id(), List.of());
        if (it.pledge() >= 0 && it.pledge() < promised.size()) {
            return promised.get(it.pledge()).text();
        }
        if (it.reason() == Reason.REPLY_OWED) {
            return question(row.preview()).orElseGet(() -> said(row));
        }
        return fact(row.id(), tells(it.reason())).orElseGet(() -> said(row));
    }

    /** What kinds of facts tell of the matter, the one that tells most first. */
    private static List<Set<FactType>> tells(Reason reason) {
        return switch (reason) {
            case QUOTE_SILENT, QUOTE_EXPIRING -> List.of(EnumSet.of(FactType.PRICE), EnumSet.of(FactType.DOCUMENT));
            case SAMPLE_SILENT -> List.of(EnumSet.of(FactType.SAMPLE));
            case PI_UNPAID -> List.of(EnumSet.of(FactType.DOCUMENT));
            case DELIVERY_DUE -> List.of(EnumSet.of(FactType.DELIVERY_DATE), EnumSet.of(FactType.LEAD_TIME), EnumSet.of(FactType.ORDER, FactType.PAID));
            case WIN_BACK -> List.of(EnumSet.of(FactType.ORDER, FactType.PAID));
            case REPLY_OWED, PROMISE_OURS, PROMISE_THEIRS, ADDRESS_DEAD, MANUAL, CADENCE -> List.of();
        };
    }

    private Optional<String> fact(long message, List<Set<FactType>> tells) {
        List<Fact> said = facts.getOrDefault(message, List.of());
        for (Set<FactType> types : tells) {
            Optional<Fact> found = said.stream().filter(it -> types.contains(it.type())).findFirst();
            if (found.isPresent()) {
                return found.map(Fact::text);
            }
        }
        return Optional.empty();
    }

    /** The last thing that is asked. */
    private static Optional<String> question(String words) {
        List<String> all = new ArrayList<>();
        Matcher matcher = QUESTION.matcher(words);
        while (matcher.find()) {
            all.add(matcher.group().strip());
        }
        return all.stream().filter(it -> it.length() > 1).reduce((_, last) -> last);
    }

    private static String said(MessageRow row) {
        return row.preview().isBlank() ? row.subject() : row.preview();
    }

    private static String fit(String words) {
        String line = BLANKS.matcher(words).replaceAll(" ").strip();
        return line.length() <= QUOTE ? line : Text.fit(line, QUOTE - 1) + "…";
    }
}

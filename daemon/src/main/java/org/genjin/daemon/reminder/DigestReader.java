package org.genjin.daemon.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.draft.Draft;
import org.genjin.daemon.draft.DraftWriter;
import org.genjin.daemon.followup.Reason;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.FraudWarnings;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.MessageTable;
import org.genjin.daemon.ledger.SaidTable.SaidFact;
import org.genjin.daemon.ledger.SourceStatus;
import org.genjin.daemon.ledger.StatusReport;
import org.genjin.daemon.reminder.Digest.Part;
import org.jspecify.annotations.Nullable;

/** Gathers what an owner is to be told, from board and ledger. Thread-safe. */
final class DigestReader {

    /** More than these nobody reads in the morning. */
    private static final int LISTED = 20;
    private static final int WARNINGS = 5;

    private final Ledger ledger;
    private final FollowUpBoard board;
    private final StatusReport status;
    private final DigestQuestions questions;
    private final DraftWriter drafts;
    private final FraudWarnings warnings;

    DigestReader(Ledger ledger, FollowUpBoard board, StatusReport status, DigestQuestions questions, DraftWriter drafts) {
        this.ledger = ledger;
        this.board = board;
        this.status = status;
        this.questions = questions;
        this.drafts = drafts;
        this.warnings = new FraudWarnings(ledger);
    }

    /** A customer to tell of, before there are numbers. */
    private record Told(CustomerRow customer, @Nullable DueItem due) {}

    Digest read(String owner, Instant at) {
        Optional<String> viewer = Optional.of(owner);
        LocalDate date = board.today(at);
        Map<Part, List<Told>> all = all(viewer, date, at);
        Map<Part, Integer> counts = new EnumMap<>(Part.class);
        all.forEach((part, told) -> counts.put(part, told.size()));
        List<Digest.Section> sections = sections(inFull(listed(all)), at);
        int listed = sections.stream().mapToInt(it -> it.entries().size()).sum();
        // What was imported by hand is done with; nobody waits for more of it.
        List<SourceStatus> sources = status.sources(viewer, at).stream().filter(it -> !it.kind().equals("import")).toList();
        List<FraudWarnings.Alarm> alarms = warnings.open(viewer).stream().filter(it -> !it.at().isAfter(at)).limit(WARNINGS).toList();
        DigestQuestions.Chosen asked = questions.choose(owner, date, at, listed + 1);
        return new Digest(
                owner, date, at, sections, counts, asked.questions(), asked.alone(), yesterday(owner, date), alarms, sources,
                counts.values().stream().mapToInt(Integer::intValue).sum() - listed);
    }

    private Map<Part, List<Told>> all(Optional<String> viewer, LocalDate date, Instant at) {
        Map<Part, List<Told>> all = new EnumMap<>(Part.class);
        Set<CustomerId> due = new HashSet<>();
        for (DueItem it : board.dueInBrief(viewer, at)) {
            due.add(it.customer().id());
            all.computeIfAbsent(part(it, date), _ -> new ArrayList<>()).add(new Told(it.customer(), it));
        }
        Instant since = board.calendar().minus(date, 1).atStartOfDay(board.zone()).toInstant();
        board.customers(viewer, at).stream()
                .filter(it -> !due.contains(it.id()) && isFresh(it.firstContact(), since, at))
                .forEach(it -> all.computeIfAbsent(Part.NEW, _ -> new ArrayList<>()).add(new Told(it, null)));
        return all;
    }

    /** Of all its reasons the most urgent tells: who waits, then whose day has passed, then whose day is today. */
    private static Part part(DueItem it, LocalDate date) {
        if (it.reasons().stream().anyMatch(due -> due.reason() == Reason.REPLY_OWED)) {
            return Part.REPLY_OWED;
        }
        List<DueItem.Due> dated = it.reasons().stream().filter(due -> due.reason() != Reason.CADENCE).toList();
        if (dated.isEmpty()) {
            return Part.SILENT;
        }
        return dated.stream().anyMatch(due -> due.due().isBefore(date)) ? Part.OVERDUE : Part.TODAY;
    }

    private static Map<Part, List<Told>> listed(Map<Part, List<Told>> all) {
        Map<Part, List<Told>> listed = new EnumMap<>(Part.class);
        int room = LISTED;
        for (Map.Entry<Part, List<Told>> it : all.entrySet()) {
            List<Told> some = it.getValue().subList(0, Math.min(room, it.getValue().size()));
            room -= some.size();
            if (!some.isEmpty()) {
                listed.put(it.getKey(), some);
            }
        }
        return listed;
    }

    private Map<Part, List<Told>> inFull(Map<Part, List<Told>> listed) {
        Map<Part, List<Told>> full = new EnumMap<>(Part.class);
        listed.forEach((part, told) -> full.put(
                part,
                part == Part.NEW
                        ? told
                        : board.inFull(told.stream().flatMap(it -> Stream.ofNullable(it.due())).toList()).stream()
                                .map(it -> new Told(it.customer(), it))
                                .toList()));
        return full;
    }

    private List<Digest.Section> sections(Map<Part, List<Told>> told, Instant at) {
        List<Told> all = told.values().stream().flatMap(List::stream).toList();
        Map<CustomerId, Draft> answers = drafts.write(
                all.stream().map(it -> new DraftWriter.Wanted(it.customer(), first(it))).toList(), at);
        Map<CustomerId, Offer> offers = offers(all, at);
        List<Digest.Section> sections = new ArrayList<>();
        int number = 0;
        for (Map.Entry<Part, List<Told>> it : told.entrySet()) {
            List<Digest.Entry> entries = new ArrayList<>();
            for (Told one : it.getValue()) {
                CustomerId id = one.customer().id();
                entries.add(new Digest.Entry(++number, one.customer(), one.due(), offers.get(id), answers.get(id)));
            }
            sections.add(new Digest.Section(it.getKey(), entries));
        }
        return sections;
    }

    private static DueItem.@Nullable Due first(Told it) {
        return it.due() == null ? null : it.due().first();
    }

    private Map<CustomerId, Offer> offers(List<Told> all, Instant at) {
        Map<CustomerId, List<SaidFact>> facts = ledger.read(tx -> tx.said().facts(
                all.stream().map(it -> it.customer().id()).collect(Collectors.toSet()), at));
        Map<CustomerId, Offer> offers = new HashMap<>();
        facts.forEach((id, said) -> Offer.last(said).ifPresent(offer -> offers.put(id, offer)));
        return offers;
    }

    private Digest.Yesterday yesterday(String owner, LocalDate date) {
        Instant from = date.minusDays(1).atStartOfDay(board.zone()).toInstant();
        Instant to = date.atStartOfDay(board.zone()).toInstant();
        return ledger.read(tx -> {
            MessageTable.Traffic traffic = tx.messages().traffic(owner, from, to);
            return new Digest.Yesterday(traffic.in(), traffic.out(), tx.customers().countNew(owner, from, to), traffic.unmatched());
        });
    }

    private static boolean isFresh(@Nullable Instant first, Instant since, Instant at) {
        return first != null && !first.isBefore(since) && !first.isAfter(at);
    }
}

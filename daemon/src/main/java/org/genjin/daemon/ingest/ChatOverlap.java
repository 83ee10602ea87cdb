package org.genjin.daemon.ingest;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of an export are messages that are known under another key: said at the same place in the chat, but changed or
 * taken back since, printed by a phone in another zone, by a contact who was renamed, or in another language. Pure.
 *
 * <p>A doubt leaves two messages rather than lose one: clocks and names are taken as changed only if several different words
 * say so and hardly any speaks against it.
 */
final class ChatOverlap {

    private static final Duration FURTHEST = Duration.ofHours(26);
    private static final int HALF_HOUR = 30;
    private static final int WITNESSES = 3;
    private static final int NAMED_BY = 2;

    private final List<Known> free = new ArrayList<>();
    private final List<Line> lines;
    /** Whether some lines have the keys of known messages: then the clock is the same, and so is the chat. */
    private final boolean joined;
    private final boolean sameTitle;
    private final Set<Long> taken = new HashSet<>();
    private final Map<Integer, Long> same = new TreeMap<>();

    /** @param words as they are compared; "" for what was sent without any */
    record Known(long id, long minute, String sender, String words, boolean system) {}

    /** @param known the message that has the line's key; null if none has */
    record Line(long minute, String sender, String words, boolean system, Message.Change change, @Nullable Long known) {

        Line knownAs(long id) {
            return new Line(minute, sender, words, system, change, id);
        }
    }

    private ChatOverlap(List<Known> known, List<Line> lines, boolean sameTitle) {
        this.lines = lines;
        this.sameTitle = sameTitle;
        Set<Long> byKey = new HashSet<>();
        lines.stream().map(Line::known).filter(it -> it != null).forEach(byKey::add);
        this.joined = known.stream().anyMatch(it -> byKey.contains(it.id()));
        known.stream().filter(it -> !byKey.contains(it.id())).sorted(Comparator.comparingLong(Known::minute)).forEach(free::add);
    }

    /**
     * @param known messages of the chat from about the time of {@code lines}
     * @param sameTitle whether both chats are called the same; else the people in them must show that they are one
     * @param edited whether a known message has been changed since it was sent
     * @return index in {@code lines} → the message it is, for lines whose key nothing has
     */
    static Map<Integer, Long> align(List<Known> known, List<Line> lines, boolean sameTitle, LongPredicate edited) {
        ChatOverlap overlap = new ChatOverlap(known, lines, sameTitle);
        if (overlap.free.isEmpty() || lines.stream().allMatch(it -> it.known() != null)) {
            return Map.of();
        }
        overlap.align(edited);
        return overlap.same;
    }

    private void align(LongPredicate edited) {
        long shift = joined ? 0 : shift();
        Map<String, String> names = names(shift);
        if (!sameTitle && !joined && (names.size() < 2 || !isWitnessed(shift))) {
            return;
        }
        forOpen((line, place) -> line.words().equals(place.words()) && line.system() == place.system(), shift, names);
        forOpen((line, place) -> !place.system() && line.change() != Message.Change.NONE, shift, names);
        forOpen((line, place) -> !line.system() && !place.system() && edited.test(place.id()), shift, names);
        forOpen((line, place) -> line.system() && place.system(), shift, names);
    }

    private interface Rule {
        boolean isSame(Line line, Known place);
    }

    /** Gives each open line the first free message of its minute and sender that {@code rule} accepts. */
    private void forOpen(Rule rule, long shift, Map<String, String> names) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.known() == null && !same.containsKey(i)) {
                String sender = names.getOrDefault(line.sender(), line.sender());
                for (Known place : free) {
                    if (apart(line, place) == shift && place.sender().equals(sender) && !taken.contains(place.id())
                            && rule.isSame(line, place)) {
                        taken.add(place.id());
                        same.put(i, place.id());
                        break;
                    }
                }
            }
        }
    }

    /** By how many minutes the known messages' clock differs from the export's: whole or half hours, or 0. */
    private long shift() {
        Map<Long, Set<String>> witnesses = new HashMap<>();
        for (Line line : lines) {
            for (Known place : free) {
                long apart = apart(line, place);
                boolean possible = apart % HALF_HOUR == 0 && Math.abs(apart) <= FURTHEST.toMinutes();
                if (possible && speaks(line) && line.words().equals(place.words())) {
                    witnesses.computeIfAbsent(apart, _ -> new HashSet<>()).add(line.words());
                }
            }
        }
        return witnesses.entrySet().stream()
                .filter(it -> it.getKey() != 0)
                .max(Comparator.comparingInt(it -> it.getValue().size()))
                .filter(it -> it.getValue().size() > witnesses.getOrDefault(0L, Set.of()).size() && isWitnessed(it.getKey()))
                .map(Map.Entry::getKey)
                .orElse(0L);
    }

    /** Whether several different words were said at the shifted time, and nearly all there are within what is known. */
    private boolean isWitnessed(long shift) {
        long first = free.getFirst().minute();
        long last = free.getLast().minute();
        Set<String> witnesses = new HashSet<>();
        int within = 0;
        int found = 0;
        for (Line line : lines) {
            long minute = line.minute() + shift;
            if (speaks(line) && minute >= first && minute <= last) {
                within++;
                if (free.stream().anyMatch(it -> apart(line, it) == shift && it.words().equals(line.words()))) {
                    witnesses.add(line.words());
                    found++;
                }
            }
        }
        return witnesses.size() >= WITNESSES && found * 5 >= within * 4;
    }

    /** What those who speak in the export are called in the known messages, as far as their words show. */
    private Map<String, String> names(long shift) {
        Map<String, Map<String, Set<String>>> heard = new HashMap<>();
        for (Line line : lines) {
            for (Known place : free) {
                if (speaks(line) && apart(line, place) == shift && line.words().equals(place.words())) {
                    heard.computeIfAbsent(line.sender(), _ -> new HashMap<>())
                            .computeIfAbsent(place.sender(), _ -> new HashSet<>()).add(line.words());
                }
            }
        }
        Set<String> senders = new HashSet<>();
        lines.forEach(it -> senders.add(it.sender()));
        Map<String, String> names = new HashMap<>();
        heard.forEach((sender, others) -> {
            if (others.containsKey(sender)) {
                names.put(sender, sender);
            } else {
                others.entrySet().stream()
                        .filter(it -> it.getValue().size() >= NAMED_BY && !senders.contains(it.getKey()))
                        .max(Comparator.comparingInt(it -> it.getValue().size()))
                        .ifPresent(it -> names.put(sender, it.getKey()));
            }
        });
        return names;
    }

    private static boolean speaks(Line line) {
        return line.known() == null && !line.system() && line.change() == Message.Change.NONE && !line.words().isEmpty();
    }

    private static long apart(Line line, Known place) {
        return place.minute() - line.minute();
    }

    /** A printed time as a number of minutes. */
    static long minute(LocalDateTime at) {
        return Math.floorDiv(at.toEpochSecond(ZoneOffset.UTC), 60);
    }
}

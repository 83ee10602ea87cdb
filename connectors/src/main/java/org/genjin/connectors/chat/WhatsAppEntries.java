package org.genjin.connectors.chat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of an export, cut where messages begin. What merely looks like a beginning is somebody's words: a line of another
 * shape than the file's own, one within an iPhone's message, one with a day that does not exist.
 *
 * @param problem a sentence about the times; "" if they are certain
 */
record WhatsAppEntries(String text, List<Entry> all, String problem) {

    private static final int LOOKED_AT = 40;
    private static final Pattern NAMED_DAY = Pattern.compile(
            "(?:[A-Z]{3}-(20\\d{2})(\\d{2})(\\d{2})-WA|-(20\\d{2})-(\\d{2})-(\\d{2})-\\d{2}-\\d{2}-\\d{2}\\."
                    + "|(20\\d{2})-(\\d{2})-(\\d{2})-(?:PHOTO|VIDEO|AUDIO)-)");

    /**
     * @param line its number in the file, from 1
     * @param body where its words begin
     * @param end where they end
     */
    record Entry(int line, LocalDateTime at, boolean ios, boolean marked, int body, int end) {}

    /** @param start of its line */
    private record Candidate(String text, int line, int start, int lineEnd, boolean behindBreak, WhatsAppHeaders.Header header)
            implements WhatsAppDates.Dated {

        @Override
        public WhatsAppStamp stamp() {
            return header.stamp();
        }

        @Override
        public @Nullable LocalDate named() {
            Matcher name = NAMED_DAY.matcher(text).region(header.body(), Math.max(lineEnd, header.body()));
            if (!name.find()) {
                return null;
            }
            int group = name.group(1) != null ? 1 : name.group(4) != null ? 4 : 7;
            try {
                return LocalDate.of(
                        Integer.parseInt(name.group(group)), Integer.parseInt(name.group(group + 1)),
                        Integer.parseInt(name.group(group + 2)));
            } catch (DateTimeException e) {
                return null; // a name that only looks like one with a date
            }
        }
    }

    static WhatsAppEntries of(String text, @Nullable Instant writtenAt, DayHalves halves) {
        List<Candidate> candidates = ofOneShape(candidates(text));
        WhatsAppDates.Settled dates = WhatsAppDates.settle(candidates, writtenAt, halves);
        List<Entry> entries = new ArrayList<>(candidates.size());
        LocalDate day = null;
        Candidate open = null;
        LocalDateTime openAt = null;
        for (Candidate it : candidates) {
            Optional<LocalDateTime> at = WhatsAppDates.at(it.stamp(), dates, halves);
            if (at.isPresent()) {
                if (open != null && openAt != null) {
                    entries.add(entry(open, openAt, it.start()));
                }
                open = it;
                // One day object for all messages of a day: half a million messages are kept in memory.
                day = at.get().toLocalDate().equals(day) ? day : at.get().toLocalDate();
                openAt = LocalDateTime.of(day, at.get().toLocalTime());
            }
        }
        if (open != null && openAt != null) {
            entries.add(entry(open, openAt, text.length()));
        }
        return new WhatsAppEntries(text, entries, dates.problem());
    }

    private static Entry entry(Candidate it, LocalDateTime at, int end) {
        WhatsAppHeaders.Header header = it.header();
        return new Entry(it.line(), at, header.ios(), header.marked(), Math.min(header.body(), end), end);
    }

    /** Whether a file begins like an export: with headers, and with a name behind one of them. */
    static boolean looksLike(String head) {
        WhatsAppHeaders headers = new WhatsAppHeaders();
        int found = 0;
        int lines = 0;
        boolean named = false;
        for (int at = 0; at < head.length() && lines < LOOKED_AT; lines++) {
            int lineEnd = lineEnd(head, at);
            WhatsAppHeaders.Header header = headers.header(head, at, lineEnd);
            if (header != null) {
                found++;
                int colon = head.indexOf(':', header.body());
                named |= colon > 0 && colon < lineEnd;
            }
            if (found >= 2 && named) {
                return true;
            }
            at = lineEnd + 1;
        }
        return found > 0 && lines <= 5;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static List<Candidate> candidates(String text) {
        WhatsAppHeaders headers = new WhatsAppHeaders();
        List<Candidate> candidates = new ArrayList<>();
        boolean behindBreak = true;
        int line = 1;
        for (int at = 0; at < text.length(); line++) {
            int end = lineEnd(text, at);
            boolean carriage = end > at && text.charAt(end - 1) == '\r';
            int to = carriage ? end - 1 : end;
            WhatsAppHeaders.Header header = headers.header(text, at, to);
            if (header != null) {
                candidates.add(new Candidate(text, line, at, to, behindBreak, header));
            }
            behindBreak = carriage || end == text.length();
            at = end + 1;
        }
        return candidates;
    }

    /** A file is written at one go: what has not the shape most have is quoted in somebody's message. */
    private static List<Candidate> ofOneShape(List<Candidate> candidates) {
        Map<Integer, Integer> counts = new HashMap<>();
        int breaks = 0;
        for (Candidate it : candidates) {
            counts.merge(it.header().shape(), 1, Integer::sum);
            breaks += it.behindBreak() ? 1 : 0;
        }
        int most = counts.values().stream().mapToInt(it -> it).max().orElse(0);
        // An iPhone ends messages with CR LF and lines within a message with LF alone.
        boolean breaksTell = breaks * 2 > candidates.size() && breaks > 1;
        if (counts.size() < 2 && (!breaksTell || breaks == candidates.size())) {
            return candidates;
        }
        return candidates.stream()
                .filter(it -> counts.getOrDefault(it.header().shape(), 0) * 4 >= most)
                .filter(it -> it.behindBreak() || !breaksTell || !it.header().ios())
                .toList();
    }
}

package org.genjin.connectors.imap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A set of UIDs kept as ranges, so that a mailbox of a million mails costs a few bytes. Not thread-safe. */
final class UidSet {

    /** UIDs have 32 bits. */
    static final long LARGEST = 4_294_967_295L;

    private final TreeMap<Long, Long> ranges = new TreeMap<>();

    static UidSet of(Collection<Long> uids) {
        UidSet set = new UidSet();
        uids.forEach(set::add);
        return set;
    }

    /** @throws IllegalArgumentException if it is not what {@link #toString} writes */
    static UidSet parse(String text) {
        UidSet set = new UidSet();
        for (String range : text.split(",", -1)) {
            if (!range.isEmpty()) {
                int colon = range.indexOf(':');
                long from = Long.parseLong(colon < 0 ? range : range.substring(0, colon));
                set.add(from, colon < 0 ? from : Long.parseLong(range.substring(colon + 1)));
            }
        }
        return set;
    }

    UidSet copy() {
        UidSet copy = new UidSet();
        copy.ranges.putAll(ranges);
        return copy;
    }

    void add(long uid) {
        add(uid, uid);
    }

    void add(long from, long to) {
        long first = from;
        long last = to;
        Map.Entry<Long, Long> before = ranges.floorEntry(first);
        if (before != null && before.getValue() >= first - 1) {
            first = before.getKey();
            last = Math.max(last, before.getValue());
        }
        NavigableMap<Long, Long> swallowed = ranges.subMap(first, true, last + 1, true);
        for (long end : swallowed.values()) {
            last = Math.max(last, end);
        }
        swallowed.clear();
        ranges.put(first, last);
    }

    boolean contains(long uid) {
        Map.Entry<Long, Long> range = ranges.floorEntry(uid);
        return range != null && range.getValue() >= uid;
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** The smallest UID from 1 on that is not in it. */
    long firstMissing() {
        Map.Entry<Long, Long> first = ranges.firstEntry();
        return first == null || first.getKey() > 1 ? 1 : first.getValue() + 1;
    }

    long size() {
        long size = 0;
        for (Map.Entry<Long, Long> range : ranges.entrySet()) {
            size += range.getValue() - range.getKey() + 1;
        }
        return size;
    }

    /** How many of it {@code others} lacks. */
    long sizeWithout(UidSet others) {
        long size = 0;
        for (Map.Entry<Long, Long> range : ranges.entrySet()) {
            size += range.getValue() - range.getKey() + 1 - others.sizeWithin(range.getKey(), range.getValue());
        }
        return size;
    }

    private long sizeWithin(long from, long to) {
        long size = 0;
        Map.Entry<Long, Long> first = ranges.floorEntry(from);
        for (Map.Entry<Long, Long> range :
                ranges.tailMap(first == null ? from : first.getKey(), true).entrySet()) {
            if (range.getKey() > to) {
                break;
            }
            size += Math.max(0, Math.min(to, range.getValue()) - Math.max(from, range.getKey()) + 1);
        }
        return size;
    }

    /** What is in it and not in {@code others}. */
    UidSet without(UidSet others) {
        UidSet rest = new UidSet();
        for (Map.Entry<Long, Long> range : ranges.entrySet()) {
            long from = range.getKey();
            while (from <= range.getValue()) {
                Map.Entry<Long, Long> taken = others.ranges.floorEntry(from);
                if (taken != null && taken.getValue() >= from) {
                    from = taken.getValue() + 1;
                    continue;
                }
                Map.Entry<Long, Long> next = others.ranges.higherEntry(from);
                long to = next == null ? range.getValue() : Math.min(range.getValue(), next.getKey() - 1);
                rest.add(from, to);
                from = to + 1;
            }
        }
        return rest;
    }

    UidSet with(UidSet others) {
        UidSet both = copy();
        others.addTo(both);
        return both;
    }

    void addTo(UidSet others) {
        ranges.forEach(others::add);
    }

    /** The smallest of it, if it is not empty. */
    OptionalLong lowest() {
        return ranges.isEmpty() ? OptionalLong.empty() : OptionalLong.of(ranges.firstKey());
    }

    /** The lowest {@code limit}, lowest first. */
    List<Long> lowest(int limit) {
        List<Long> lowest = new ArrayList<>();
        for (Map.Entry<Long, Long> range : ranges.entrySet()) {
            for (long uid = range.getKey(); uid <= range.getValue() && lowest.size() < limit; uid++) {
                lowest.add(uid);
            }
        }
        return lowest;
    }

    /** The highest {@code limit} that {@code others} has not, highest first. */
    List<Long> highestWithout(UidSet others, int limit) {
        List<Long> highest = new ArrayList<>();
        for (Map.Entry<Long, Long> range : ranges.descendingMap().entrySet()) {
            long uid = range.getValue();
            if (highest.size() == limit) {
                break;
            }
            while (uid >= range.getKey() && highest.size() < limit) {
                Map.Entry<Long, Long> taken = others.ranges.floorEntry(uid);
                if (taken != null && taken.getValue() >= uid) {
                    uid = taken.getKey() - 1;
                } else {
                    highest.add(uid--);
                }
            }
        }
        return highest;
    }

    /**
     * Takes in what lies between its ranges and is not in {@code present}, below {@code end}: mails that were deleted. From
     * {@code end} on the gaps stay, as some servers show a mail later than one that came after it.
     */
    void closeGaps(UidSet present, long end) {
        long from = 1;
        for (Map.Entry<Long, Long> range : List.copyOf(ranges.headMap(end, true).entrySet())) {
            if (range.getKey() > from && present.sizeWithin(from, range.getKey() - 1) == 0) {
                add(from, range.getKey());
            }
            from = range.getValue() + 1;
        }
    }

    /** Such as {@code 1:4000,4005}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        ranges.forEach((from, to) -> {
            text.append(text.isEmpty() ? "" : ",").append(from);
            if (to > from) {
                text.append(':').append(to);
            }
        });
        return text.toString();
    }
}

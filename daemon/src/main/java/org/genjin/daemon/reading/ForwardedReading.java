package org.genjin.daemon.reading;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.genjin.daemon.reading.QuoteFields.Block;
import org.genjin.daemon.reading.QuoteFields.Field;
import org.genjin.daemon.reading.contact.WebNames;
import org.genjin.daemon.reading.contact.Written;
import org.jspecify.annotations.Nullable;

/** Reads whose words a mail passes on, in the header above them. Immutable. */
final class ForwardedReading {

    private static final int MOST_LINES_ABOVE = 8;
    private static final int LONGEST_SUBJECT_MARK = 20;
    private static final Set<String> MARKS = Set.of(
            "fw", "fwd", "wg", "tr", "rv", "enc", "i", "pd", "vs", "vb", "vl", "doorst", "转发", "轉寄", "轉發", "轉寄信件", "пер", "пересл", "fwd.",
            "إعادة توجيه", "اعادة توجيه", "ilt", "i̇lt", "ynt ilt", "továbbítás", "předáno", "転送", "전달", "переслано", "tr :", "forward", "отпр");

    private final QuoteHeader header;
    private final PrintedDate dates = new PrintedDate();

    ForwardedReading(QuoteHeader header) {
        this.header = header;
    }

    /** Null if nothing is passed on: what is quoted is answered. */
    @Nullable Forwarded of(String subject, String quoted) {
        if (quoted.isEmpty()) {
            return null;
        }
        boolean marked = isMarked(subject);
        int end = 0;
        int seen = 0;
        // The header stands in the first lines: the rest may be long.
        while (end >= 0 && seen < MOST_LINES_ABOVE * 6) {
            end = quoted.indexOf('\n', end + 1);
            seen++;
        }
        List<String> lines = Lines.of(end < 0 ? quoted : quoted.substring(0, end)).stream().map(QuoteHeader::bare).toList();
        for (int i = 0; i < Math.min(lines.size(), MOST_LINES_ABOVE); i++) {
            if (lines.get(i).isEmpty()) {
                continue;
            }
            QuoteHeader.Found found = header.at(lines, i);
            if (found.lines() > 0) {
                return (found.forward() || marked) && !found.block().values().isEmpty() ? of(found.block()) : null;
            }
        }
        return null;
    }

    /** "FW:", "转发:", "Re: Fwd:" */
    private static boolean isMarked(String subject) {
        String rest = subject.strip();
        for (int colon = colon(rest); colon > 0 && colon <= LONGEST_SUBJECT_MARK; colon = colon(rest)) {
            String mark = rest.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            if (MARKS.contains(mark)) {
                return true;
            }
            if (mark.length() > 6) {
                return false;
            }
            rest = rest.substring(colon + 1).strip();
        }
        return false;
    }

    private static int colon(String text) {
        int narrow = text.indexOf(':');
        int wide = text.indexOf('：');
        return narrow < 0 ? wide : wide < 0 ? narrow : Math.min(narrow, wide);
    }

    private @Nullable Forwarded of(Block block) {
        String from = block.values().getOrDefault(Field.FROM, "");
        List<Written> addresses = WebNames.addresses(from);
        String address = addresses.isEmpty() ? null : addresses.getFirst().text();
        String name = name(from, addresses);
        if (address == null && name == null) {
            return null;
        }
        List<String> to = WebNames.addresses(block.values().getOrDefault(Field.TO, "")).stream().map(Written::text).distinct().toList();
        return new Forwarded(address, name, dates.of(block.values().get(Field.SENT)), to);
    }

    /** What stands beside the address, without the signs around both. */
    private static @Nullable String name(String from, List<Written> addresses) {
        String beside = from;
        if (!addresses.isEmpty()) {
            Written it = addresses.getFirst();
            beside = it.start() > 2 ? from.substring(0, it.start()) : from.substring(it.end());
        }
        String name = beside.replace("[mailto:", "").replace("mailto:", "").replaceAll("[\"<>()\\[\\];,]+", " ").replaceAll("\\s+", " ").strip();
        String bare = name.startsWith("'") && name.endsWith("'") && name.length() > 2 ? name.substring(1, name.length() - 1) : name;
        return bare.isEmpty() || bare.indexOf('@') >= 0 ? null : bare;
    }
}

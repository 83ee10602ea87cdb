package org.genjin.daemon.customer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.genjin.daemon.words.WordFile;

/** Which country an address is in that names none: by its post code, by the numbers of its registers and taxes. Immutable. */
public final class AddressMarks {

    private static final int LONGEST = 1_200;

    private final Map<Pattern, String> marks = new LinkedHashMap<>();

    public AddressMarks() {
        for (String line : WordFile.lines("/customer/address-marks.txt")) {
            marks.put(Pattern.compile(line.substring(3), Pattern.UNICODE_CHARACTER_CLASS), line.substring(0, 2));
        }
    }

    /**
     * What tells a country and which.
     *
     * @param mark as it is written
     */
    public record Found(String country, String mark) {}

    /** The first mark in a signature or letter-head; empty if it has none, or such of two countries. */
    public Optional<Found> in(String signature) {
        String bounded = signature.substring(0, Math.min(LONGEST, signature.length()));
        Found found = null;
        for (Map.Entry<Pattern, String> it : marks.entrySet()) {
            var mark = it.getKey().matcher(bounded);
            if (mark.find()) {
                if (found != null && !found.country().equals(it.getValue())) {
                    return Optional.empty();
                }
                found = found == null ? new Found(it.getValue(), mark.group().strip()) : found;
            }
        }
        return Optional.ofNullable(found);
    }
}

package org.genjin.daemon.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.customer.Countries;
import org.genjin.daemon.words.WordFile;
import org.jspecify.annotations.Nullable;

/**
 * In which time zone a customer is. Where nearly all of a country share one, the country tells. Else their telephone numbers do,
 * by the area that they belong to; else the clock by which their mails are dated picks one of the country's zones. Of nobody's
 * country, that clock alone is known. Nothing here guesses.
 */
public final class CustomerZone {

    private static final Map<String, List<ZoneId>> WIDE = wide();

    private CustomerZone() {}

    /**
     * What there is to tell it by.
     *
     * @param phones the zones of each of their telephone numbers
     * @param offset by how much the clock of their last mail differed from UTC; null if no mail said so
     * @param at when that was
     */
    public record Hints(List<List<ZoneId>> phones, @Nullable ZoneOffset offset, @Nullable Instant at) {

        public static final Hints NONE = new Hints(List.of(), null, null);

        public Hints {
            phones = List.copyOf(phones);
        }
    }

    /** @param country ISO 3166 alpha-2; null if not known */
    public static Optional<ZoneId> of(@Nullable String country, Hints hints) {
        if (country == null) {
            return byClock(hints);
        }
        Optional<ZoneId> one = Countries.zone(country);
        if (one.isPresent()) {
            return one;
        }
        List<ZoneId> all = WIDE.getOrDefault(country, List.of());
        List<ZoneId> candidates = new ArrayList<>();
        for (List<ZoneId> zones : hints.phones()) {
            List<ZoneId> here = zones.stream().filter(it -> all.stream().anyMatch(known -> same(known, it))).toList();
            if (here.size() == 1) {
                return Optional.of(here.getFirst());
            }
            candidates.addAll(here);
        }
        ZoneOffset offset = hints.offset();
        Instant at = hints.at();
        if (offset == null || at == null) {
            return Optional.empty();
        }
        return (candidates.isEmpty() ? all : candidates)
                .stream().filter(it -> it.getRules().getOffset(at).equals(offset)).findFirst();
    }

    /** Whether telephones or clocks are needed to tell. */
    public static boolean needsMore(@Nullable String country) {
        return country == null || Countries.zone(country).isEmpty();
    }

    /** Many programs write UTC wherever they are. */
    private static Optional<ZoneId> byClock(Hints hints) {
        ZoneOffset offset = hints.offset();
        return offset == null || offset.equals(ZoneOffset.UTC) ? Optional.empty() : Optional.of(offset);
    }

    /** Whether it is one of a country's zones or keeps the same time as one, as small places do. */
    private static boolean same(ZoneId known, ZoneId it) {
        return known.equals(it) || known.getRules().equals(it.getRules());
    }

    private static Map<String, List<ZoneId>> wide() {
        Map<String, List<ZoneId>> wide = new HashMap<>();
        for (String line : WordFile.lines("/calendar/zones.txt")) {
            String[] words = line.split("\\s+");
            List<ZoneId> zones = new ArrayList<>();
            for (int i = 1; i < words.length; i++) {
                zones.add(ZoneId.of(words[i]));
            }
            wide.put(words[0], zones);
        }
        return wide;
    }
}

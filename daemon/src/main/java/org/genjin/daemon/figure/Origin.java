package org.genjin.daemon.figure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.genjin.connectors.Channel;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.words.Text;
import org.genjin.daemon.words.WordFile;
import org.jspecify.annotations.Nullable;

/** Where a customer came from, as far as anybody knows. */
public sealed interface Origin {

    /** A platform, a fair or the like, by its usual name. */
    record Place(String name) implements Origin {}

    /** They wrote to us. */
    record TheyWrote(Channel channel) implements Origin {}

    /** We wrote first. */
    record WeWrote(Channel channel) implements Origin {}

    record Unknown() implements Origin {}

    /**
     * The first message that there is of a customer.
     *
     * @param platforms those that it names, as they are called there, and the domain of its sender
     */
    record First(Channel channel, Direction direction, List<String> platforms) {
        public First {
            platforms = List.copyOf(platforms);
        }
    }

    /**
     * What a customer list says goes before what the first message tells.
     *
     * @param notes of the customer: what a list said of the source stands there under the list's own heading
     * @param first null if nothing was said yet
     */
    static Origin of(String notes, @Nullable First first) {
        String said = Said.in(notes);
        if (!said.isEmpty()) {
            return new Place(Said.usual(said));
        }
        if (first == null) {
            return new Unknown();
        }
        for (String it : first.platforms()) {
            if (Said.PLACES.containsKey(it)) {
                return new Place(Said.usual(it));
            }
        }
        return first.direction() == Direction.OUT ? new WeWrote(first.channel()) : new TheyWrote(first.channel());
    }

    /** What lists and messages call the places. */
    final class Said {

        private static final int LONGEST = 40;
        private static final String HEADING = "source:";
        private static final Set<String> HEADINGS = headings();
        private static final Map<String, String> PLACES = places();

        private Said() {}

        private static String in(String notes) {
            for (String part : notes.split("\\n| · ")) {
                int colon = part.indexOf(':');
                if (colon > 0 && HEADINGS.contains(part.substring(0, colon).strip().toLowerCase(Locale.ROOT))) {
                    return Text.fit(part.substring(colon + 1).strip(), LONGEST);
                }
            }
            return "";
        }

        private static String usual(String said) {
            return PLACES.getOrDefault(said.toLowerCase(Locale.ROOT), said);
        }

        private static Set<String> headings() {
            Set<String> headings = new HashSet<>();
            for (String line : WordFile.lines("/customerlist/headers.txt")) {
                if (line.startsWith(HEADING)) {
                    for (String it : line.substring(HEADING.length()).split(",")) {
                        headings.add(it.strip().toLowerCase(Locale.ROOT));
                    }
                }
            }
            return headings;
        }

        private static Map<String, String> places() {
            Map<String, String> places = new HashMap<>();
            for (String line : WordFile.lines("/figure/places.txt")) {
                int colon = line.indexOf(':');
                String usual = line.substring(0, colon).strip();
                places.put(usual.toLowerCase(Locale.ROOT), usual);
                for (String it : line.substring(colon + 1).split(",")) {
                    places.put(it.strip().toLowerCase(Locale.ROOT), usual);
                }
            }
            return places;
        }
    }
}

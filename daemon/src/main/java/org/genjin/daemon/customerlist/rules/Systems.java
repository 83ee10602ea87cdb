package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.customerlist.file.Sheet.Row;
import org.genjin.daemon.words.WordFile;

/** The systems that hand out customer lists, known again by their headers; data in {@code systems.txt}. Immutable. */
final class Systems {

    private static final List<Known> KNOWN = read();
    private static final Set<String> ADDRESS_BOOKS = Set.of("Google Contacts", "Google Contacts (old)", "vCard");

    private Systems() {}

    /**
     * @param all each of these headers is there, folded
     * @param any one of these at least; empty: none is asked for
     * @param roles header, folded → what its column holds
     */
    record Known(String name, Set<String> all, Set<String> any, Map<String, Role> roles) {

        /** Whether its rows are business and no customers. */
        boolean deals() {
            return roles.containsValue(Role.DEAL);
        }

        private boolean fits(Set<String> headers) {
            return headers.containsAll(all) && (any.isEmpty() || any.stream().anyMatch(it -> !all.contains(it) && headers.contains(it)));
        }

        /** Whether private people stand among the customers there. */
        boolean addressBook() {
            return ADDRESS_BOOKS.contains(name) || name.startsWith("Outlook"); // in each of its languages
        }
    }

    /** Whether a row is the header of a list of deals: it need not name anybody. */
    static boolean headsDeals(Row row) {
        Set<String> headers = new HashSet<>();
        row.cells().stream().filter(it -> !it.isEmpty()).forEach(it -> headers.add(HeaderWords.fold(it.text())));
        return headers.size() > 2 && KNOWN.stream().filter(Known::deals).anyMatch(it -> it.fits(headers));
    }

    static Optional<Known> of(Table table) {
        Set<String> headers = new HashSet<>();
        table.headers().forEach(it -> headers.add(HeaderWords.fold(it)));
        return KNOWN.stream().filter(it -> it.fits(headers)).findFirst();
    }

    private static List<Known> read() {
        List<Known> known = new ArrayList<>();
        Known current = null;
        for (String line : WordFile.lines("/customerlist/systems.txt")) {
            if (line.startsWith("[")) {
                current = new Known(line.substring(1, line.indexOf(']')), new HashSet<>(), new HashSet<>(), new HashMap<>());
                known.add(current);
            } else if (current != null && line.indexOf(':') > 0) {
                line(current, line.substring(0, line.indexOf(':')).strip(), line.substring(line.indexOf(':') + 1));
            }
        }
        return List.copyOf(known);
    }

    private static void line(Known known, String key, String words) {
        List<String> headers = Arrays.stream(words.split(",", -1)).map(HeaderWords::fold).filter(it -> !it.isEmpty()).toList();
        switch (key) {
            case "verified" -> {}
            case "all" -> known.all().addAll(headers);
            case "any" -> known.any().addAll(headers);
            default -> headers.forEach(it -> known.roles().put(it, Role.valueOf(key.toUpperCase(Locale.ROOT))));
        }
    }
}

package org.genjin.daemon.find;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.SavedSearchTable.Saved;

/** Searches kept under a name, each owner's own; {@code @NAME} in a query stands for one. Thread-safe. */
public final class SavedSearches {

    /** A name is one word, so that it can stand in a query. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.-]{1,100}");

    private static final Pattern NAMED = Pattern.compile("(?<![\\S])@([\\p{L}\\p{N}_.-]{1,100})(?=\\s|$)");

    private final Ledger ledger;

    SavedSearches(Ledger ledger) {
        this.ledger = ledger;
    }

    /** By name. */
    public List<Saved> of(Optional<String> viewer) {
        return ledger.read(tx -> tx.savedSearches().of(viewer));
    }

    /**
     * Keeps {@code query}, instead of the one that had that name.
     *
     * @return the name as it is kept; empty if {@code name} cannot be one
     */
    public Optional<String> save(Optional<String> viewer, String name, String query, Instant now) {
        String bare = bare(name);
        if (!NAME.matcher(bare).matches() || query.isBlank()) {
            return Optional.empty();
        }
        // What it stands for now is kept: it does not change with another search, and never stands for itself.
        String whole = expanded(viewer, query).query();
        ledger.transact(tx -> {
            tx.savedSearches().put(viewer, new Saved(folded(bare), bare, whole), now);
            return null;
        });
        return Optional.of(bare);
    }

    /** False if there was none of that name. */
    public boolean remove(Optional<String> viewer, String name) {
        return ledger.transact(tx -> tx.savedSearches().remove(viewer, folded(bare(name))));
    }

    /**
     * A query with what the names in it stand for.
     *
     * @param unknown names in it that no search is kept under, as they were typed; they are words of the query
     */
    record Expanded(String query, List<String> unknown) {
        Expanded {
            unknown = List.copyOf(unknown);
        }
    }

    Expanded expanded(Optional<String> viewer, String query) {
        if (query.indexOf('@') < 0) {
            return new Expanded(query, List.of());
        }
        List<Saved> saved = of(viewer);
        Set<String> unknown = new LinkedHashSet<>();
        String whole = NAMED.matcher(query).replaceAll(it -> {
            Optional<Saved> meant = saved.stream().filter(one -> one.knownAs().equals(folded(it.group(1)))).findFirst();
            if (meant.isEmpty()) {
                unknown.add(it.group(1));
            }
            return Matcher.quoteReplacement(meant
                    .map(one -> query.strip().equals(it.group()) ? one.query() : "(" + one.query() + ")")
                    // Looked for as it is: what is like it is not what was meant.
                    .orElse(it.group(1).indexOf('.') < 0 ? '"' + it.group() + '"' : it.group()));
        });
        return new Expanded(whole, List.copyOf(unknown));
    }

    private static String bare(String name) {
        return name.strip().replaceFirst("^@", "").replaceAll("\\s+", "-");
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

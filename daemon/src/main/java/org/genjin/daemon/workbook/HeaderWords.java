package org.genjin.daemon.workbook;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.genjin.config.Language;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.words.Words;

/** Which column a header is, in whichever of the languages it is written. Immutable. */
final class HeaderWords {

    private static final Map<String, Set<String>> SAID = new ConcurrentHashMap<>();

    private final Map<String, String> keys = new HashMap<>();

    /** @param columns the keys of a table's columns; what begins with a low line is its own header */
    HeaderWords(Collection<String> columns) {
        for (String column : columns) {
            if (column.startsWith("_")) {
                keys.put(column, column);
                continue;
            }
            for (Language language : Language.values()) {
                keys.putIfAbsent(Names.folded(Words.of("workbook", language).text("column." + column)), column);
            }
        }
    }

    /** @param more further headers, folded, with their keys; those of the columns come first */
    HeaderWords(Collection<String> columns, Map<String, String> more) {
        this(columns);
        more.forEach(keys::putIfAbsent);
    }

    Optional<String> key(String header) {
        String bare = header.strip();
        return Optional.ofNullable(keys.get(bare.startsWith("_") ? bare : Names.folded(bare)));
    }

    /** Whether a text is the words of that key in any language. */
    static boolean is(String text, String key) {
        String folded = Names.folded(text);
        return !folded.isEmpty() && SAID.computeIfAbsent(key, HeaderWords::said).contains(folded);
    }

    private static Set<String> said(String key) {
        return Arrays.stream(Language.values())
                .map(it -> Names.folded(Words.of("workbook", it).text(key)))
                .collect(Collectors.toSet());
    }
}

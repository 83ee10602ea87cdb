package org.genjin.config;

import java.util.Map;
import java.util.Optional;

/**
 * With what the owners' workbooks are locked.
 *
 * @param usual of whoever has none of their own; empty: they are not locked
 * @param own by address, what is different for some; empty: not locked
 */
public record WorkbookPasswords(Optional<Secret> usual, Map<String, Optional<Secret>> own) {

    public static final WorkbookPasswords NONE = new WorkbookPasswords(Optional.empty(), Map.of());

    public WorkbookPasswords {
        own = Map.copyOf(own);
    }

    public Optional<Secret> of(String owner) {
        return own.getOrDefault(owner, usual);
    }
}

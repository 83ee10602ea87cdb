package org.genjin.daemon.industry;

import java.util.List;
import java.util.Map;
import org.genjin.config.Language;

/**
 * A line of trade.
 *
 * @param id such as {@code machinery}: how the configuration names it
 * @param names by language; English is always there
 * @param mark differs when anything in the file does
 */
public record Industry(String id, Map<Language, String> names, List<IndustryColumn> columns, String mark) {

    public Industry {
        names = Map.copyOf(names);
        columns = List.copyOf(columns);
    }

    public String name(Language language) {
        return names.getOrDefault(language, names.getOrDefault(Language.EN, id));
    }
}

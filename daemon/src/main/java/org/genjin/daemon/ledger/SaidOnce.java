package org.genjin.daemon.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genjin.daemon.ledger.SaidTable.SaidFact;
import org.genjin.daemon.reading.said.FactType;

/**
 * Something that was said, perhaps more than once: where it was said last, and how often in the same values by the same side.
 */
public record SaidOnce(SaidFact last, int times) {

    /**
     * What was said of each kind of thing, each once.
     *
     * @param facts the newest first
     */
    public static Map<FactType, List<SaidOnce>> byType(List<SaidFact> facts) {
        Map<FactType, Map<String, SaidOnce>> byType = new EnumMap<>(FactType.class);
        for (SaidFact it : facts) {
            // What carries nothing, such as an inquiry, is a new one each time.
            String same = it.direction() + " " + (it.fact().values().isEmpty() ? it.message() : it.fact().values());
            byType.computeIfAbsent(it.fact().type(), _ -> new LinkedHashMap<>())
                    .merge(same, new SaidOnce(it, 1), (known, _) -> new SaidOnce(known.last(), known.times() + 1));
        }
        Map<FactType, List<SaidOnce>> once = new EnumMap<>(FactType.class);
        byType.forEach((type, some) -> once.put(type, new ArrayList<>(some.values())));
        return once;
    }
}

package org.genjin.daemon.reading.said;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.reading.text.Lines;
import org.genjin.daemon.reading.text.KnownText;

/**
 * What was asked, sent, ordered, shipped, refused: whatever the rules of {@code rules.txt} tell by words near
 * to each other.
 */
final class StepReading {

    private static final Set<String> JUDGED = Set.of("received", "approved", "rejected");

    private final List<Rule> rules = Lines.of("rules.txt").stream().map(Rule::new).toList();

    List<Finding> read(KnownText text) {
        List<Finding> found = new ArrayList<>();
        boolean declined = false;
        for (Rule rule : rules) {
            // Who declines gives one reason: the rule that stands first tells it.
            if (rule.type() == FactType.DECLINE && declined) {
                continue;
            }
            Optional<Finding> one = rule.find(text);
            one.ifPresent(found::add);
            declined = declined || one.isPresent() && rule.type() == FactType.DECLINE;
        }
        // What is wrong with a sample is no complaint of goods.
        if (found.stream().anyMatch(it -> JUDGED.contains(String.valueOf(it.fact().word(FactField.STEP)))
                && it.fact().type() == FactType.SAMPLE)) {
            found.removeIf(it -> it.fact().type() == FactType.COMPLAINT);
        }
        return found;
    }
}

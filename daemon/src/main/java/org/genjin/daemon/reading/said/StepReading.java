package org.genjin.daemon.reading.said;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.genjin.daemon.reading.text.KnownText;
import org.genjin.daemon.reading.text.Lines;

/**
 * What was asked, sent, ordered, shipped, refused: whatever the rules of {@code rules.txt} tell by words near
 * to each other.
 */
final class StepReading {

    /** Nobody tells of more payments in one message. */
    private static final int MOST = 10;
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
            // Which of the payments that were told of carries the sum, who knows the sums tells.
            List<Finding> said = rule.all(text).limit(rule.type() == FactType.PAID ? MOST : 1).toList();
            found.addAll(said);
            declined = declined || !said.isEmpty() && rule.type() == FactType.DECLINE;
        }
        // What is wrong with a sample is no complaint of goods.
        if (found.stream().anyMatch(it -> JUDGED.contains(String.valueOf(it.fact().word(FactField.STEP)))
                && it.fact().type() == FactType.SAMPLE)) {
            found.removeIf(it -> it.fact().type() == FactType.COMPLAINT);
        }
        // Why an order is cancelled is no second refusal.
        found.removeIf(it -> it.fact().type() == FactType.DECLINE && found.stream().anyMatch(other -> isCancelled(other)
                && text.tokens().sentence(other.from()) == text.tokens().sentence(it.from())));
        return found;
    }

    private static boolean isCancelled(Finding it) {
        return it.fact().type() == FactType.ORDER && "cancelled".equals(it.fact().word(FactField.STEP));
    }
}

package org.genjin.daemon.customerlist.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genjin.config.Language;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.followup.Reason;
import org.genjin.daemon.words.Words;

/** What our own tables write, as codes and in each language: stages, and reasons to follow up; and the stages of deals in other systems. Immutable. */
final class OwnWords {

    private final Map<String, Stage> stages = new HashMap<>();
    private final Set<String> reasons = new HashSet<>();
    private final Map<String, Stage> dealStages = new HashMap<>();

    OwnWords() {
        for (Stage it : Stage.values()) {
            stages.put(Names.folded(it.id()), it);
        }
        for (Language language : Language.values()) {
            Words words = Words.of("customer", language);
            for (Stage it : Stage.values()) {
                stages.putIfAbsent(Names.folded(words.text("stage." + it.id())), it);
            }
            for (Reason it : Reason.values()) {
                reasons.add(Names.folded(words.text("reason." + it.id())));
            }
        }
        WordLists.read("deal-stages.txt").forEach((id, words) -> Stage.of(id).ifPresent(stage ->
                words.forEach(it -> dealStages.putIfAbsent(Names.folded(it), stage))));
    }

    /** Why we said that somebody is due, which is nothing that a person wants done. */
    boolean isReason(String text) {
        return reasons.contains(Names.folded(text));
    }

    /** Of a deal: in our own words, else in those of other systems. */
    Optional<Stage> dealStage(String text) {
        return stage(text).or(() -> Optional.ofNullable(dealStages.get(Names.folded(text))));
    }

    Optional<Stage> stage(String text) {
        return Optional.ofNullable(stages.get(Names.folded(text)));
    }
}

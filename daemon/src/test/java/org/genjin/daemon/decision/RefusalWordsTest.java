package org.genjin.daemon.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.genjin.config.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Why something cannot be done is said in the language of who wanted it. */
class RefusalWordsTest {

    @ParameterizedTest
    @EnumSource(Refusal.Why.class)
    void everyRefusalCanBeSaidInEveryLanguageWithWhatItIsAbout(Refusal.Why kind) {
        Refusal refusal = Refusal.of(kind, "12", "merge", "Acme");
        for (Language language : Language.values()) {
            String said = new RefusalWords(language).say(refusal);
            assertThat(said).as(language.tag()).isNotBlank().doesNotContain("{");
            assertThat(said.matches(".*[.。]")).as(language.tag() + " " + said).isEqualTo(!kind.name().startsWith("EXPECTS"));
        }
    }

    @Test
    void whatRestsOnAnotherDecisionNamesThatOne() {
        Refusal later = Refusal.of(Refusal.Why.LATER, 12, "merge", "Acme");
        assertThat(new RefusalWords(Language.EN).say(later)).isEqualTo("Decision 12 (merged Acme) came later and rests on it; undo that first.");
        assertThat(new RefusalWords(Language.ZH_CN).say(later)).isEqualTo("之后的决定 12（合并 Acme）以它为前提，请先撤销那一项。");
    }
}

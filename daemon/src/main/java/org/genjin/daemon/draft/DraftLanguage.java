package org.genjin.daemon.draft;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.genjin.config.Language;
import org.jspecify.annotations.Nullable;

/** In which of our languages to write to a customer. Pure. */
final class DraftLanguage {

    private DraftLanguage() {}

    /**
     * The one they write, of several the most frequent that we know; if they wrote nothing yet, the one of their country; else English.
     *
     * @param written their languages, the most frequent first
     */
    static Language of(List<String> written, @Nullable String country) {
        Optional<Language> theirs = written.stream().flatMap(it -> ours(ULocale.forLanguageTag(it)).stream()).findFirst();
        return theirs.or(() -> written.isEmpty() && country != null ? ofCountry(country) : Optional.empty()).orElse(Language.EN);
    }

    /** The language that most people write there, in the script that we write it in. */
    private static Optional<Language> ofCountry(String country) {
        ULocale likely = ULocale.addLikelySubtags(new ULocale("und_" + country));
        return ours(likely).filter(it -> ULocale.addLikelySubtags(ULocale.forLanguageTag(it.tag())).getScript().equals(likely.getScript()));
    }

    private static Optional<Language> ours(ULocale locale) {
        return Arrays.stream(Language.values())
                .filter(it -> ULocale.forLanguageTag(it.tag()).getLanguage().equals(locale.getLanguage()))
                .findFirst();
    }
}

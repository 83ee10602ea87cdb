package org.genjin.daemon.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genjin.config.Language;
import org.genjin.config.Provider;
import org.genjin.config.Providers;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.LoginRefused;
import org.genjin.daemon.words.Words;

/** Says what a provider wants first, and says it again when it refuses a login. Immutable. */
public final class ProviderWords {

    private final Providers providers = new Providers();
    private final Words words;
    private final Language language;

    public ProviderWords(Language language) {
        this.language = language;
        this.words = Words.of("providers", language);
    }

    public Language language() {
        return language;
    }

    public String name(Provider provider) {
        return language == Language.ZH_CN ? provider.chineseName() : provider.name();
    }

    /** Announces {@link #needs}, and says where they are done. */
    public String first(Provider provider) {
        return words.text("first", name(provider), where(provider));
    }

    /** What a person does before a program is let in, a sentence each, in that order. */
    public List<String> needs(Provider provider) {
        return provider.needs().stream().map(it -> need(it, provider)).toList();
    }

    public String need(Provider.Need need, Provider provider) {
        return words.text("need." + need.id(), name(provider));
    }

    /** A login was refused: what the server said, and what its provider wants. */
    public String refused(LoginRefused it) {
        List<String> sentences = new ArrayList<>();
        sentences.add(words.text("refused", it.server().host(), it.user(), it.said().replaceAll("[.;]+$", "")));
        Optional<Provider> provider = providers.ofServer(it.server());
        sentences.add(provider.map(known -> words.text(
                        "mend.known", name(known), where(known), String.join(between(), needs(known))))
                .orElseGet(() -> words.text("mend.unknown")));
        return String.join(between(), sentences);
    }

    /** What to tell of a source that cannot be read: its own sentence, but for logins, where {@link #refused} knows more. */
    public String problem(String source, ConnectorException failure) {
        if (failure instanceof ConnectorException.Refused refused && refused.login().isPresent()) {
            return refused(refused.login().get()) + between() + words.text("again", source);
        }
        return String.valueOf(failure.getMessage());
    }

    /** Chinese sentences follow each other without a blank. */
    private String between() {
        return language == Language.ZH_CN ? "" : " ";
    }

    /** The page where it is done, and what to click there. */
    public String where(Provider it) {
        return words.text(it.menu().isEmpty() ? "at" : "at.menu", name(it), it.settings(), it.menu());
    }
}

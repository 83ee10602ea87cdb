package org.genjin.daemon;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.genjin.config.Language;

/** The language that a terminal's locale names (POSIX: LC_ALL, LC_MESSAGES, LANG). Pure. */
final class TerminalLanguage {

    private TerminalLanguage() {}

    /** Empty if it names none that Genjin speaks, such as C. */
    static Optional<Language> of(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(it -> environment.getOrDefault(it, ""))
                .map(it -> it.replaceFirst("[.@].*", "").replace('_', '-'))
                .flatMap(it -> named(it).stream())
                .findFirst();
    }

    private static Optional<Language> named(String tag) {
        String start = tag.replaceFirst("-.*", "").toLowerCase(Locale.ROOT);
        return Language.of(tag).or(() -> Arrays.stream(Language.values())
                .filter(it -> it.tag().replaceFirst("-.*", "").equals(start))
                .findFirst());
    }
}

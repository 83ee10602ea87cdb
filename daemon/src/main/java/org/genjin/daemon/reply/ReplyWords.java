package org.genjin.daemon.reply;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.genjin.daemon.reading.when.Lexicon;
import org.genjin.daemon.reading.when.Tokens;
import org.genjin.daemon.words.WordFile;

/** The words of all eight languages, each understood whatever language a person has set. Immutable, any thread. */
final class ReplyWords {

    private static final List<String> LANGUAGES = List.of("en", "zh", "es", "pt", "fr", "de", "ru", "ar");

    /** What a word does in a line; in the files in small letters, with a hyphen. */
    enum Role {
        DONE,
        /** Before a day, that it is to be put off. */
        LATER,
        /** Between that and the day. */
        UNTIL,
        NOTE,
        /** In a note, that there were words with the customer. */
        CONTACT,
        GRADE,
        ALL,
        /** All that no line has named yet. */
        REST,
        YES,
        NO,
        STOP,
        START,
        PAUSE,
        UNDO,
        /** Before a number, and what says nothing else: 'item', 'no.', 'please'. */
        WHICH,
        /** Between two numbers. */
        AND,
        /** Between the first and the last of several. */
        TO,
        /** What people write to be polite: no command. */
        CHATTER,
        /** The end of the letter: what follows is a name. */
        CLOSING,
        /** What telephones add. */
        SENT_FROM
    }

    private final Map<Role, Lexicon<Role>> lexicons = new EnumMap<>(Role.class);

    ReplyWords() {
        for (Role role : Role.values()) {
            lexicons.put(role, new Lexicon<>((first, _) -> first));
        }
        for (String language : LANGUAGES) {
            for (String line : WordFile.lines("/reply/" + language + ".txt")) {
                int colon = line.indexOf(':');
                Role role = Role.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT).replace('-', '_'));
                for (String phrase : line.substring(colon + 1).split(",", -1)) {
                    of(role).put(phrase.strip(), role);
                }
            }
        }
    }

    /** Where the longest phrase of that role ends which begins there; {@code at} itself if none does. */
    int after(Role role, Tokens tokens, int at) {
        Lexicon.Found<Role> found = at < tokens.size() ? of(role).longest(tokens, at) : null;
        return found == null ? at : found.to();
    }

    boolean begins(Role role, Tokens tokens, int at) {
        return after(role, tokens, at) > at;
    }

    /** Whether a phrase of that role stands anywhere from there on. */
    boolean stands(Role role, Tokens tokens, int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (begins(role, tokens, i)) {
                return true;
            }
        }
        return false;
    }

    private Lexicon<Role> of(Role role) {
        return Objects.requireNonNull(lexicons.get(role));
    }
}

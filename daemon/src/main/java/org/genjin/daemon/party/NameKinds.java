package org.genjin.daemon.party;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a company's name, a sender's name or a domain tells of their kind: a bank calls itself a bank. Immutable. */
public final class NameKinds {

    private record Word(String word, boolean beginsFree, boolean endsFree) {

        static Word of(String line) {
            boolean begins = line.startsWith("*");
            boolean ends = line.endsWith("*");
            return new Word(line.substring(begins ? 1 : 0, line.length() - (ends ? 1 : 0)), begins, ends);
        }

        boolean fits(String token) {
            if (beginsFree && endsFree) {
                return token.contains(word);
            }
            if (beginsFree) {
                return token.endsWith(word);
            }
            return endsFree ? token.startsWith(word) : token.equals(word);
        }
    }

    private final Map<PartyKind, List<Word>> words = new LinkedHashMap<>();
    private final Map<PartyKind, List<String>> ideographs = new LinkedHashMap<>();

    public NameKinds() {
        SectionFile.read("/party/names.txt", (heading, line) -> {
            PartyKind kind = PartyKind.of(heading).orElseThrow(() -> new IllegalStateException("no such kind: " + heading));
            if (line.codePoints().anyMatch(Character::isIdeographic)) {
                ideographs.computeIfAbsent(kind, _ -> new ArrayList<>()).add(line);
            } else {
                words.computeIfAbsent(kind, _ -> new ArrayList<>()).add(Word.of(line));
            }
        });
    }

    /** @param name of a company or sender, or a domain without its ending */
    public Optional<PartyKind> of(String name) {
        for (String token : Tokens.of(name)) {
            for (Map.Entry<PartyKind, List<Word>> it : words.entrySet()) {
                if (it.getValue().stream().anyMatch(word -> word.fits(token))) {
                    return Optional.of(it.getKey());
                }
            }
        }
        return ideographs.entrySet().stream()
                .filter(it -> it.getValue().stream().anyMatch(name::contains))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}

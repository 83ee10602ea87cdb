package org.genjin.daemon.customer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The firm in the last lines of a mail: what has a legal form, or a word of the domain, or what firms are called. Pure. */
public final class FirmLine {

    private static final int SHORTEST_WORD = 4;
    private static final int LONGEST = 60;
    private static final int MOST_WORDS = 7;
    private static final Pattern PARTED = Pattern.compile("[\\n/|;•·]|,(?!\\s?(?:Inc|Ltd|LLC|S\\.|Co\\b))|\\s[-–—]\\s|\\s(?:chez|at|bei|@)\\s|(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");

    private FirmLine() {}

    /** @param domain of the sender's firm; "" for free mail */
    public static Optional<String> in(String tail, String domain) {
        List<String> parts = PARTED.splitAsStream(tail)
                .map(it -> it.replaceAll("\\(.*?\\)", "").strip())
                .filter(it -> !it.isEmpty() && it.length() <= LONGEST && it.split("\\s+").length <= MOST_WORDS)
                .filter(it -> it.indexOf('@') < 0 && !it.contains("www.") && !it.endsWith(".") || FirmNames.hasForm(it))
                .toList();
        return parts.stream().filter(it -> score(it, domain) > 0).max(Comparator.comparingInt(it -> score(it, domain)));
    }

    private static int score(String part, String domain) {
        int score = FirmNames.hasForm(part) ? 4 : 0;
        String label = domain.isEmpty() ? "" : domain.substring(0, domain.indexOf('.'));
        boolean shared = Arrays.stream(Names.folded(part).split(" "))
                .anyMatch(it -> it.length() >= SHORTEST_WORD && label.contains(it));
        score += shared ? 3 : 0;
        boolean named = Character.isUpperCase(part.codePointAt(0)) || !Character.isAlphabetic(part.codePointAt(0))
                || Character.isIdeographic(part.codePointAt(0)) || !hasCase(part);
        score += named && FirmNames.soundsLikeOne(part) ? 2 : 0;
        return named ? score : 0;
    }

    private static boolean hasCase(String part) {
        return part.codePoints().anyMatch(c -> Character.toLowerCase(c) != Character.toUpperCase(c));
    }
}

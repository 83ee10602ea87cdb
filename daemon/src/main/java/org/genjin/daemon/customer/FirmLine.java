package org.genjin.daemon.customer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The firm in the last lines of a mail: what has a legal form, or a word of the domain, or what firms are called. Pure. */
public final class FirmLine {

    private static final int SHORTEST_WORD = 4;
    private static final int LONGEST = 60;
    private static final int MOST_WORDS = 7;
    private static final Pattern LABEL = Pattern.compile(
            "(?iu)^(?:company(?: name)?|organi[sz]ation|firma?|firmenname|unternehmen|empresa|compañía|soci[ée]t[ée]|entreprise|компания|организация|фирма|azienda|şirket|公司(?:名称)?|الشركة)\\s?[:：]\\s?");
    private static final Pattern PARTED = Pattern.compile("[\\n/|;•·]|,(?!\\s?(?:Inc|Ltd|LLC|S\\.|Co\\b))|\\s[-–—]\\s|\\s(?:chez|at|bei|@)\\s|(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");

    private FirmLine() {}

    /** @param domain of the sender's firm; "" for free mail */
    public static Optional<String> in(String tail, String domain) {
        List<String> parts = PARTED.splitAsStream(tail)
                .map(it -> it.replaceAll("\\([^)]{9,}\\)", " ").replaceAll("\\s+", " ").strip())
                .map(it -> LABEL.matcher(it).replaceFirst(""))
                .filter(it -> !it.isEmpty() && it.length() <= LONGEST && it.split("\\s+").length <= MOST_WORDS)
                .filter(it -> it.indexOf('@') < 0 && !it.contains("www.") && !it.endsWith(".") || FirmNames.hasForm(it))
                .toList();
        return parts.stream().filter(it -> score(it, domain) > 0).max(Comparator.comparingInt(it -> score(it, domain)));
    }

    /**
     * The better of what a signature was read to name and what stands in it: a firm that calls itself one, in Latin letters
     * where it has its name in two scripts.
     */
    public static Optional<String> better(@Nullable String read, String tail, String domain) {
        Optional<String> found = in(tail, domain);
        if (read == null || found.isEmpty()) {
            return read == null ? found : Optional.of(read);
        }
        boolean firm = FirmNames.isFirm(read) || score(read, domain) > 2;
        boolean foundFirm = FirmNames.isFirm(found.get());
        boolean twoScripts = isLatin(found.get()) && !isLatin(read) && FirmNames.hasForm(found.get());
        return (foundFirm && !firm) || twoScripts ? found : Optional.of(read);
    }

    private static boolean isLatin(String name) {
        return name.codePoints().filter(Character::isLetter).allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
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

package org.genjin.daemon.fraud;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** What a domain looks like at a glance: letters that are taken for each other are one letter. Pure. */
final class Skeleton {

    /** Letters of other scripts that look like Latin ones; after Unicode's list of confusables (UTS 39), as far as domains have them. */
    private static final Map<Integer, String> LOOKS_LIKE = Map.ofEntries(
            at('а', "a"), at('в', "b"), at('с', "c"), at('ԁ', "d"), at('е', "e"), at('ѐ', "e"), at('һ', "h"), at('і', "l"),
            at('ї', "l"), at('ј', "j"), at('к', "k"), at('ӏ', "l"), at('м', "m"), at('н', "h"), at('о', "o"), at('р', "p"),
            at('ѕ', "s"), at('т', "t"), at('у', "y"), at('ѵ', "v"), at('х', "x"), at('ԛ', "q"), at('ԝ', "w"), at('г', "r"),
            at('п', "n"), at('α', "a"), at('β', "b"), at('ε', "e"), at('ι', "l"), at('κ', "k"), at('ν', "v"), at('ο', "o"),
            at('ρ', "p"), at('τ', "t"), at('υ', "u"), at('χ', "x"), at('η', "n"), at('ω', "w"), at('ɡ', "g"), at('ı', "l"),
            at('ɑ', "a"), at('ո', "n"), at('օ', "o"), at('ս', "u"), at('ց', "g"), at('հ', "h"), at('ß', "b"), at('đ', "d"),
            at('ł', "l"), at('ø', "o"), at('þ', "p"), at('ƿ', "p"), at('ᴏ', "o"), at('ѡ', "w"));

    private Skeleton() {}

    private static Map.Entry<Integer, String> at(int letter, String latin) {
        return Map.entry(letter, latin);
    }

    /** @param domain as in an address, perhaps in Punycode */
    static String of(String domain) {
        String shown = IDN.toUnicode(domain, IDN.ALLOW_UNASSIGNED);
        String plain = Normalizer.normalize(shown, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder letters = new StringBuilder();
        plain.codePoints().filter(c -> Character.getType(c) != Character.NON_SPACING_MARK).forEach(c -> {
            String latin = LOOKS_LIKE.get(c);
            if (latin != null) {
                letters.append(latin);
            } else {
                letters.appendCodePoint(c);
            }
        });
        return letters.toString()
                .replace("rn", "m")
                .replace("vv", "w")
                .replace("cl", "d")
                .replace('i', 'l')
                .replace('1', 'l')
                .replace('!', 'l')
                .replace('0', 'o')
                .replace('5', 's')
                .replace('3', 'e')
                .replace("-", "");
    }
}

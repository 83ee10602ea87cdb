package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.daemon.customer.Names;

/** The people named in a cell: without Mr and 先生, one by one, each with the other forms of the name that are shown. */
final class PersonNames {

    /** {@code Kim Lee (https://…)}: the page of a record in another table. */
    static final Pattern LINK = Pattern.compile("\\s*[(（<]?\\s*https?://[^\\s()（）<>]+\\s*[)）>]?");
    private static final Pattern BRACKET = Pattern.compile("\\s*[(（\\[【]([^()（）\\[\\]【】]{1,80})[)）\\]】]");
    private static final Pattern ARABIC_TITLE = Pattern.compile("^\\s*(?:أ|ا|م|د|ش|أ\\.?د|السيد|السيدة|الأستاذ|المهندس|الدكتور)\\s*[/\\\\.]\\s*");
    private static final Pattern SHORTENED_TITLE = Pattern.compile("^(?:[cт]/[oо]|attn\\.?:?|z\\.\\s?hd\\.?|à l'attention de)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEVERAL = Pattern.compile("\\s*(?:[;；、\\n|&＆]|\\s/\\s?|/(?=\\s)|(?<=[)）])\\s*[/，,]|(?<=\\p{IsHan})/(?=\\p{IsHan})"
            + "|(?<=\\p{L}{2})/(?=\\p{L}{2})|\\s(?:and|und|et|和|与)\\s)\\s*");
    private static final List<String> EASTERN_TITLES = List.of("先生", "女士", "小姐", "太太", "様", "さま", "殿", "氏", "さん", "님", "씨");
    /** Titles that are names as well: only before two more words, or with a point. */
    private static final Set<String> DOUBTFUL = Set.of(
            "don", "dona", "bay", "bayan", "pan", "pani", "anh", "chi", "mag", "rag", "sir", "dear", "me", "da", "d", "m", "an", "sn",
            "bey", "hanim", "haji", "hj", "ing", "arq", "lic", "cp", "hr", "fr", "ms", "ong", "ba", "mw", "avv", "geom", "ا", "أ", "م", "د");

    private PersonNames() {}

    /**
     * @param others other forms of the name
     * @param does what the list says the person does; "" if nothing
     * @param bracket what stood in brackets and is neither of these; "" if nothing
     */
    record Named(String name, List<String> others, String does, String bracket) {}

    static List<Named> in(String cell) {
        String text = MailAddresses.without(LINK.matcher(cell).replaceAll(" ")).replaceAll("[\\p{Zs}\\t]+", " ").replaceAll("[\\u200b\\ufeff]", "").strip();
        text = text.replaceAll("\\+?\\d[\\d\\s()./-]{6,}\\d", " ").strip();
        List<Named> people = new ArrayList<>();
        for (String part : parts(text)) {
            Named named = one(part);
            if (!named.name().isEmpty()) {
                people.add(named);
            }
        }
        return people;
    }

    private static List<String> parts(String text) {
        String untitled = ARABIC_TITLE.matcher(text).replaceFirst("");
        List<String> parts = new ArrayList<>(Arrays.asList(SEVERAL.split(untitled, -1)));
        parts.removeIf(String::isBlank);
        if (parts.size() > 1 && !parts.stream().allMatch(PersonNames::isFunction)) {
            parts.removeIf(PersonNames::isFunction); // 王丽/采购经理
        }
        if (parts.size() == 1) {
            return commas(parts.getFirst());
        }
        boolean forms = parts.size() == 2 && script(parts.get(0)) != script(parts.get(1)) && !text.contains("\n");
        return forms ? List.of(parts.get(0) + " (" + parts.get(1) + ")") : parts;
    }

    /** {@code Lee, Kim} is one person, {@code Kim Lee, Ana Ruiz} are two, {@code Kim Lee, Buyer} is one again. */
    private static List<String> commas(String text) {
        String[] sides = text.split("\\s*[,，]\\s*", -1);
        if (sides.length == 1) {
            return List.of(text);
        }
        List<String> kept = Arrays.stream(sides).filter(it -> !it.isBlank() && !WordLists.is("function", it)).toList();
        if (kept.size() == 2 && words(kept.get(0)) == 1 && words(kept.get(1)) <= 2 && !text.contains("，")) {
            return List.of(kept.get(1) + " " + kept.get(0));
        }
        return kept.stream().allMatch(it -> words(it) > 1 || isEastern(it)) ? kept : List.of(kept.isEmpty() ? "" : kept.getFirst());
    }

    private static Named one(String part) {
        List<String> others = new ArrayList<>();
        String does = "";
        String bracket = "";
        String name = part;
        Matcher inside = BRACKET.matcher(part);
        while (inside.find()) {
            String said = inside.group(1).strip();
            if (isFunction(said)) {
                does = said;
            } else if (script(said) != script(BRACKET.matcher(part).replaceAll("")) && !CompanyNames.hasLegalForm(said)) {
                others.add(bare(said));
            } else {
                bracket = said;
            }
        }
        name = bare(BRACKET.matcher(name).replaceAll(" ").replaceAll("\\s+", " "));
        String[] scripts = CompanyNames.byScript(name);
        if (!scripts[0].isEmpty()) {
            boolean latinFirst = name.startsWith(scripts[0].substring(0, 1));
            others.add(scripts[latinFirst ? 1 : 0]);
            name = scripts[latinFirst ? 0 : 1];
        }
        name = surnameLast(bare(name));
        boolean nobody = name.chars().noneMatch(Character::isLetter) || WordLists.is("nodate", name) && name.length() < 5;
        return new Named(nobody ? "" : name, others, does, bracket);
    }

    /** Whether it says what somebody does. */
    static boolean isFunction(String said) {
        String folded = Names.folded(said);
        return WordLists.is("function", said) || WordLists.is("mark", said) || WordLists.is("forwarder", said)
                || Arrays.stream(folded.split(" ", -1)).anyMatch(it -> it.length() > 2 && WordLists.of("function").contains(it))
                || isEastern(said) && WordLists.of("function").stream().anyMatch(it -> isEastern(it) && said.contains(it));
    }

    /** Without titles before and behind. */
    static String bare(String name) {
        String left = SHORTENED_TITLE.matcher(ARABIC_TITLE.matcher(name.strip()).replaceFirst("")).replaceFirst("")
                .replaceAll("^[\\s,，.、:：-]+|[\\s,，、:：-]+$", "");
        boolean again = true;
        while (again) {
            again = false;
            int end = titleEnd(left);
            if (end > 0) {
                left = left.substring(end).strip();
                again = true;
            }
        }
        return untitledBehind(left);
    }

    /** {@code 王小明先生}, {@code Hakan Bey}: titles behind the name. */
    private static String untitledBehind(String name) {
        boolean eastern = !name.isEmpty() && isJoined(name.codePointBefore(name.length()));
        if (!eastern) {
            int blank = name.lastIndexOf(' ');
            boolean title = blank > 0 && !name.endsWith(".") && words(name) > 2
                    && WordLists.of("honorificbehind").contains(Names.folded(name.substring(blank + 1)));
            return title ? name.substring(0, blank).strip() : name;
        }
        for (String it : EASTERN_TITLES) {
            String left = name.endsWith(it) ? name.substring(0, name.length() - it.length()).strip() : "";
            if (left.codePointCount(0, left.length()) >= 2) {
                return left;
            }
        }
        return name;
    }

    private static boolean isJoined(int point) {
        return Character.isIdeographic(point) || switch (Character.UnicodeScript.of(point)) {
            case HANGUL, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }

    /** Where the title ends that the name begins with; 0 if it begins with none. */
    private static int titleEnd(String name) {
        int blank = name.indexOf(' ');
        if (blank > 0 && name.indexOf('.') < blank && name.indexOf('.') > 0
                && WordLists.of("honorific").contains(Names.folded(name.substring(0, blank)))) {
            return blank; // Sig.ra, Dott.ssa, Dipl.-Ing.
        }
        int end = 0;
        while (end < name.length() && !Character.isWhitespace(name.charAt(end)) && name.charAt(end) != '.') {
            end++;
        }
        boolean point = end < name.length() && name.charAt(end) == '.';
        String first = name.substring(0, end);
        String rest = name.substring(Math.min(name.length(), end + (point ? 1 : 0))).strip();
        String folded = Names.folded(first).replace(" ", "");
        boolean compound = Names.folded(first).contains(" ") && WordLists.of("honorific").contains(Names.folded(first));
        if (rest.isEmpty() || !(compound || WordLists.of("honorific").contains(folded))) {
            return 0;
        }
        boolean initials = point && first.length() == 1 && !"dmмأمد".contains(folded);
        if (initials || DOUBTFUL.contains(folded) && !point && words(rest) < 2) {
            return 0;
        }
        if (first.length() == 1 && !point || first.length() == 1 && rest.length() > 1 && rest.charAt(1) == '.') {
            return 0; // an initial, such as D. J. Miller
        }
        return end + (point ? 1 : 0);
    }

    /** {@code DUPONT Jean} is how French, Chinese and Japanese people write that the first word is the surname. */
    private static String surnameLast(String name) {
        String[] words = name.split(" ", -1);
        int capitals = 0;
        while (capitals < words.length && isCapitals(words[capitals])) {
            capitals++;
        }
        boolean rest = Arrays.stream(words, capitals, words.length).allMatch(it -> it.length() > 1
                && Character.isUpperCase(it.charAt(0)) && !isCapitals(it));
        if (capitals == 0 || capitals == words.length || !rest) {
            return name;
        }
        return String.join(" ", Arrays.copyOfRange(words, capitals, words.length)) + " "
                + String.join(" ", Arrays.copyOfRange(words, 0, capitals));
    }

    private static boolean isCapitals(String word) {
        String letters = word.replaceAll("[^\\p{L}]", "");
        return letters.length() > 1 && letters.equals(letters.toUpperCase(Locale.ROOT))
                && letters.chars().anyMatch(Character::isUpperCase);
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+", -1).length;
    }

    private static boolean isEastern(String text) {
        return script(text) == Character.UnicodeScript.HAN || script(text) == Character.UnicodeScript.HANGUL;
    }

    private static Character.UnicodeScript script(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of)
                .map(it -> it == Character.UnicodeScript.HIRAGANA || it == Character.UnicodeScript.KATAKANA
                        ? Character.UnicodeScript.HAN : it)
                .findFirst()
                .orElse(Character.UnicodeScript.COMMON);
    }
}

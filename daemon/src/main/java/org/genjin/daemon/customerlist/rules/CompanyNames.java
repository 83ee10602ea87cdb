package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.daemon.customer.Names;

/** Names of companies: tidied as they are entered, and folded so that the same company meets itself. */
final class CompanyNames {

    private static final Pattern MARKS = Pattern.compile(
            "^[\\s'★☆⭐🌟✓✔✗✘●○◆◇■□▲△※→#*！!❗❤♥🔥🔴🟢🟡🔵✅❌⚠\\uFE0F\\x{1F1E6}-\\x{1F1FF}]+|[\\s★☆⭐🌟✓✔✗✘●○◆◇■□▲△※*！!❗❤♥🔥🔴🟢🟡🔵✅❌⚠\\uFE0F\\x{1F1E6}-\\x{1F1FF}]+$");
    /** Nothing to tidy: words with one blank between them. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}.,&'’«»\"-]*(?: [\\p{L}\\p{M}\\p{N}.,&'’«»\"-]+)*+(?<![!*])");
    private static final Pattern BRACKET = Pattern.compile("\\s*[(（\\[【]([^()（）\\[\\]【】]{1,60})[)）\\]】]\\s*");
    private static final Map<String, String> SPELLINGS = spellings();
    private static final int SHORTEST_PART = 3;

    private CompanyNames() {}

    /** Without blanks too many and without what somebody only marked it with. */
    static String tidy(String cell) {
        if (PLAIN.matcher(cell).matches()) {
            return cell;
        }
        String name = withoutLink(cell).replaceAll("[\\p{Z}\\s]+", " ").replaceAll("[\\u200b\\ufeff]", "").strip();
        name = MARKS.matcher(name).replaceAll("");
        Matcher bracket = BRACKET.matcher(name);
        while (bracket.find()) {
            if (WordLists.is("mark", bracket.group(1)) || WordLists.is("blocked", bracket.group(1))) {
                name = (name.substring(0, bracket.start()) + " " + name.substring(bracket.end())).strip();
                bracket = BRACKET.matcher(name);
            }
        }
        return MARKS.matcher(name).replaceAll("").strip();
    }

    /** A link behind a name is no part of it; one that stands alone is all there is. */
    private static String withoutLink(String cell) {
        String left = PersonNames.LINK.matcher(cell).replaceAll(" ");
        return left.isBlank() ? cell : left;
    }

    /** {@code -}, {@code n/a}, {@code 无}: written where there is no name. */
    static boolean isNone(String name) {
        return name.codePoints().noneMatch(Character::isLetterOrDigit) || WordLists.is("nocompanyname", name);
    }

    /** The same for names that differ in case, blanks, points, accents or the spelling of the legal form only. */
    static String key(String name) {
        StringBuilder key = new StringBuilder();
        words(name).forEach(key::append);
        return key.isEmpty() ? name.strip() : key.toString();
    }

    /** The key without any legal form; "" if nothing else is in the name. */
    static String core(String name) {
        StringBuilder core = new StringBuilder();
        words(name).stream().filter(it -> !WordLists.of("legalform").contains(it)).forEach(core::append);
        return core.toString();
    }

    /** Whether it is nothing but a legal form, as where a long name goes on in a second column. */
    static boolean isLegalForm(String name) {
        String core = core(name);
        return (core.isEmpty() || core.equals("and")) && name.codePoints().anyMatch(Character::isLetter); // GmbH & Co. KG
    }

    static boolean hasLegalForm(String name) {
        List<String> words = words(name);
        boolean western = words.size() > 1 && words.stream().skip(0).anyMatch(it -> it.length() > 1
                && !it.equals("and") && !it.equals("de") && !it.equals("san") && WordLists.of("legalform").contains(it));
        String plain = name.replace(" ", "");
        return western || plain.matches(".*(公司|株式会社|有限会社|集团|商行|厂|贸易行|주식회사|商事|工业|无限公司).*")
                || plain.matches("(شركة|مؤسسة|مجموعة|ООО|ТОО|ОАО|ЗАО|АО|ИП|ТД|ГК|ЧП).*");
    }

    /** The name, and its parts in brackets, behind a slash or in another script: each a name of its own. */
    static List<String> forms(String name) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(name);
        for (String part : name.split("\\s*[()（）]\\s*|\\s+[/|]\\s+|\\s*／\\s*", -1)) {
            forms.add(part.strip());
        }
        String[] scripts = byScript(name);
        forms.add(scripts[0]);
        forms.add(scripts[1]);
        List<String> kept = new ArrayList<>();
        for (String it : forms) {
            if (it.equals(name) || key(it).length() >= SHORTEST_PART && !WordLists.is("mark", it) && !core(it).isEmpty()) {
                kept.add(it);
            }
        }
        return kept;
    }

    /** What of a text is in Latin letters and what in another script, where both are whole words; else two blanks. */
    static String[] byScript(String name) {
        StringBuilder latin = new StringBuilder();
        StringBuilder other = new StringBuilder();
        for (String word : name.replaceAll("[()（）/|／]", " ").strip().split("\\s+", -1)) {
            boolean foreign = word.codePoints().anyMatch(it -> Character.isLetter(it)
                    && Character.UnicodeScript.of(it) != Character.UnicodeScript.LATIN);
            StringBuilder to = foreign ? other : latin;
            to.append(to.isEmpty() ? "" : " ").append(word);
        }
        boolean both = latin.chars().anyMatch(Character::isLetter) && !other.isEmpty();
        return both ? new String[] {latin.toString(), other.toString()} : new String[] {"", ""};
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder letters = new StringBuilder();
        for (String it : Names.folded(name.replace("&", " and ").replace("+", " and ")).split(" ", -1)) {
            if (it.codePointCount(0, it.length()) == 1 && !it.isBlank() && Character.isLetter(it.codePointAt(0))
                    && !Character.isIdeographic(it.codePointAt(0))) {
                letters.append(it); // initials and spelt-out forms: S. A. S. is SAS
                continue;
            }
            flush(letters, words);
            if (!it.isEmpty()) {
                words.add(SPELLINGS.getOrDefault(it, it));
            }
        }
        flush(letters, words);
        return words;
    }

    private static void flush(StringBuilder letters, List<String> words) {
        if (!letters.isEmpty()) {
            words.add(SPELLINGS.getOrDefault(letters.toString(), letters.toString()));
            letters.setLength(0);
        }
    }

    private static Map<String, String> spellings() {
        Map<String, String> spellings = new HashMap<>();
        for (String it : WordLists.of("legal")) {
            int equals = it.indexOf('=');
            if (equals > 0) {
                spellings.put(Names.folded(it.substring(equals + 1)).replace(" ", ""), it.substring(0, equals));
            }
        }
        return spellings;
    }
}

package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.daemon.customer.Names;
import org.genjin.index.Chinese;

/** What a column holds, by what it is called in any of the languages. Immutable. */
final class HeaderWords {

    private static final int LONGEST_HEADER = 80;
    private static final int MOST_WORDS = 5;
    /** A name and what the person does in one column. */
    private static final Pattern BOTH = Pattern.compile("[/／+＋&＆,，、;；(（|]|和|及|与|\\s(?:and|und|et|y|e|и|و|ve)\\s");

    private final Map<String, Role> exact = new HashMap<>();
    private final Map<String, Role> eastern = new HashMap<>();
    private static final Pattern PART = Pattern.compile("\\s+[-–—]\\s+|[:：]\\s*|(?<=\\d)[-–—_]");
    /** Whose it is stands in brackets. */
    private static final Pattern WHOSE = Pattern.compile("^\\s*([^()（）]+?)\\s*[(（]([^()（）]+)[)）]\\s*$");
    /** Between a thing and whose it is, where the thing stands first. */
    private static final Pattern OF = Pattern.compile("(?i)\\s(?:de|del|de la|du|des|da|do|of|von|der|della)\\s");
    /** {@code 国　　家：}, spaced to the width of the labels above it. */
    private static final Pattern SPACED = Pattern.compile("[\\s\\u3000]*\\p{IsHan}(?:[\\s\\u3000]+\\p{IsHan})+[\\s\\u3000]*[:：]?[\\s\\u3000]*");
    private int longest = 1;
    private final Misspelt misspelt;

    HeaderWords() {
        Map<String, Role> keys = new HashMap<>();
        Arrays.stream(Role.values()).forEach(it -> keys.put(it.key(), it));
        Map<Role, List<String>> byRole = new EnumMap<>(Role.class);
        WordLists.read("headers.txt").forEach((key, words) -> {
            Role role = keys.get(key);
            if (role == null) {
                throw new IllegalStateException("headers.txt has the unknown key " + key);
            }
            byRole.put(role, words);
        });
        byRole.forEach((role, words) -> words.forEach(it -> {
            String word = fold(it);
            if (!word.isEmpty()) {
                exact.putIfAbsent(word, role);
                longest = Math.max(longest, word.split(" ", -1).length);
                if (word.codePoints().anyMatch(HeaderWords::isEastern) && word.codePointCount(0, word.length()) > 1) {
                    eastern.putIfAbsent(word, role);
                }
            }
        }));
        misspelt = new Misspelt(exact.keySet());
    }

    /** What a header is meant for that is not known, by a word that only one letter parts from it. */
    Optional<Hit> meant(String header) {
        return header.length() > LONGEST_HEADER ? Optional.empty() : misspelt.only(unnumbered(fold(header)), exact).map(it -> new Hit(it, true));
    }

    /** @param whole whether all of the header is known, not only a word in it */
    record Hit(Role role, boolean whole) {}

    Optional<Hit> find(String header) {
        if (header.length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        if (header.contains("是否")) {
            return Optional.of(new Hit(Role.IGNORED, true)); // yes or no
        }
        if (header.strip().matches("(?i)[n№][º°.o]?\\.?|#")) {
            return Optional.of(new Hit(Role.NUMBER, true));
        }
        String folded = fold(header);
        Role whole = exact.get(folded);
        if (whole != null) {
            return Optional.of(new Hit(whole, true));
        }
        String unnumbered = folded.replaceAll("^\\d+ | ?\\d+$", "").replaceAll(" \\d+ ", " ").strip();
        Role numbered = exact.get(unnumbered);
        if (numbered != null) {
            return Optional.of(new Hit(numbered, true));
        }
        Optional<Hit> ofAnAddress = ofAddress(unnumbered);
        if (ofAnAddress.isPresent()) {
            return ofAnAddress;
        }
        Optional<Hit> ofSomebody = ofPart(header);
        if (ofSomebody.isPresent()) {
            return ofSomebody;
        }
        Optional<Hit> bare = withoutHint(header);
        if (bare.isPresent()) {
            return bare;
        }
        String[] scripts = CompanyNames.byScript(header);
        for (String part : scripts) { // 客户 Company: the same in two languages
            Role role = exact.get(fold(part));
            if (role != null) {
                return Optional.of(new Hit(role, true));
            }
        }
        Optional<Role> when = when(unnumbered);
        if (when.isPresent()) {
            return when.map(it -> new Hit(it, false));
        }
        return within(unnumbered, BOTH.matcher(header).find(), OF.matcher(header).find()).map(it -> new Hit(it, false));
    }

    /** {@code 手机（含国家区号）}, {@code E-mail (required)}: what stands in brackets says how to fill it in. */
    private Optional<Hit> withoutHint(String header) {
        Matcher bracket = WHOSE.matcher(header);
        return bracket.matches()
                ? Optional.ofNullable(exact.get(fold(bracket.group(1))))
                        .filter(it -> it != Role.DATE && it != Role.NAME && it != Role.NUMBER && it != Role.NOTES && it != Role.LABEL && it != Role.IGNORED)
                        .map(it -> new Hit(it, true))
                : Optional.empty();
    }

    /** {@code Billing Company}, {@code Default Address Phone}: what it is, as part of an address. */
    private Optional<Hit> ofAddress(String folded) {
        return WordLists.of("addressprefix").stream()
                .filter(it -> folded.startsWith(it + " "))
                .map(it -> exact.get(unnumbered(folded.substring(it.length() + 1))))
                .filter(Objects::nonNull)
                .findFirst()
                .map(it -> new Hit(it, true));
    }

    /** A longer header of days: a word for next or last, and one for a day, a contact or a call. */
    private static Optional<Role> when(String folded) {
        List<String> words = List.of(folded.split(" ", -1));
        boolean day = words.stream().anyMatch(WordLists.of("dayword")::contains) || folded.matches(".*(?:时间|日期|日|联系|跟进|回访|拜访|沟通|联络)$");
        if (!day || words.size() > MOST_WORDS) {
            return Optional.empty();
        }
        boolean next = says(words, folded, "nextword");
        boolean last = says(words, folded, "lastword");
        return next == last ? Optional.empty() : Optional.of(next ? Role.NEXT : Role.LAST);
    }

    private static boolean says(List<String> words, String folded, String key) {
        return WordLists.of(key).stream().anyMatch(it -> isEastern(it.codePointAt(0)) ? folded.startsWith(it) : words.contains(it));
    }

    /** {@code Person - Notes}, {@code Organization: Phone}, {@code Phone (contact)}: what it is, and whose. */
    private Optional<Hit> ofPart(String header) {
        Matcher bracket = WHOSE.matcher(header);
        String[] sides = bracket.matches() ? new String[] {bracket.group(2), bracket.group(1)} : PART.split(header, -1);
        if (sides.length != 2) {
            return Optional.empty();
        }
        Role whose = exact.get(unnumbered(fold(sides[0])));
        Role what = exact.get(unnumbered(fold(sides[1])));
        boolean company = whose == Role.COMPANY;
        if (!company && whose != Role.PERSON) {
            return Optional.empty();
        }
        if (what == null) {
            return bracket.matches() || sides[1].isBlank() ? Optional.empty() : find(sides[1]).or(() -> Optional.of(new Hit(Role.UNKNOWN, false)));
        }
        Role role = switch (what) {
            case NAME -> company ? Role.COMPANY : Role.PERSON;
            case EMAIL -> company ? Role.EMAILS2 : what;
            case PHONE -> company ? Role.PHONEFIRM : what;
            default -> what;
        };
        return Optional.of(new Hit(role, true));
    }

    private static String unnumbered(String folded) {
        return folded.replaceAll("^\\d+ | ?\\d+$", "").strip();
    }

    /**
     * The words within a longer header; where one lies within another, the longer counts.
     *
     * @param both whether the header names two things, not one of the other
     * @param of whether what it is stands before whose it is
     */
    private Optional<Role> within(String folded, boolean both, boolean of) {
        List<int[]> spans = new ArrayList<>();
        List<Role> roles = new ArrayList<>();
        String[] words = folded.split(" ", -1);
        int[] starts = new int[words.length];
        for (int i = 1; i < words.length; i++) {
            starts[i] = starts[i - 1] + words[i - 1].length() + 1;
        }
        for (int from = 0; from < words.length; from++) {
            for (int count = 1; count <= longest && from + count <= words.length; count++) {
                String part = String.join(" ", Arrays.copyOfRange(words, from, from + count));
                Role role = exact.get(part);
                if (role != null && part.length() > 1) {
                    spans.add(new int[] {starts[from], starts[from] + part.length()});
                    roles.add(role);
                }
            }
        }
        eastern.forEach((word, role) -> {
            int at = folded.indexOf(word);
            if (at >= 0) {
                spans.add(new int[] {at, at + word.length()});
                roles.add(role);
            }
        });
        Set<Role> found = EnumSet.noneOf(Role.class);
        found.addAll(roles);
        if (found.contains(Role.PHONE)) { // Tel/WeChat, Tel/Fax: the numbers count
            roles.replaceAll(it -> it == Role.CHAT || it == Role.FAX ? Role.PHONE : it);
        }
        if (found.contains(Role.PERSON) && found.contains(Role.JOB)) { // 联系人/职位 holds both, 联系人职位 only what the person does
            Role counts = both ? Role.PERSON : Role.JOB;
            roles.replaceAll(it -> it == Role.JOB || it == Role.PERSON ? counts : it);
        }
        if (!both && found.contains(Role.PERSON) && found.contains(Role.COMPANY)) { // 公司联系人, Contact's company
            int company = spans.get(roles.indexOf(Role.COMPANY))[of ? 0 : 1];
            int person = spans.get(roles.indexOf(Role.PERSON))[of ? 0 : 1];
            Role counts = company == person ? Role.COMPANY : (company < person) == of ? Role.COMPANY : Role.PERSON;
            roles.replaceAll(it -> it == Role.COMPANY || it == Role.PERSON ? counts : it);
        }
        if (!both && found.contains(Role.NOTES) && !isWithin(spans, spans.get(roles.indexOf(Role.NOTES)))) { // ملاحظات المندوب, Sales rep notes
            roles.replaceAll(it -> it == Role.OWNER ? Role.NOTES : it);
        }
        if (!both && (found.contains(Role.NOTES) || found.contains(Role.PRODUCT))) { // 公司主营产品, Contact notes
            Role counts = found.contains(Role.NOTES) ? Role.NOTES : Role.PRODUCT;
            roles.replaceAll(it -> it == Role.COMPANY || it == Role.PERSON ? counts : it);
        }
        Role best = null;
        for (int i = 0; i < spans.size(); i++) {
            int[] span = spans.get(i);
            if (!isWithin(spans, span) && (best == null || roles.get(i).compareTo(best) < 0)) {
                best = roles.get(i);
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isWithin(List<int[]> spans, int[] span) {
        return spans.stream().anyMatch(it -> it[0] <= span[0] && it[1] >= span[1] && it[1] - it[0] > span[1] - span[0]);
    }

    /** Folded, Chinese simplified, with the humps of names such as {@code emailAddress} as blanks. */
    static String fold(String header) {
        String apart = header.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('_', ' ');
        String joined = SPACED.matcher(apart).matches() ? apart.replaceAll("[\\s\\u3000]+", "") : apart;
        return Chinese.simplified(Names.folded(joined.toLowerCase(Locale.ROOT)));
    }

    private static boolean isEastern(int point) {
        return Character.isIdeographic(point) || switch (Character.UnicodeScript.of(point)) {
            case HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}

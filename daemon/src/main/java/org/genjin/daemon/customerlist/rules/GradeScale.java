package org.genjin.daemon.customerlist.rules;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Names;

/**
 * How a column writes its grades: letters as they are; scales of three are A B C, of five S A B C E. What the list's own
 * legend says goes first. Immutable.
 */
final class GradeScale {

    private static final Map<Character, Character> LOOK_ALIKES = Map.of(
            'А', 'A', 'В', 'B', 'С', 'C', 'Е', 'E', 'Ѕ', 'S', 'Α', 'A', 'Β', 'B', 'Ε', 'E');
    private static final Pattern LETTER = Pattern.compile(
            "(?i)^(?:(?:grade|class|klasse|kategorie|cat(?:egor[yií]a)?|tipo|type|категория|класс|等级|级别|فئة|الفئة)\\.?\\s*[:：]?\\s*)?"
                    + "([SABCDE])\\s*[+＋\\-−*]*\\s*(?:[类類级級等].*|(?:[(（:：/=].*)|\\s[–—-]\\s.*|[-–—]?[\\u4e00-\\u9fff].*|[\\s-]?(?:kunden?|customers?|clients?|clientes?|klant|klient|клиент|accounts?)\\b.*)?$");
    /** {@code A类客户}, {@code B-Kunden}, {@code Clientes C}, {@code Klasse A}: the letter alone would be one of the alphabet. */
    private static final Pattern TITLE = Pattern.compile("(?iu)(?:(?:grade|class|clase|classe|klasse|kategorie|category|categoría|categoria|catégorie|категория|класс|الفئة|فئة|等级|级别)\\s*[:：-]?\\s*"
            + "|(?:kunden|customers|clients|clientes|клиенты|عملاء|العملاء|客户)\\s*(?:tipo |clase |classe |typ |فئة |等级|级别)?)([SABCDE])[类類级級]?"
            + "|([SABCDE])\\s*(?:[类類级級等](?:别|級|级)?(?:客户|客戶)?|[\\s-]?(?:kunden?|customers?|clients?|clientes?|klanten|клиенты|accounts?))");
    /** {@code Tier 1}, {@code P2}, {@code 3级}: the number is the grade. */
    private static final Pattern NUMBERED = Pattern.compile(
            "(?iu)(?:tier|level|prio(?:rity|rität|ridad|rité)?|class|klasse|stufe|rang|rank|nivel|nível|niveau|p|уровень|категория|приоритет|مستوى|等级|级别|ランク)\\s*[:#.-]?\\s*([1-5])|([1-5])\\s*级(?:客户)?");
    /** {@code 1 - High}: the word counts. */
    private static final Pattern COUNTED_WORD = Pattern.compile("[1-5]\\s*[-–—.):/、]\\s*(\\p{L}.*)");
    private static final Pattern STARS = Pattern.compile("^([★⭐🌟*＊✩✭]*)([☆]*)$");
    private static final Pattern COUNTED = Pattern.compile(
            "(?i)^([0-5])\\s*(?:星级?|颗星|stars?|sterne?|estrellas?|estrelas?|étoiles?|звезд[аы]?|зв\\.?|نجوم|نجمة|yıldız|stelle|[/／]\\s*5)$");

    private static final List<String> ALPHABETS = List.of("АБВГД", "أبجده", "ابجده", "甲乙丙丁戊");
    private static final Pattern MARKED = Pattern.compile("(?i)[SABCDE]\\s?[+＋\\-−–*]+");
    private static final int LONGEST_WORD = 20;

    private final Legend legend;
    private final Kind kind;
    /** Words and marked letters that stand in the column → what they were taken for. */
    private final Map<String, Grade> spoken;

    private GradeScale(Legend legend, Kind kind, Map<String, Grade> spoken) {
        this.legend = legend;
        this.kind = kind;
        this.spoken = spoken;
    }

    /** What numbers and stars in the column mean. */
    private enum Kind {
        PLAIN,
        THREE_STARS,
        FIVE_STARS,
        /** One is best. */
        THREE_RANKS,
        FIVE_RANKS,
        /** А Б В Г, أ ب ج د or 甲乙丙丁: as another alphabet counts. */
        OTHER_LETTERS
    }

    /** @param header what the column is called, which says whether five or one is best */
    static GradeScale of(Collection<String> cells, String header, Legend legend) {
        int most = 0;
        boolean numbers = false;
        boolean other = false;
        for (String cell : cells) {
            String text = plain(cell);
            Matcher stars = STARS.matcher(text);
            if (stars.matches()) {
                most = Math.max(most, text.codePointCount(0, text.length()));
            }
            OptionalInt counted = counted(text);
            if (counted.isPresent()) {
                most = Math.max(most, counted.getAsInt());
                most = text.contains("/") || text.contains("／") ? 5 : most;
                numbers |= text.matches("\\d");
            }
            other |= text.matches("[БГأبجده甲乙丙丁]|هـ");
        }
        boolean five = most > 3;
        boolean fiveStars = five || numbers && header.contains("星");
        Kind kind = other ? Kind.OTHER_LETTERS
                : numbers && most > 0 && !bestIsMost(header) ? (five ? Kind.FIVE_RANKS : Kind.THREE_RANKS)
                : most == 0 ? Kind.PLAIN
                : fiveStars ? Kind.FIVE_STARS : Kind.THREE_STARS;
        return new GradeScale(legend, kind, kind == Kind.PLAIN ? spoken(cells, legend) : Map.of());
    }

    private static Map<String, Grade> spoken(Collection<String> cells, Legend legend) {
        Map<String, Grade> spoken = new LinkedHashMap<>();
        for (String cell : cells) {
            String text = plain(cell);
            if (text.length() < LONGEST_WORD && legend.word(text).isEmpty()) {
                Optional<Grade> letter = letter(text);
                Optional<Grade> taken = letter.isPresent() ? letter.filter(_ -> MARKED.matcher(text).matches()) : word(text);
                taken.ifPresent(it -> spoken.putIfAbsent(text, it));
            }
        }
        if (!spoken.isEmpty() && !spoken.containsValue(Grade.C)) {
            cells.stream()
                    .map(GradeScale::plain)
                    .filter(it -> WordLists.is("gradelast", it.replaceFirst("客户$", "")))
                    .forEach(it -> spoken.put(it, Grade.C));
        }
        return spoken;
    }

    private static boolean bestIsMost(String header) {
        String lower = header.toLowerCase(Locale.ROOT);
        return List.of("星", "star", "rating", "score", "评", "stern", "bewertung", "calific", "estrella", "estrela", "note", "рейтинг", "оценк",
                        "تقييم", "potential", "potentiel", "意向", "heat", "热").stream()
                .anyMatch(lower::contains);
    }

    /** Which scale was taken, for the question; empty where letters are letters. */
    Optional<String> taken() {
        return switch (kind) {
            case PLAIN -> spoken.isEmpty()
                    ? Optional.empty()
                    : Optional.of(spoken.entrySet().stream().map(it -> it.getKey() + " = " + it.getValue()).collect(Collectors.joining(", ")));
            case THREE_STARS -> Optional.of("★★★ = A, ★★ = B, ★ = C");
            case FIVE_STARS -> Optional.of("5 = S, 4 = A, 3 = B, 2 = C, 1 = E, 0 = –");
            case THREE_RANKS -> Optional.of("1 = A, 2 = B, 3 = C");
            case FIVE_RANKS -> Optional.of("1 = S, 2 = A, 3 = B, 4 = C, 5 = E");
            case OTHER_LETTERS -> Optional.of("А/أ/甲 = A, Б/ب/乙 = B, В/ج/丙 = C, Г/د/丁 = D");
        };
    }

    Optional<Grade> grade(String cell) {
        String text = plain(cell);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return legend.word(text).or(() -> otherLetter(text)).or(() -> letter(text)).or(() -> stars(text)).or(() -> word(text))
                .or(() -> Optional.ofNullable(spoken.get(text)));
    }

    private Optional<Grade> otherLetter(String text) {
        String first = text.replaceFirst("(?<=^.)(?:ـ|[类级級等].*)$", "");
        int place = kind != Kind.OTHER_LETTERS || first.length() != 1 ? -1
                : ALPHABETS.stream().mapToInt(it -> it.indexOf(first)).filter(it -> it >= 0).findFirst().orElse(-1);
        return place < 0 ? Optional.empty() : Optional.of(List.of(Grade.A, Grade.B, Grade.C, Grade.D, Grade.E).get(place));
    }

    private Optional<Grade> stars(String text) {
        Matcher shown = STARS.matcher(text);
        OptionalInt counted = counted(text);
        int count = shown.matches() ? shown.group(1).codePointCount(0, shown.group(1).length()) : counted.orElse(-1);
        List<Grade> best = switch (kind) {
            case THREE_STARS -> List.of(Grade.C, Grade.B, Grade.A);
            case FIVE_STARS -> List.of(Grade.E, Grade.C, Grade.B, Grade.A, Grade.S);
            case THREE_RANKS -> List.of(Grade.A, Grade.B, Grade.C);
            case FIVE_RANKS -> List.of(Grade.S, Grade.A, Grade.B, Grade.C, Grade.E);
            case PLAIN, OTHER_LETTERS -> List.of();
        };
        return count < 1 || count > best.size() ? Optional.empty() : Optional.of(best.get(count - 1));
    }

    private static OptionalInt counted(String text) {
        Matcher counted = COUNTED.matcher(text);
        return counted.matches()
                ? OptionalInt.of(Integer.parseInt(counted.group(1)))
                : text.matches("[0-5]") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /** A grade's letter, also where it only looks Latin. */
    static Optional<Grade> letter(String text) {
        Matcher letter = LETTER.matcher(latin(plain(text)));
        return letter.matches() ? Optional.of(Grade.valueOf(letter.group(1).toUpperCase(Locale.ROOT))) : Optional.empty();
    }

    /** The grade of all that stand under a title or on a sheet of that name. */
    static Optional<Grade> ofTitle(String text) {
        Matcher title = TITLE.matcher(text.strip());
        if (title.matches()) {
            return Optional.of(Grade.valueOf((title.group(1) == null ? title.group(2) : title.group(1)).toUpperCase(Locale.ROOT)));
        }
        int space = text.strip().lastIndexOf(' ');
        String last = space < 0 ? "" : text.strip().substring(space + 1); // Категория А, with the letter only looking Latin
        Matcher alike = TITLE.matcher(space < 0 ? "" : text.strip().substring(0, space + 1) + latin(last));
        return alike.matches() && alike.group(1) != null ? Optional.of(Grade.valueOf(alike.group(1).toUpperCase(Locale.ROOT))) : Optional.empty();
    }

    private static String latin(String text) {
        StringBuilder latin = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            latin.append((char) LOOK_ALIKES.getOrDefault(Character.toUpperCase(text.charAt(i)), text.charAt(i)));
        }
        return latin.toString();
    }

    static boolean looksAlike(String text) {
        return text.strip().length() == 1 && LOOK_ALIKES.containsKey(text.strip().charAt(0));
    }

    /** High, medium, low in any of the languages. */
    static Optional<Grade> word(String text) {
        String folded = Names.folded(text).replaceFirst("(?<=.)(?:客户|客人|客戶)$", "");
        if (folded.isEmpty()) {
            return Optional.empty();
        }
        String first = folded.split(" ", 2)[0];
        for (String it : first.length() > 2 && !first.equals(folded) ? List.of(folded, first) : List.of(folded)) {
            if (WordLists.is("gradehigh", it)) {
                return Optional.of(Grade.A);
            }
            if (WordLists.is("grademiddle", it)) {
                return Optional.of(Grade.B);
            }
            if (WordLists.is("gradelow", it)) {
                return Optional.of(Grade.C);
            }
        }
        return Optional.empty();
    }

    private static String plain(String text) {
        String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).replace("\uFE0F", "");
        Matcher counted = COUNTED_WORD.matcher(plain);
        if (counted.matches() && word(counted.group(1)).isPresent()) {
            return counted.group(1);
        }
        Matcher numbered = NUMBERED.matcher(plain);
        return numbered.matches() ? numbered.group(1) == null ? numbered.group(2) : numbered.group(1) : plain;
    }
}

package org.genjin.daemon.industry;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a value looks like that stands behind a word which announces it. Time grows with the text only. */
public enum Shape {
    /** A number of a paper or a lot: letters and figures, such as {@code LT-240817}. */
    CODE(Patterns.JOIN + "\\[?([a-z\\d][a-z\\d./_\\-]{1,28}[a-z\\d])") {
        @Override
        Optional<String> valid(String found, String rest) {
            long digits = found.chars().filter(Character::isDigit).count();
            boolean bare = digits == found.length();
            boolean counted = UNIT.matcher(rest).find();
            return digits >= 2 && (!bare || digits >= 4 && !counted) && !DATE.matcher(found).find()
                    ? Optional.of(found)
                    : Optional.empty();
        }
    },
    /** A length of time, as said: {@code 18 months}, {@code 12个月}. */
    SPAN(Patterns.JOIN + "(" + Patterns.FIGURE + "\\s?-?\\s?(?:" + Patterns.DAYS + "|" + Patterns.LONGER + "))" + Patterns.END),
    /** A number of days: {@code 60 days} is 60. */
    DAYS(Patterns.JOIN + "(\\d{1,3})\\s?-?\\s?(?:" + Patterns.DAYS + ")" + Patterns.END),
    /** A sum with its currency, as said. */
    MONEY(Patterns.JOIN + "((?:" + Patterns.CURRENCY + ")\\s?" + Patterns.SUM + "|" + Patterns.SUM + "\\s?(?:" + Patterns.CURRENCY + "))"),
    NUMBER(Patterns.JOIN + "(\\d{1,9}(?:[.,]\\d{1,3})?)\\b"),
    /** What is written behind a colon to the end of the line or sentence. */
    LINE("(?s)^\\s?(?:no\\.?|name)?\\s?[:：=]\\s{0,3}([^\\s:：].*)$") {
        @Override
        Optional<String> valid(String found, String rest) {
            return phrase(found);
        }
    },
    /** What follows, to the end of the clause. */
    PHRASE("(?s)^\\s?([\\pL\\d\"“'].*)$") {
        @Override
        Optional<String> valid(String found, String rest) {
            Matcher end = CLAUSE.matcher(found);
            return phrase(end.find() ? found.substring(0, end.start()) : found);
        }
    };

    private static final Pattern UNIT = Pattern.compile(
            "(?i)^\\s?(?:kgs?|g|tons?|mt|t|pcs|pieces|sets?|units?|bags|cartons|ctns?|liters?|l|%|usd|\\$|€|吨|公斤|箱|件|个|台|桶|袋|шт|кг|тонн)(?:\\PL|$)");
    private static final Pattern DATE = Pattern.compile(
            "^(?:(?:19|20)\\d\\d[./-]\\d{1,2}[./-]\\d{1,2}|(?:0?[1-9]|[12]\\d|3[01])[./-](?:0?[1-9]|[12]\\d|3[01])[./-](?:\\d{2}|\\d{4}))$");
    private static final Pattern CLAUSE = Pattern.compile("[,;，；、()（）]|\\s[-–—]\\s");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 60;

    private final Pattern pattern;

    Shape(String pattern) {
        this.pattern = Pattern.compile("(?i)" + pattern);
    }

    static Optional<Shape> of(String id) {
        return Arrays.stream(values()).filter(it -> it.name().toLowerCase(Locale.ROOT).equals(id)).findFirst();
    }

    /** @param behind what stands behind the word, to the end of its sentence */
    Optional<String> in(String behind) {
        Matcher found = pattern.matcher(behind);
        return found.find() ? valid(found.group(1).strip(), behind.substring(found.end(1))) : Optional.empty();
    }

    Optional<String> valid(String found, String rest) {
        return Optional.of(found);
    }

    /** A text of a length that fits into a cell; whoever writes more explains something. */
    private static Optional<String> phrase(String found) {
        String bare = found.strip();
        return bare.length() < SHORTEST || bare.length() > LONGEST ? Optional.empty() : Optional.of(bare);
    }

    /** The parts of the patterns. */
    private static final class Patterns {
        /** Between the word and its value: marks, numbers' signs, 'is', 'about', 'at least'. */
        static final String JOIN = "^(?:\\s|[:：=#№(.\\-–]|(?:no|nr|num|number|n[º°o]|номер|numéro|número|nummer|رقم|is|are|was|of|for|can be|will be|must be|should be|shall be"
                + "|to be|has to be|at least|minimum|min|up to|about|approx|around|ist|beträgt|liegt bei|liegt|bei|muss|mindestens|von|etwa|ca|es|es de|debe ser|al menos|mínimo|asciende a|ronda los|ronda|de"
                + "|é|é de|gira em torno de|fica em|deve ser|no mínimo|est|est de|tourne autour de|avoisine les|doit être de|au moins|environ|circa|составляет|составит|порядка|в районе|должен быть|не менее|минимум|около|هو|هي|حوالي|لا تقل عن)[.:\\s]"
                + "|号|是|为|有|约|大约|编号|至少|不少于|不低于|要|须){0,8}";
        /** Words end here; ideographs and Arabic letters may follow. */
        static final String END = "(?:[^a-zà-ÿ\\p{Cyrillic}]|$)";
        static final String FIGURE = "(?:\\d{1,3}|[一二两三四五六七八九十]{1,3}|(?:one|two|three|four|five|six|twelve|eighteen|un|dos|tres|deux|trois|dois|três"
                + "|zwei|drei|ein|два|три|полтора|один) )";
        static final String DAYS = "days?|天|日|días|dias|jours|tagen?|дней|дня|день|يوماً|يوما|يوم|أيام";
        static final String LONGER = "months?|weeks?|years?|yrs?|个月|个星期|周|年|mes(?:es)?|semanas?|años?|anos?|mois|semaines?|ans?|années?|monaten?|monate|monat"
                + "|wochen?|jahren?|jahre|jahr|месяцев|месяца|месяц|мес|недель|недели|года|год|лет|أشهر|شهراً|شهرا|شهر|سنوات|سنة|سنتين|سنتان|أسابيع";
        static final String CURRENCY = "us ?\\$|usd|us dollars?|dollars?|euros?|eur|€|\\$|£|gbp|rmb|cny|¥|aed|sar|rub|руб(?:лей|\\.)?|₽|美元|美金|欧元|人民币|元|درهم|ريال|دولار|يورو|reais|r\\$|brl|inr|₹|долларов|евро|pesos|mxn|cop|soles|naira|ngn|zar";
        static final String SUM = "\\d{1,3}(?:[ .,']?\\d{3}){0,3}(?:[.,]\\d{1,2})?(?:\\s?(?:million(?:en|s)?|millones|milhões|milhão|mille|mil|mio|mln|тыс|млн|thousand|k|m|万|千|亿|مليون|ألف))?";

        private Patterns() {}
    }
}

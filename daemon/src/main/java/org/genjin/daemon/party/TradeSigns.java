package org.genjin.daemon.party;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the signs of the trade in a message's own words, in whatever language. Immutable. */
public final class TradeSigns {

    private static final int LONGEST = 8_000;
    private static final Pattern MONEY = Pattern.compile(
            "(?i)(?<![\\p{L}])(?:USD|US\\$|EUR|RMB|CNY|GBP|AUD|CAD|CHF|TRY|BRL|INR|JPY|R\\$|[$€£¥])\\s?\\d|\\d\\s?(?:USD|EUR|RMB|CNY|GBP|euros?|dollars?|dólares|[$€£¥]|美元|美金|欧元|元|долл|евро|دولار|يورو)(?!\\p{L})");

    private static final Pattern QUANTITY = Pattern.compile(
            "(?i)(?:(?<![\\p{L}\\p{N}])(?:an?|one|two|three|un|une|deux|trois|dos|tres|um|dois|três|ein|einen|zwei|drei|uno|due|один|два|три)"
                    + "\\s(?:full\\s)?(?:containers?|conteneurs?|contenedor(?:es)?|cont[eê]iner(?:es)?|контейнера?|conteiner|pallets?|palettes?|paletten?)(?!\\p{L}))"
                    + "|(?<![\\p{L}\\p{N}.,])\\d[\\d.,\\u00a0]{0,9}[\\s\\u00a0]?(?:k\\s)?(?:k(?![\\p{L}\\p{N}])|(?:20|40)?\\s?(?:ft|hq|hc)(?!\\p{L})|(?:each|dozens?|bottles?|de cada|cada un[oa]|chacune?|je|conteneurs?|contenedor(?:es)?|uds?|тыс\\p{L}*|пар|упаков\\p{L}*|pcs?|pieces?|units?|sets?|pairs?|cartons?|ctns?|boxes|rolls?|tons?|tonnes?|bags?|drums?|pallets?"
                    + "|containers?|meters?|metres?|sqm|m2|kgs?|stück|stk|paar|rollen|kartons|tonnen|paletten|piezas?|pzas?|unidades|cajas|rollos|juegos|toneladas"
                    + "|metros|pares|peças|pçs|caixas|rolos|conjuntos|pièces?|unités?|rouleaux|palettes|mètres|шт|штук[аи]?|комплект\\p{L}*|короб\\p{L}*|тонн\\p{L}*|рулон\\p{L}*|метр\\p{L}*"
                    + "|قطع[ةه]|حب[ةه]|كرتون|طقم|طن|حاوي[ةه]|متر|adet|takım|koli|sztuk|szt|kompletów|pezzi|stuks|bộ|cái|chiếc)(?![\\p{L}])|[个個只套件台臺箱吨噸卷米把条條张張片双雙桶袋]|個|セット|개|대)");
    private final PhraseTree<TradeSign> phrases = new PhraseTree<>();

    public TradeSigns() {
        SectionFile.read("/party/signs.txt", (heading, phrase) -> phrases.add(
                phrase, TradeSign.of(heading).orElseThrow(() -> new IllegalStateException("no such sign: " + heading))));
    }

    public Set<TradeSign> in(String text) {
        List<PhraseTree.Found<TradeSign>> found = phrases.find(Tokens.of(text));
        EnumSet<TradeSign> signs = EnumSet.noneOf(TradeSign.class);
        if (MONEY.matcher(text.length() > LONGEST ? text.substring(0, LONGEST) : text).find()) {
            signs.add(TradeSign.NAMES_MONEY);
        }
        if (QUANTITY.matcher(text.length() > LONGEST ? text.substring(0, LONGEST) : text).find()) {
            signs.add(TradeSign.QUANTITY);
        }
        int covered = 0;
        int begin = 0;
        for (PhraseTree.Found<TradeSign> it : found) {
            // A single word within a longer phrase is part of that: dollars are no domestic money.
            if (it.length() > 1 || it.begin() >= covered || it.begin() == begin) {
                signs.add(it.sign());
            }
            if (it.begin() + it.length() > covered) {
                covered = it.begin() + it.length();
                begin = it.begin();
            }
        }
        if (text.codePoints().limit(LONGEST).noneMatch(Character::isIdeographic)) {
            signs.remove(TradeSign.DOMESTIC); // who buys abroad may pay in our money too
        }
        if (signs.contains(TradeSign.GIVES_PRICE) && offersFirst(found)) {
            signs.remove(TradeSign.WANTS); // "our offer for testing" is no wish for an offer
        }
        return signs;
    }

    /** Whether each phrase of a wish stands within one of an offer, or at its last word. */
    private static boolean offersFirst(List<PhraseTree.Found<TradeSign>> found) {
        return found.stream().filter(it -> it.sign() == TradeSign.WANTS).allMatch(wish -> found.stream()
                .filter(it -> it.sign() == TradeSign.GIVES_PRICE)
                .anyMatch(offer -> offer.begin() <= wish.begin() && wish.begin() < offer.begin() + offer.length()));
    }
}

package org.genjin.daemon.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds firms' names in front of words that tell of a new one: "Acme is now called Bolt". Pure, linear in the text. */
final class Renames {

    private static final int LOOKED_AT = 1_500;
    private static final int BEFORE = 80;
    private static final int WORDS = 5;
    private static final Pattern TOLD = Pattern.compile("(?iu)(?<!\\p{L})(?:"
            + "(?:is|are) now (?:called|known|trading|part of|named)?|has (?:now )?become|becomes|(?:was|has been|is being) renamed|(?:has )?chang(?:ed|es) its name"
            + "|now trades|will be called|s'appelle (?:maintenant|désormais)|devient|est devenue?|change de nom|a changé de nom"
            + "|ahora (?:es|somos|se llama)|se llama ahora|pasa a llamarse|cambia de nombre|cambió de nombre|agora (?:é|somos|se chama|chama-se)"
            + "|passa a (?:se )?chamar(?:-se)?|mudou de nome|heißt (?:jetzt|ab|nun|künftig)|ist jetzt|wird zu|firmiert (?:jetzt|nun|künftig|unter)"
            + "|теперь (?:называется|работает как|это)|переименован[аоы]?|сменила? название|стала? называться"
            + "|اصبح(?:ت)? (?:اسمها|تسمى)|أصبحت|تغير اسمها|diventa|ora si chiama|cambia nome|ha cambiato nome|heet (?:nu|voortaan)"
            + "|nazywa się teraz|zmienia nazwę|zmieniła nazwę|artık|adını değiştirdi|đổi tên|berganti nama)(?!\\p{L})"
            + "|(?:现已|已经?)?(?:更名|改名|变更名称|重组)为|は社名を");

    private Renames() {}

    /** What may be the earlier name, the longest first; several where it is told of several. */
    static List<String> in(String text) {
        String begin = text.substring(0, Math.min(LOOKED_AT, text.length())).replaceAll("\\s+", " ").replace('\u2019', '\'');
        List<String> names = new ArrayList<>();
        Matcher told = TOLD.matcher(begin);
        while (told.find()) {
            String before = begin.substring(Math.max(0, told.start() - BEFORE), told.start()).strip();
            String phrase = before.substring(Math.max(before.lastIndexOf(". "), Math.max(before.lastIndexOf(','), before.lastIndexOf('，'))) + 1).strip();
            String[] words = phrase.split(" ");
            for (int count = Math.min(WORDS, words.length); count > 0; count--) {
                names.add(String.join(" ", Arrays.copyOfRange(words, words.length - count, words.length)));
            }
        }
        return names;
    }
}

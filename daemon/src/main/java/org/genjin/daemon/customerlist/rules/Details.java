package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customerlist.rules.Entry.Somebody;

/**
 * One line of text with addresses and numbers, and what is left of it without them.
 *
 * @param addresses in lower case
 * @param numbers as they are written
 * @param lost numbers whose digits are gone
 * @param words what else the line says, without what only says that an address or number follows
 */
record Details(List<String> addresses, List<String> numbers, List<String> lost, List<String> words) {

    private static final Pattern NUMBER = Pattern.compile("\\+?[\\d(][\\d\\s()./\\-]{4,40}\\d");
    private static final Pattern APART = Pattern.compile("[,，;；|/()（）<>\\[\\]【】:：\\n]|\\s{2,}|\\t");
    private static final int LEAST_DIGITS = 7;
    private static final int LONGEST_NAME = 40;
    private static final int MOST_WORDS = 5;

    static Details of(String line, Tools tools) {
        List<String> addresses = MailAddresses.in(line);
        String rest = addresses.isEmpty() ? line : withoutAddresses(line);
        PhoneNumbers.Found found = tools.phones().in(rest);
        List<String> numbers = found.numbers().stream()
                .map(PhoneNumbers.Written::digits)
                .filter(it -> it.startsWith("+") || PhoneNumbers.digits(it).length() >= LEAST_DIGITS)
                .toList();
        List<String> words = new ArrayList<>();
        for (String part : APART.split(NUMBER.matcher(PhoneNumbers.plain(rest)).replaceAll("  "), -1)) {
            String word = part.replaceAll("^[^\\p{L}\\p{N}]+|[\\s\\-–—·•]+$", "");
            if (!word.isEmpty() && word.codePoints().anyMatch(Character::isLetter) && !leadsToDetails(word, tools)) {
                words.add(word);
            }
        }
        return new Details(addresses, numbers, found.lost(), words);
    }

    /** {@code Tel}, {@code Mob.}, {@code E-Mail}, {@code WhatsApp}, {@code T}. */
    private static boolean leadsToDetails(String word, Tools tools) {
        String folded = Names.folded(word);
        return WordLists.is("numberword", word) || folded.length() == 1 && !Character.isIdeographic(folded.codePointAt(0))
                || tools.headers().find(word).filter(HeaderWords.Hit::whole).map(HeaderWords.Hit::role)
                        .filter(it -> it == Role.PHONE || it == Role.PHONEFIRM || it == Role.EMAIL || it == Role.EMAILS2 || it == Role.FAX
                                || it == Role.CHAT || it == Role.MIXED || it == Role.WEB)
                        .isPresent();
    }

    private static String withoutAddresses(String line) {
        StringBuilder kept = new StringBuilder();
        String joined = MailAddresses.joined(line).replaceAll("[ \\t]*@[ \\t]*", "@");
        for (String word : joined.split("(?<=\\s)|(?=[<>()（）,，;；])|(?<=[<>()（）,，;；:：])", -1)) {
            kept.append(word.indexOf('@') >= 0 ? " " : word);
        }
        return kept.toString();
    }

    boolean reaches() {
        return !addresses.isEmpty() || !numbers.isEmpty() || !lost.isEmpty();
    }

    /** The person that the line names beside how to reach them; the name is "" if it names nobody. */
    Somebody person(Tools tools) {
        Somebody somebody = new Somebody("");
        for (String word : words) {
            if (WordLists.is("function", word) || PersonNames.isFunction(word)) {
                somebody.title = somebody.title.isEmpty() ? word : somebody.title;
            } else if (somebody.name.isEmpty() && isName(word, tools)) {
                PersonNames.in(word).stream().findFirst().ifPresent(it -> {
                    somebody.name = it.name();
                    somebody.others.addAll(it.others());
                });
            }
        }
        somebody.addresses.addAll(addresses);
        somebody.phones.addAll(numbers);
        return somebody;
    }

    /** Whether a line could be a person's name. */
    static boolean isName(String text, Tools tools) {
        boolean shaped = text.length() <= LONGEST_NAME && text.chars().noneMatch(Character::isDigit)
                && text.chars().filter(Character::isLetter).count() > 1 && text.strip().split("\\s+", -1).length <= MOST_WORDS;
        int first = text.isEmpty() ? ' ' : text.codePointAt(0);
        return shaped && !Character.isLowerCase(first) && !CompanyNames.hasLegalForm(text.replace("-", "")) && !PersonNames.isFunction(text)
                && !WordLists.is("nodate", text) && tools.headers().find(text).filter(HeaderWords.Hit::whole).isEmpty();
    }
}

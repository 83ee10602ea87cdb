package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.daemon.customer.Domains;
import org.genjin.daemon.customer.Names;

/** E-mail addresses in cells, with the slips mended that anybody would mend. */
final class MailAddresses {

    private static final Pattern ADDRESS = Pattern.compile(
            "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.+-]*@(?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,}");
    private static final Pattern SPELT = Pattern.compile("\\s*[\\[({<]\\s*(?:at|arroba|аt|собака|chez)\\s*[\\])}>]\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPELT_POINT = Pattern.compile("\\s*[\\[({<]\\s*(?:dot|punto|ponto|point|punkt)\\s*[\\])}>]\\s*", Pattern.CASE_INSENSITIVE);

    /** {@code 邮箱kim@acme.example}: Chinese has no blank before it. */
    private static final Pattern LEADS = Pattern.compile("^\\p{IsHan}+(?=[A-Za-z0-9])");

    private MailAddresses() {}

    /** In lower case, in their order, each once. */
    static List<String> in(String cell) {
        if (cell.indexOf('@') < 0 && cell.indexOf('＠') < 0 && cell.indexOf('(') < 0 && cell.indexOf('[') < 0 && cell.indexOf('{') < 0) {
            return List.of();
        }
        if (PLAIN.matcher(cell).matches()) {
            String plain = cell.toLowerCase(Locale.ROOT);
            return Domains.ofAddress(plain).isPresent() ? List.of(plain) : List.of();
        }
        String text = joined(cell).replace('．', '.').replace('。', '.')
                .replaceAll("(?i)mailto:", " ")
                .replaceAll("[\\p{Cf}\\u00a0]", "")
                .replaceAll("[ \\t]*@[ \\t]*", "@")
                .replaceAll("(?<=[\\p{L}\\p{N}]),(?=(?:com|net|org|co|cn|de|fr|es|it|ru|br|example)(?![\\p{L}\\p{N}]))", ".");
        Set<String> found = new LinkedHashSet<>();
        for (String part : text.split("[\\s,;；，、|<>()\"“”（）]+|/(?=[^@/]*@)", -1)) {
            Matcher address = ADDRESS.matcher(LEADS.matcher(part).replaceFirst("").replaceAll("^[.:'’-]+|[.:'’-]+$", ""));
            if (address.find()) {
                String it = address.group().toLowerCase(Locale.ROOT).replaceAll("^[/'.]+|\\.+$", "");
                if (Domains.ofAddress(it).isPresent() && !it.contains("..")) {
                    found.add(it);
                }
            }
        }
        return List.copyOf(found);
    }

    /** With the sign itself where it is spelt out or full-width. */
    static String joined(String text) {
        return SPELT_POINT.matcher(SPELT.matcher(text).replaceAll("@")).replaceAll(".").replace('＠', '@');
    }

    /** Whether nobody reads what is sent there. */
    static boolean isMachine(String address) {
        return address.matches("(?:no-?reply|do-?not-?reply|donotreply|mailer-daemon|postmaster|bounces?|newsletter|notifications?)[^@]*@.*");
    }

    /** What is left of a cell without its addresses. */
    static String without(String cell) {
        List<String> kept = new ArrayList<>();
        for (String line : cell.split("\n", -1)) {
            kept.add(ADDRESS.matcher(line.replaceAll("(?i)mailto:", "")).replaceAll(" "));
        }
        return String.join("\n", kept);
    }

    /** How well the name before the at sign fits a person's: 0 for not at all. */
    static int fits(String address, String person) {
        String local = Names.folded(address.substring(0, address.indexOf('@'))).replace(" ", "");
        int best = 0;
        String[] words = Latin.of(person).split(" ", -1);
        for (String word : words) {
            if (word.length() >= 3 && local.contains(word)) {
                best = Math.max(best, word.length());
            }
        }
        if (best == 0 && words.length > 1 && local.length() >= 2) {
            StringBuilder initials = new StringBuilder();
            for (String word : words) {
                initials.append(word.isEmpty() ? "" : word.substring(0, 1));
            }
            best = local.equals(initials.toString()) ? 1 : 0;
        }
        return best;
    }
}

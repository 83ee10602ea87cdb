package org.genjin.daemon.fraud;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where money is to go, as a text says it: IBANs whose check digits are right, SWIFT codes and account numbers that are called
 * so. Pure; every pattern is bounded.
 */
public final class PaymentDetails {

    private static final int LONGEST = 200_000;
    private static final int FEWEST_DIGITS = 7;
    /** What stands before an account's number, with what is between. */
    private static final int LONGEST_LABEL = 60;
    private static final Pattern IBAN = Pattern.compile("(?<![A-Za-z0-9])([A-Z]{2}\\d{2}(?: ?[A-Z0-9]{2,4}){3,8}(?: ?[A-Z0-9]{1,3})?)(?![A-Za-z0-9])");
    private static final Pattern SWIFT = Pattern.compile(
            "(?i:swift|bic)(?i:[ /-]{0,3}(?:code|bic|swift|no\\.?|number))?[\\s:：.#№-]{0,6}([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)(?![A-Za-z0-9])");
    private static final Pattern ACCOUNT = Pattern.compile(
            "(?iu)(?:a/c|account|acct|cuenta|conta|compte|konto(?:nummer)?|kto|р/с|расч[её]тный сч[её]т|сч[её]т|رقم الحساب|حساب|账号|帳號|账户|帐号)"
                    + "(?:[ ]{0,2}(?:no|number|nr|num|n[°ºo]|№|corriente|corrente)\\.?){0,2}"
                    + "(?:[ ]?\\(?(?:usd|eur|gbp|cny|rmb|jpy)\\)?)?[\\s:：.#№-]{0,6}(\\d(?:[ -]?\\d){6,29})(?!\\d)");

    private PaymentDetails() {}

    /** Each detail as {@code iban:…}, {@code swift:…} or {@code account:…}, without blanks. */
    public static Set<String> in(String text) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        Set<String> details = new LinkedHashSet<>();
        // Few mails have any: whether there can be one is seen by much less than the patterns look at.
        if (mayHaveIban(bounded)) {
            Matcher iban = IBAN.matcher(bounded);
            while (iban.find()) {
                String plain = iban.group(1).replace(" ", "");
                if (isIban(plain)) {
                    details.add("iban:" + plain);
                }
            }
        }
        if (has(bounded, "swift") || has(bounded, "bic")) {
            Matcher swift = SWIFT.matcher(bounded);
            while (swift.find()) {
                details.add("swift:" + swift.group(1).toUpperCase(Locale.ROOT).substring(0, 8));
            }
        }
        accounts(bounded, details);
        return details;
    }

    /** Looks only around long numbers. */
    private static void accounts(String text, Set<String> details) {
        Matcher account = ACCOUNT.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!isDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int start = at;
            int digits = 0;
            while (at < text.length() && (isDigit(text.charAt(at)) || isJoint(text, at))) {
                digits += isDigit(text.charAt(at)) ? 1 : 0;
                at++;
            }
            if (digits >= FEWEST_DIGITS) {
                account.region(Math.max(0, start - LONGEST_LABEL), at);
                while (account.find()) {
                    details.add("account:" + account.group(1).replaceAll("\\D", ""));
                }
            }
        }
    }

    /** One blank or dash between two digits. */
    private static boolean isJoint(String text, int at) {
        char it = text.charAt(at);
        return (it == ' ' || it == '-') && at + 1 < text.length() && isDigit(text.charAt(at + 1)) && isDigit(text.charAt(at - 1));
    }

    private static boolean isDigit(char it) {
        return it >= '0' && it <= '9';
    }

    private static boolean isCapital(char it) {
        return it >= 'A' && it <= 'Z';
    }

    /** Whether two capitals and two digits stand somewhere in a row. */
    private static boolean mayHaveIban(String text) {
        for (int i = 2; i + 1 < text.length(); i++) {
            if (isDigit(text.charAt(i)) && isDigit(text.charAt(i + 1)) && isCapital(text.charAt(i - 1)) && isCapital(text.charAt(i - 2))) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(String text, String word) {
        char small = word.charAt(0);
        char great = Character.toUpperCase(small);
        for (int i = 0; i + word.length() <= text.length(); i++) {
            char it = text.charAt(i);
            if ((it == small || it == great) && text.regionMatches(true, i, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /** ISO 13616: the number made of it leaves 1 over when divided by 97. */
    static boolean isIban(String plain) {
        if (plain.length() < 15 || plain.length() > 34) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (plain.substring(4) + plain.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}

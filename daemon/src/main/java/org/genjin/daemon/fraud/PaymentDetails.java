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
        Matcher iban = IBAN.matcher(bounded);
        while (iban.find()) {
            String plain = iban.group(1).replace(" ", "");
            if (isIban(plain)) {
                details.add("iban:" + plain);
            }
        }
        Matcher swift = SWIFT.matcher(bounded);
        while (swift.find()) {
            details.add("swift:" + swift.group(1).toUpperCase(Locale.ROOT).substring(0, 8));
        }
        Matcher account = ACCOUNT.matcher(bounded);
        while (account.find()) {
            details.add("account:" + account.group(1).replaceAll("\\D", ""));
        }
        return details;
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

package org.genjin.daemon.ingest;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone numbers written with their country code. Thread-safe. */
final class Phones {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 12;
    private static final int MOST = 6;
    private static final Pattern DIALLED =
            Pattern.compile("(?<![\\d+.,])\\+?\\(?\\d(?:[ ()./\\u00a0-]{0,3}\\d){7,16}(?![\\d,])");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    /** {@code text} as E.164 if all of it is one number with a country code. */
    Optional<String> whole(String text) {
        String digits = text.replaceAll("[\\p{Cf}\\s\\u00a0\\u202f()\\-\\u2010-\\u2015./]", "");
        if (!digits.matches("\\+\\d{7,15}")) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = numbers.parse(digits, null);
            return numbers.isPossibleNumber(number) ? Optional.of(e164(number)) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty(); // no number: that is the answer
        }
    }

    /** The numbers with a country code in {@code text}, in E.164, in their order. */
    List<String> in(String text) {
        if (text.indexOf('+') < 0) {
            return List.of();
        }
        Set<String> found = new LinkedHashSet<>();
        for (PhoneNumberMatch match : numbers.findNumbers(text, null)) {
            found.add(e164(match.number()));
        }
        return List.copyOf(found);
    }

    /** Numbers written without a country code, as dialled within a country: digits only. */
    static List<String> dialled(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher number = DIALLED.matcher(text);
        while (number.find() && found.size() < MOST) {
            String digits = number.group().replaceAll("\\D", "");
            boolean abroad = number.group().startsWith("+") || digits.startsWith("00");
            if (!abroad && digits.length() >= SHORTEST && digits.length() <= LONGEST) {
                found.add(digits);
            }
        }
        return List.copyOf(found);
    }

    /** A number dialled within {@code country}, in E.164; empty if it cannot be one there. */
    Optional<String> in(String country, String dialled) {
        try {
            PhoneNumber number = numbers.parse(dialled, country);
            return numbers.isPossibleNumber(number) ? Optional.of(e164(number)) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** How a number is dialled within its own country: digits only, with and without what is dialled first there. */
    Set<String> dialledForms(String e164) {
        try {
            PhoneNumber number = numbers.parse(e164, null);
            Set<String> forms = new LinkedHashSet<>();
            forms.add(numbers.format(number, PhoneNumberFormat.NATIONAL).replaceAll("\\D", ""));
            forms.add(numbers.getNationalSignificantNumber(number));
            return forms;
        } catch (NumberParseException e) {
            return Set.of();
        }
    }

    /** ISO code of the country that the number belongs to; empty for numbers of no one country. */
    Optional<String> country(String e164) {
        try {
            String region = numbers.getRegionCodeForNumber(numbers.parse(e164, null));
            return region == null || region.equals("001") || region.equals("ZZ") ? Optional.empty() : Optional.of(region);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private String e164(PhoneNumber number) {
        return numbers.format(number, PhoneNumberFormat.E164);
    }
}

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

/** Telephone numbers written with their country code. Thread-safe. */
final class Phones {

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

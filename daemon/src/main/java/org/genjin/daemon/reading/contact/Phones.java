package org.genjin.daemon.reading.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds telephone numbers in a line and writes them in E.164. Pure; a line is walked through once. */
final class Phones {

    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_DIGITS = 40;
    private static final int LONGEST = 17;

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    /** Runs of digits with the signs between that numbers are written with, of seven digits or more. */
    static List<Written> runs(String line) {
        if (digits(line) < FEWEST_DIGITS) {
            return List.of();
        }
        List<Written> found = new ArrayList<>();
        int i = 0;
        while (i < line.length()) {
            if (!begins(line, i)) {
                i++;
                continue;
            }
            int start = i;
            int digits = 0;
            int end = i;
            while (i < line.length() && isPart(line, i)) {
                if (Character.isDigit(line.charAt(i))) {
                    digits++;
                    end = i + 1;
                }
                i++;
            }
            boolean word = end < line.length() && (Character.isLetter(line.charAt(end)) || line.charAt(end) == '@');
            if (digits >= FEWEST_DIGITS && digits <= MOST_DIGITS && !word) {
                found.add(new Written(start, end, line.substring(start, end)));
            }
            i = Math.max(i, start + 1);
        }
        return found;
    }

    private static boolean begins(String line, int at) {
        char it = line.charAt(at);
        boolean sign = (it == '+' || it == '(' || it == '＋') && at + 1 < line.length() && (Character.isDigit(line.charAt(at + 1))
                || line.charAt(at + 1) == '+' || line.charAt(at + 1) == ' ');
        if (!sign && !Character.isDigit(it)) {
            return false;
        }
        char before = at == 0 ? ' ' : line.charAt(at - 1);
        return !Character.isDigit(before) && before != '@' && (!Character.isLetter(before) || Character.isIdeographic(before)
                || it == '+' || at == 1 || !Character.isLetter(line.charAt(at - 2))) && before != '#';
    }

    private static boolean isPart(String line, int at) {
        char it = line.charAt(at);
        if (Character.isDigit(it)) {
            return true;
        }
        return switch (it) {
            case ' ', '\u00a0', '-', '–', '‑', '.', '(', ')', '+', '＋', '\u202f', '\u2009', '（', '）', '\u200e', '\u202a', '\u202c' -> true;
            // "04321 / 45 01 77"
            case '/' -> true;
            default -> false;
        };
    }

    /**
     * The numbers in a run: one, or several with a stroke between.
     *
     * @param regions where the number may be, in order; what is valid there counts
     */
    List<String> e164(String run, List<String> regions) {
        String text = latin(run);
        Optional<String> whole = one(text, regions);
        if (whole.isPresent() || text.indexOf('/') < 0) {
            return whole.stream().toList();
        }
        List<String> several = new ArrayList<>();
        String before = "";
        for (String part : text.split("/", -1)) {
            String own = part.strip();
            Optional<String> number = one(own, regions);
            // "+86 755 2788 6612/6613"
            if (number.isEmpty() && own.length() < before.length() && digits(own) >= 2 && digits(own) <= 5) {
                continue;
            }
            number.ifPresent(several::add);
            before = own;
        }
        return several;
    }

    /** The country that a number with its international prefix is of; empty if it has none. */
    Optional<String> region(String run) {
        return !isInternational(run) ? Optional.empty() : parse(latin(run).strip(), "ZZ").map(numbers::getRegionCodeForNumber);
    }

    /** Whether a number is written with its country's prefix. */
    static boolean isInternational(String run) {
        return run.startsWith("+") || run.startsWith("00") || run.startsWith("(+") || run.startsWith("＋");
    }

    private Optional<String> one(String text, List<String> regions) {
        int digits = digits(text);
        if (digits < FEWEST_DIGITS || digits > LONGEST) {
            return Optional.empty();
        }
        if (isInternational(text)) {
            return parse(text, "ZZ").filter(it -> numbers.isPossibleNumber(it)).map(this::format);
        }
        for (String region : regions) {
            Optional<PhoneNumber> number = parse(text, region).filter(it -> numbers.isValidNumberForRegion(it, region));
            if (number.isPresent()) {
                return number.map(this::format);
            }
        }
        // "86 755 2788 6612": the prefix without its sign.
        for (String region : regions) {
            int code = numbers.getCountryCodeForRegion(region);
            if (code > 0 && text.replaceAll("\\D", "").startsWith(String.valueOf(code))) {
                Optional<PhoneNumber> number = parse("+" + text.replaceAll("\\D", ""), "ZZ").filter(numbers::isValidNumber);
                if (number.isPresent()) {
                    return number.map(this::format);
                }
            }
        }
        return Optional.empty();
    }

    private String format(PhoneNumber number) {
        return numbers.format(number, PhoneNumberFormat.E164);
    }

    private Optional<PhoneNumber> parse(String text, String region) {
        String number = text.startsWith("00") ? "+" + text.substring(2) : text.startsWith("(+") ? text.substring(1).replaceFirst("\\)", " ") : text;
        try {
            return Optional.of(numbers.parse(number.replace("(0)", ""), region));
        } catch (NumberParseException e) {
            // No number of that country: a postcode, a date, a number of a register.
            return Optional.empty();
        }
    }

    private static int digits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits;
    }

    private static String latin(String run) {
        StringBuilder text = new StringBuilder(run.length());
        for (int i = 0; i < run.length(); i++) {
            char it = run.charAt(i);
            if (Character.isDigit(it)) {
                text.append((char) ('0' + Character.digit(it, 10)));
            } else if (it == '＋') {
                text.append('+');
            } else if (it == '（') {
                text.append('(');
            } else if (it == '）') {
                text.append(')');
            } else if (it != '\u200e' && it != '\u202a' && it != '\u202c') {
                text.append(it);
            }
        }
        return text.toString();
    }
}

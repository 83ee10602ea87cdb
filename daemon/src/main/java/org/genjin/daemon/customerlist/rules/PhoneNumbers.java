package org.genjin.daemon.customerlist.rules;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customerlist.file.Cell;
import org.jspecify.annotations.Nullable;

/** Telephone numbers as people write them into lists, in E.164. Thread-safe. */
final class PhoneNumbers {

    /** What is left of a long number once a spreadsheet has shown it: {@code 4.9171E+11}. */
    private static final Pattern SCIENTIFIC = Pattern.compile("([+-]?\\d(?:[.,]\\d+)?)[eE]\\+?(\\d{1,2})");
    /** What a column shows that is too narrow for a number. */
    private static final Pattern HIDDEN = Pattern.compile("#{3,}");
    /** A number that some program took for one to calculate with: {@code 5035550111.0}. */
    private static final Pattern DECIMAL = Pattern.compile("^\\s*(\\+?\\d{7,15})[.,]0{1,2}\\s*$");
    private static final Pattern TYPED_FORMULA = Pattern.compile("[+\\-\\d\\s()./]{7,40}");
    private static final Pattern RUN = Pattern.compile("\\+?[\\d(][\\d\\s()./\\-]{4,40}\\d");
    private static final Pattern HANDLE = Pattern.compile("(?i)whats\\s?app[-:_ ]*\\+?(\\d{1,3})-(\\d{6,12})(?!\\d)");
    /** Numbers with a letter before each: among these an F is a fax. */
    private static final Pattern LETTERED = Pattern.compile("(?iu)(?<!\\p{L})(?:t|tel|tél|m|mob|p|ph|d|т|тел|м)\\s*[.:]?\\s*\\+?[\\d(]");
    private static final Pattern FAX_LETTER = Pattern.compile("(?iu)[\\s/|,;•–-]*[fф]\\s*[.:]?\\s*");
    private static final Pattern LEADS = Pattern.compile("(?<=[\\d)\\s/|,;•–-])(\\p{L}+\\.?:?)\\s*$");
    /** Nothing else looks like that: people abroad have such a number beside their own, and leave the code away. */
    private static final Pattern CHINESE_MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern TRUNK = Pattern.compile("\\(\\s*0\\s*\\)");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    /** A number written in a cell, and what stands with it, such as the name of whose it is. */
    record Written(String digits, String beside) {}

    /** What was in a cell: the numbers, and the texts of those whose digits are lost. */
    record Found(List<Written> numbers, List<String> lost) {}

    /** The numbers in a cell, not yet as E.164: for that one has to know the country. */
    Found in(Cell cell) {
        BigDecimal number = cell.number();
        String formula = cell.formula();
        if (!formula.isEmpty() && TYPED_FORMULA.matcher(formula).matches() && digits(formula).length() > 6) {
            return in(formula.startsWith("+") || !formula.startsWith("-") ? formula : formula.substring(1));
        }
        if (number != null) {
            return in(number.signum() < 0 ? "" : cell.text());
        }
        return in(cell.text());
    }

    Found in(String cell) {
        List<Written> found = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        if (HIDDEN.matcher(cell.strip()).matches()) {
            return new Found(List.of(), List.of(cell.strip()));
        }
        String text = HANDLE.matcher(DECIMAL.matcher(plain(cell)).replaceFirst("$1")).replaceAll("+$1 $2");
        boolean lettered = LETTERED.matcher(text).find();
        for (String piece : pieces(text)) {
            Matcher scientific = SCIENTIFIC.matcher(piece.strip());
            if (scientific.matches()) {
                Optional<String> whole = whole(scientific);
                whole.ifPresent(it -> found.add(new Written(it, "")));
                if (whole.isEmpty()) {
                    lost.add(piece.strip());
                }
                continue;
            }
            String cut = withoutExtension(piece);
            Matcher run = RUN.matcher(cut);
            int end = 0;
            while (run.find()) {
                String before = cut.substring(end, run.start());
                end = run.end();
                String digits = run.group();
                boolean fax = names("faxword", before) || lettered && FAX_LETTER.matcher(before).matches();
                if (!fax && !names("chatword", before) && digits(digits).length() >= 6) {
                    String beside = (before + " " + cut.substring(run.end())).strip();
                    found.add(new Written(digits.strip(), beside));
                }
            }
        }
        return new Found(found, lost);
    }

    /** Nothing is lost where all digits that the exponent asks for are there. */
    private static Optional<String> whole(Matcher scientific) {
        String mantissa = scientific.group(1).replace(',', '.');
        int decimals = mantissa.indexOf('.') < 0 ? 0 : mantissa.length() - mantissa.indexOf('.') - 1;
        return decimals == Integer.parseInt(scientific.group(2))
                ? Optional.of(mantissa.replace(".", ""))
                : Optional.empty();
    }

    /** @param region ISO code of the country that a number without one belongs to; null if not known */
    Optional<String> e164(String written, @Nullable String region) {
        String digits = digits(written);
        boolean international = written.strip().startsWith("+");
        String dialled = TRUNK.matcher(written).replaceAll(" ");
        String plain = dialled;
        if (digits.startsWith("00") && digits.length() > 9 && !international) {
            plain = "+" + digits(plain).substring(2);
            international = true;
        } else if (digits.startsWith("011") && digits.length() > 12 && ("US".equals(region) || "CA".equals(region))) {
            plain = "+" + digits.substring(3);
            international = true;
        }
        if (international) {
            return parse(plain.startsWith("+") ? plain : plain.strip(), null, false).or(() -> parse("+" + digits, null, false));
        }
        if (region != null) {
            String code = String.valueOf(numbers.getCountryCodeForRegion(region));
            if (digits.length() > 9 && digits.startsWith(code) && parse("+" + digits, null, true).isPresent()) {
                return parse("+" + digits, null, true); // the plus is gone, as a spreadsheet leaves it
            }
            Optional<String> national = parse(dialled, region, true).or(() -> withZero(dialled, region));
            Optional<String> bare = national.isPresent() ? national : parse("+" + digits, null, true);
            Optional<String> own = bare.isPresent() ? bare : bareOf(digits, region);
            Optional<String> chinese = own.isPresent() || !CHINESE_MOBILE.matcher(digits).matches() ? own : parse(digits, "CN", true);
            return chinese.isPresent() ? chinese : parse(plain, region, false);
        }
        return digits.length() >= 10 && !digits.startsWith("0") ? parse("+" + digits, null, true) : Optional.empty();
    }

    /** Digits that begin with the country's own code, in a range that is not assigned. */
    private Optional<String> bareOf(String digits, String region) {
        String code = String.valueOf(numbers.getCountryCodeForRegion(region));
        return digits.length() > 9 && digits.startsWith(code) ? parse("+" + digits, null, false) : Optional.empty();
    }

    /** A spreadsheet takes the leading zero of a number away. */
    private Optional<String> withZero(String written, String region) {
        return written.startsWith("0") ? Optional.empty() : parse("0" + digits(written), region, true);
    }

    private Optional<String> parse(String written, @Nullable String region, boolean valid) {
        try {
            PhoneNumber number = numbers.parse(written, region);
            number.clearExtension();
            boolean good = valid ? numbers.isValidNumber(number) : numbers.isPossibleNumber(number);
            String e164 = numbers.format(number, PhoneNumberFormat.E164);
            return good && e164.length() >= 8 ? Optional.of(e164) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty(); // no number: that is the answer
        }
    }

    /** The country whose number it is; empty for +1 and +7, which several have, and for numbers of no one country. */
    Optional<String> country(String e164) {
        if (e164.startsWith("+1") || e164.startsWith("+7")) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = numbers.parse(e164, null);
            String region = numbers.getRegionCodeForNumber(number);
            String main = region == null ? numbers.getRegionCodeForCountryCode(number.getCountryCode()) : region;
            return main.equals("001") || main.equals("ZZ") ? Optional.empty() : Optional.of(main);
        } catch (NumberParseException e) {
            return Optional.empty(); // no number: that is the answer
        }
    }

    /** A slash, comma or "or" parts two numbers only where both sides are long enough to be one. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (String line : text.split("[\\n;；|、]|(?<=[\\d)\\s])\\s+(?:ou|or|und|oder|o|y|e|и|или|или|و|أو|或|和)\\s+(?=[+(\\d])")) {
            StringBuilder open = new StringBuilder();
            for (String part : line.split("(?<=[/,，])|(?=\\s[-–]\\s)|(?<=\\s[-–]\\s)|(?=\\+)", -1)) {
                boolean starts = part.strip().startsWith("+") || digits(part).length() >= 7;
                if (starts && digits(open.toString()).length() >= 7) {
                    Matcher led = LEADS.matcher(open);
                    int end = led.find() && isLabel(led.group(1)) ? led.start() : open.length();
                    pieces.add(open.substring(0, end).replaceAll("[\\s/,，–-]+$", ""));
                    open = new StringBuilder(open.substring(end));
                }
                open.append(part);
            }
            pieces.add(open.toString().replaceAll("[\\s/,，–-]+$", ""));
        }
        return pieces.stream().map(it -> it.replaceAll("^[\\s/,，–-]+", "")).filter(it -> !it.isBlank()).toList();
    }

    /** {@code Fax}, {@code F}, {@code Mobile:}: says what the number behind it is, not what the one before it was. */
    private static boolean isLabel(String word) {
        boolean letter = word.codePointCount(0, word.length()) == 1 && !Character.isIdeographic(word.codePointAt(0));
        return word.endsWith(":") || letter || List.of("faxword", "chatword", "numberword").stream().anyMatch(it -> WordLists.is(it, word));
    }

    private static String withoutExtension(String piece) {
        Matcher extension = Extension.PATTERN.matcher(piece);
        return extension.find() ? piece.substring(0, extension.start(1)) : piece;
    }

    /** {@code ext. 12}, {@code 转 12}, {@code доб. 12} behind a number. */
    private static final class Extension {
        static final Pattern PATTERN = Pattern.compile("(?iu)\\d[\\s,;(]*((?:#|ext(?:n|ension)?|x|доб|dw|durchwahl|转|轉|分机|分機|int|interno|poste|ramal|anexo"
                + "|تحويلة|dahili|wew|toestel|内線|내선)\\.?:?\\s*\\d{1,6}\\)?\\s*$)");
    }

    private static boolean names(String key, String text) {
        String folded = " " + Names.folded(text) + " ";
        return WordLists.of(key).stream().anyMatch(it ->
                it.charAt(0) > 0x2E80 ? folded.contains(it) : folded.contains(" " + it + " "));
    }

    /** Full-width and Eastern digits and signs as ASCII. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            int digit = Character.isDigit(point) ? Character.digit(point, 10) : -1;
            switch (point) {
                case '＋' -> plain.append('+');
                case '（' -> plain.append('(');
                case '）' -> plain.append(')');
                case '\u00a0', '\u202f', '\u2009', '\u2007', '\u3000', '\t' -> plain.append(' ');
                case '\u2010', '\u2011', '\u2012', '－', '\u2212' -> plain.append('-');
                case '／' -> plain.append('/');
                case '·' -> plain.append(' ');
                case '\'', '’', '`' -> {}
                default -> {
                    if (digit >= 0) {
                        plain.append((char) ('0' + digit));
                    } else if (Character.getType(point) != Character.FORMAT) {
                        plain.appendCodePoint(point);
                    }
                }
            }
        });
        return plain.toString();
    }

    static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}

package org.genjin.daemon.crm;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.genjin.daemon.crm.Dialect.Column;
import org.genjin.daemon.words.Text;

/** Writes lines as a dialect wants them. Pure. */
final class Shaping {

    private static final DateTimeFormatter US_DAY = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);

    private final Dialect dialect;

    Shaping(Dialect dialect) {
        this.dialect = dialect;
    }

    List<String> head(Part part) {
        return columns(part).stream().map(Column::header).toList();
    }

    List<String> cells(Part part, Line line) {
        return columns(part).stream().map(it -> cell(it, line)).toList();
    }

    private List<Column> columns(Part part) {
        Dialect.Sheet sheet = dialect.sheets().get(part);
        return sheet == null ? List.of() : sheet.columns();
    }

    private String cell(Column column, Line line) {
        if (column.field().isEmpty()) {
            return column.text();
        }
        List<String> values = line.of(column.field().get());
        if (values.isEmpty() && column.or().isPresent()) {
            values = line.of(column.or().get());
        }
        String joined = values.stream().map(it -> allowed(shaped(column, it))).collect(Collectors.joining(column.join()));
        return Text.fit(joined, column.most());
    }

    private String shaped(Column column, String value) {
        if (!column.map().isEmpty()) {
            return dialect.values().getOrDefault(column.map(), Map.of()).getOrDefault(value, column.field().filter(Field::isOpen).isPresent() ? value : "");
        }
        return switch (column.as()) {
            case PLAIN -> value;
            case ENGLISH -> Locale.of("", value).getDisplayCountry(Locale.ENGLISH);
            case CHINESE -> Locale.of("", value).getDisplayCountry(Locale.SIMPLIFIED_CHINESE);
            case LINK -> "https://" + value;
            case US_DAY -> US_DAY.format(LocalDate.parse(value.substring(0, 10)));
            case DAY -> value.substring(0, 10);
            case MOMENT -> value.replace('T', ' ');
            case CALLING, NATIONAL, REGION -> telephone(column.as(), value);
        };
    }

    private static String telephone(Dialect.Shape as, String e164) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(e164, null);
            return switch (as) {
                case CALLING -> "+" + number.getCountryCode();
                case REGION -> Objects.requireNonNullElse(numbers.getRegionCodeForNumber(number), "");
                default -> numbers.getNationalSignificantNumber(number);
            };
        } catch (NumberParseException e) {
            return as == Dialect.Shape.NATIONAL ? e164 : ""; // no number as the world counts them: as it is
        }
    }

    private String allowed(String value) {
        if (dialect.forbidden().isEmpty()) {
            return value;
        }
        StringBuilder allowed = new StringBuilder(value.length());
        value.codePoints().forEach(it -> allowed.appendCodePoint(dialect.forbidden().indexOf(it) >= 0 ? ' ' : it));
        return allowed.toString();
    }
}

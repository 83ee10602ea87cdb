package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.customerlist.file.Sheet.Row;
import org.genjin.daemon.words.Text;

/** What the cells of a column look like, by the first hundreds of them. Immutable. */
final class Contents {

    private static final int LOOKED_AT = 300;
    /** A day with its year, which has the digits of a short number. */
    private static final Pattern DAY = Pattern.compile("\\s*(?:\\d{1,2}[./-]\\d{1,2}[./-]\\d{4}|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2})\\s*");

    private final List<Cell> cells = new ArrayList<>();
    private final CountryWords countries;
    private final PhoneNumbers phones;

    Contents(Table table, int column, CountryWords countries, PhoneNumbers phones) {
        this.countries = countries;
        this.phones = phones;
        for (Row row : table.body()) {
            Cell cell = row.cell(column);
            if (!cell.isEmpty() && cells.size() < LOOKED_AT && row.filled() > 1) {
                cells.add(cell);
            }
        }
    }

    int count() {
        return cells.size();
    }

    List<String> texts() {
        return cells.stream().map(Cell::text).toList();
    }

    double emails() {
        return share(it -> !MailAddresses.in(it.text()).isEmpty());
    }

    /** Several lines with words of their own beside those that tell how to reach somebody. */
    double cards() {
        return share(it -> {
            String[] lines = it.text().strip().split("\\s*\\n\\s*", -1);
            long reaching = Arrays.stream(lines).filter(line -> !MailAddresses.in(line).isEmpty() || PhoneNumbers.digits(line).length() >= 7).count();
            long words = Arrays.stream(lines)
                    .filter(line -> line.length() < 60 && line.chars().noneMatch(Character::isDigit) && line.indexOf('@') < 0 && line.chars().anyMatch(Character::isLetter))
                    .count();
            return lines.length > 2 && reaching > 0 && words > 0;
        });
    }

    double onlyEmails() {
        return share(it -> !MailAddresses.in(it.text()).isEmpty() && MailAddresses.without(it.text()).replaceAll("[\\p{P}\\s\\p{S}]", "").length() < 4);
    }

    double phones() {
        return share(it -> it.date() == null && !DAY.matcher(it.text()).matches() && phones.in(it).numbers().stream().anyMatch(number -> {
            int digits = PhoneNumbers.digits(number.digits()).length();
            return digits >= 8 && digits <= 15;
        }));
    }

    /** With a plus or two zeros: nothing else looks like that. */
    double international() {
        return share(it -> phones.in(it).numbers().stream().anyMatch(number -> number.digits().startsWith("+") || number.digits().startsWith("00")));
    }

    double countries() {
        return share(it -> it.text().length() < 40 && (countries.named(it.text()).isPresent() || it.text().matches("[A-Z]{2}|\\p{So}{2}.*")
                && countries.stated(it.text(), false).isPresent()));
    }

    double dates() {
        return share(it -> DateWords.read(it, DateWords.Order.DAY_FIRST, OptionalInt.of(2000)) instanceof DateWords.Read.Day);
    }

    double grades(Legend legend) {
        GradeScale scale = GradeScale.of(texts(), "", legend);
        return share(it -> it.text().length() < 30 && scale.grade(it.text()).isPresent());
    }

    double letters() {
        return share(it -> GradeScale.letter(it.text()).isPresent() || it.text().matches("[★☆⭐]{1,5}"));
    }

    double yesNo() {
        return share(it -> WordLists.is("yesno", it.text()));
    }

    double legalForms() {
        return share(it -> CompanyNames.hasLegalForm(it.text()));
    }

    double links() {
        return share(it -> it.text().strip().matches("(?i)(https?://\\S+|www\\.\\S+|[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,8}(/\\S*)?)"));
    }

    double words() {
        return share(it -> it.number() == null && it.text().chars().filter(Character::isLetter).count() > 2);
    }

    double averageLength() {
        return cells.stream().mapToInt(it -> Text.columns(it.text())).average().orElse(0);
    }

    double different() {
        Set<String> different = new HashSet<>();
        cells.forEach(it -> different.add(it.text()));
        return cells.isEmpty() ? 0 : different.size() / (double) cells.size();
    }

    /** Whether nothing but words such as high, middle and low stands here, and at least two of them. */
    boolean isScale() {
        Set<Grade> said = new HashSet<>();
        cells.forEach(it -> GradeScale.word(it.text()).ifPresent(said::add));
        return said.size() > 1 && share(it -> GradeScale.word(it.text()).isPresent()) > 0.9;
    }

    /** Whether the same few words come again and again. */
    boolean isFew() {
        return cells.size() > 1 && different() * cells.size() <= Math.max(5, cells.size() * 0.1);
    }

    private double share(java.util.function.Predicate<Cell> test) {
        return cells.isEmpty() ? 0 : cells.stream().filter(test).count() / (double) cells.size();
    }
}

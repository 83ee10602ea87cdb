package org.genjin.daemon.crm;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How one system wants its files: which columns under which headers, which words for values, which limits. From a file in
 * {@code resources/crm}. Immutable.
 *
 * @param name the file's, and what {@code export} is called with
 * @param title as people call the system
 * @param why on what {@code verified} rests, one sentence in English
 * @param remarks keys of sentences for the reader of the export
 * @param forbidden characters that the system takes in no value: a blank stands for each
 * @param rows that a file may have below its header
 * @param values name of a map → our code → the system's word
 */
public record Dialect(
        String name,
        String title,
        Verified verified,
        String why,
        List<String> remarks,
        Form form,
        Layout layout,
        String forbidden,
        int rows,
        Map<String, Map<String, String>> values,
        Map<Part, Sheet> sheets) {

    public Dialect {
        remarks = List.copyOf(remarks);
        Map<String, Map<String, String>> maps = new HashMap<>();
        values.forEach((key, map) -> maps.put(key, Map.copyOf(map)));
        values = Map.copyOf(maps);
        sheets = new EnumMap<>(sheets);
    }

    /** How far the dialect was held against the system itself. */
    public enum Verified {
        YES,
        PARTLY,
        NO;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What kind of files. */
    public enum Form {
        CSV,
        XLSX,
        VCARD3,
        VCARD4;

        String ending() {
            return switch (this) {
                case CSV -> ".csv";
                case XLSX -> ".xlsx";
                case VCARD3, VCARD4 -> ".vcf";
            };
        }
    }

    /**
     * How a text file is laid out.
     *
     * @param mark whether it begins with a mark that says it is UTF-8
     */
    record Layout(boolean mark, char separator, String lineEnd, boolean quoteAll) {

        static final Layout USUAL = new Layout(true, ',', "\r\n", false);
    }

    /**
     * One table.
     *
     * @param click where in the system it is taken in, in the system's own words; "" if nowhere
     * @param lonely whether a customer without a contact has a line among the contacts
     */
    record Sheet(String click, boolean lonely, List<Column> columns) {

        Sheet {
            columns = List.copyOf(columns);
        }
    }

    /**
     * One column.
     *
     * @param field what it holds; empty: {@code text} in each line
     * @param as how the value is written
     * @param map the name of the map that gives the system's words; "" for none
     * @param or what stands there where the field says nothing
     * @param join between several values
     * @param most how many characters it takes
     */
    record Column(
            String header, Optional<Field> field, String text, Shape as, String map, Optional<Field> or, String join, int most) {}

    /** How a value is written. */
    enum Shape {
        PLAIN,
        /** A country's name in English, in Chinese. */
        ENGLISH,
        CHINESE,
        /** {@code https://} before a domain. */
        LINK,
        /** 11/26/2026. */
        US_DAY,
        /** The day alone of a moment, 2026-11-26. */
        DAY,
        /** 2026-11-26 09:30:00. */
        MOMENT,
        /** Of a telephone number the country's code, +86. */
        CALLING,
        /** Of a telephone number what follows the country's code. */
        NATIONAL,
        /** Of a telephone number the country, CN. */
        REGION;

        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Shape> of(String id) {
            return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
        }
    }

    /** Whether any of its files says this of a customer, contact, deal, note or task. */
    boolean carries(Field field) {
        if (form == Form.VCARD3 || form == Form.VCARD4) {
            return Vcard.CARRIED.contains(field);
        }
        return sheets.entrySet().stream()
                .filter(it -> it.getKey() == field.part() || field.part() == Part.COMPANIES && it.getKey() == Part.CONTACTS)
                .flatMap(it -> it.getValue().columns().stream())
                .anyMatch(it -> it.field().filter(field.alike()::contains).isPresent());
    }
}

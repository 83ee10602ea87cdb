package org.genjin.daemon.customerlist.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.genjin.daemon.customerlist.file.Sheet.Row;

/** Address cards as a table, one row a card. */
final class VcardReader {

    private static final List<String> HEADER = List.of(
            "Full Name", "First Name", "Last Name", "Name Prefix", "Nickname", "Organization", "Job Title", "E-mail", "Phone",
            "Fax", "Address", "City", "Country", "Website", "Labels", "Notes");
    /** What our own cards have besides. */
    private static final List<String> OURS = List.of("Grade", "Stage", "Customer Type", "Source");

    private VcardReader() {}

    static List<Sheet> read(String text, String name) throws ListRefused {
        List<Row> rows = new ArrayList<>();
        boolean ours = text.contains("X-GENJIN-");
        List<String> header = Stream.concat(HEADER.stream(), (ours ? OURS : List.<String>of()).stream()).toList();
        rows.add(new Row(1, false, header.stream().map(Cell::of).toList()));
        List<VcardLines.Line> card = new ArrayList<>();
        for (VcardLines.Line line : VcardLines.of(text)) {
            if (line.name().equals("BEGIN")) {
                card.clear();
            } else if (line.name().equals("END")) {
                rows.add(new Row(rows.size() + 1, false, row(card, header)));
            } else {
                card.add(line);
            }
            if (rows.size() > ListReader.MOST_ROWS) {
                throw ListReader.tooMany(name);
            }
        }
        return List.of(new Sheet(CsvReader.plainName(name), false, rows, List.of()));
    }

    private static List<Cell> row(List<VcardLines.Line> card, List<String> header) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        boolean firm = false;
        for (VcardLines.Line it : card) {
            switch (it.name()) {
                case "FN" -> put(values, "Full Name", it.text());
                case "N" -> name(values, it.parts(';'));
                case "NICKNAME" -> put(values, "Nickname", it.text());
                case "ORG" -> put(values, "Organization", it.parts(';').getFirst());
                case "TITLE", "ROLE" -> put(values, "Job Title", it.text());
                case "EMAIL" -> put(values, "E-mail", it.text());
                case "TEL" -> put(values, it.has("FAX") ? "Fax" : "Phone", telephone(it));
                case "ADR" -> address(values, it.parts(';'));
                case "URL" -> put(values, "Website", it.text());
                case "CATEGORIES" -> it.parts(',').forEach(label -> put(values, "Labels", label));
                case "X-GENJIN-GRADE" -> put(values, "Grade", it.text());
                case "X-GENJIN-STAGE" -> put(values, "Stage", it.text());
                case "X-GENJIN-TYPE" -> put(values, "Customer Type", it.text());
                case "X-GENJIN-SOURCE" -> put(values, "Source", it.text());
                case "NOTE" -> put(values, "Notes", it.text());
                case "KIND", "X-ABSHOWAS" -> firm |= it.value().toLowerCase(Locale.ROOT).matches("org|company");
                default -> {}
            }
        }
        String full = first(values, "Full Name");
        String company = first(values, "Organization");
        if (firm || !company.isEmpty() && full.equalsIgnoreCase(company)) {
            values.remove("Full Name");
            values.remove("First Name");
            values.remove("Last Name");
            values.putIfAbsent("Organization", new ArrayList<>(List.of(full)));
        } else if (!full.isEmpty()) {
            values.remove("First Name");
            values.remove("Last Name");
        }
        return header.stream().map(it -> Cell.of(String.join("\n", values.getOrDefault(it, List.of())))).toList();
    }

    private static void name(Map<String, List<String>> values, List<String> parts) {
        put(values, "Last Name", parts.getFirst());
        put(values, "First Name", parts.size() > 1 ? parts.get(1) : "");
        put(values, "Name Prefix", parts.size() > 3 ? parts.get(3) : "");
    }

    /** Post office box, extended, street, city, region, code, country. */
    private static void address(Map<String, List<String>> values, List<String> parts) {
        put(values, "Address", parts.size() > 2 ? parts.get(2) : "");
        put(values, "City", parts.size() > 3 ? parts.get(3) : "");
        put(values, "Country", parts.size() > 6 ? parts.get(6) : "");
    }

    private static String telephone(VcardLines.Line line) {
        String number = line.text().replaceFirst("(?i)^tel:", "").replaceFirst("(?i);ext=.*$", "");
        for (String it : line.parameters()) {
            if (it.startsWith("WAID=") && !number.startsWith("+")) {
                return "+" + it.substring("WAID=".length());
            }
        }
        return number;
    }

    private static void put(Map<String, List<String>> values, String column, String value) {
        if (!value.isBlank()) {
            values.computeIfAbsent(column, _ -> new ArrayList<>()).add(value);
        }
    }

    private static String first(Map<String, List<String>> values, String column) {
        return values.getOrDefault(column, List.of("")).getFirst();
    }
}

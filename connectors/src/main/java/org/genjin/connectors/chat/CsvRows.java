package org.genjin.connectors.chat;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rows of a comma-separated file (RFC 4180), by name where it has a head. Rows of another length than the head are
 * read as far as they go; one that is damaged ends the reading.
 */
final class CsvRows {

    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private boolean complete = true;

    private CsvRows() {}

    /** One row. */
    final class Row {
        private final long line;
        private final List<String> values;

        private Row(long line, List<String> values) {
            this.line = line;
            this.values = values;
        }

        /** Where it begins in the file, from 1. */
        long line() {
            return line;
        }

        List<String> values() {
            return values;
        }

        /** "" if there is no such column or the row ends before it. */
        String get(String column) {
            Integer at = columns.get(column.toLowerCase(Locale.ROOT));
            return at == null || at >= values.size() ? "" : values.get(at);
        }
    }

    /** @param head whether the first row names the columns */
    static CsvRows read(String text, boolean head) throws IOException {
        CsvRows read = new CsvRows();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .maxBufferSize(32 * 1024 * 1024)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(true)
                .ofCsvRecord(text)) {
            for (CsvRecord it : reader) {
                read.row(it, head);
            }
        } catch (CsvParseException | UncheckedIOException e) {
            read.complete = false;
        }
        return read;
    }

    private void row(CsvRecord it, boolean head) {
        if (head && columns.isEmpty()) {
            for (int i = 0; i < it.getFieldCount(); i++) {
                columns.putIfAbsent(ChatText.visible(it.getField(i)).strip().toLowerCase(Locale.ROOT), i);
            }
        } else {
            rows.add(new Row(it.getStartingLineNumber(), it.getFields()));
        }
    }

    List<Row> rows() {
        return rows;
    }

    boolean has(String column) {
        return columns.containsKey(column.toLowerCase(Locale.ROOT));
    }

    /** How many columns the head names. */
    int width() {
        return columns.size();
    }

    /** Whether all rows could be read. */
    boolean complete() {
        return complete;
    }
}

package org.genjin.daemon.workbook;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.genjin.daemon.words.HarmlessCell;

/** One header, one row a line, all text: as CSV (UTF-8 with a mark, as Excel wants it) or as a workbook of one sheet. */
public final class FlatTable {

    private FlatTable() {}

    /** @param file ending in .xlsx, else CSV is written */
    public static void write(Path file, String sheet, List<String> head, Iterable<List<String>> rows) throws IOException {
        if (isWorkbook(file)) {
            workbook(file, sheet, head, rows);
        } else {
            try (OutputStream out = Files.newOutputStream(file)) {
                csv(out, head, rows);
            }
        }
    }

    static boolean isWorkbook(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    /** Closes {@code out}. */
    static void csv(OutputStream out, List<String> head, Iterable<List<String>> rows) throws IOException {
        try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            writer.write('\ufeff');
            try (CsvWriter csv = CsvWriter.builder().build(writer)) {
                csv.writeRecord(head);
                for (List<String> row : rows) {
                    csv.writeRecord(row.stream().map(HarmlessCell::of).toList());
                }
            }
        }
    }

    private static void workbook(Path file, String name, List<String> head, Iterable<List<String>> rows) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(200);
                var out = Files.newOutputStream(file)) {
            workbook.setZip64Mode(Zip64Mode.AsNeeded); // not every program reads the long form
            Cells cells = new Cells(workbook);
            Sheet sheet = workbook.createSheet(name);
            int line = 0;
            row(sheet.createRow(line++), head, cells, Look.HEAD);
            for (List<String> row : rows) {
                row(sheet.createRow(line++), row, cells, Look.PLAIN);
            }
            sheet.createFreezePane(0, 1);
            workbook.write(out);
        }
    }

    private static void row(Row row, List<String> values, Cells cells, Look look) {
        for (int i = 0; i < values.size(); i++) {
            cells.text(row, i, values.get(i), look);
        }
    }
}

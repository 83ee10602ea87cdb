package org.genjin.daemon.customerlist.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.genjin.daemon.customerlist.file.Sheet.Merge;
import org.genjin.daemon.customerlist.file.Sheet.Row;

/** Workbooks of Excel 97 to 2003. A newer workbook with a password looks the same from outside and is told here too. */
final class XlsReader {

    private XlsReader() {}

    static List<Sheet> read(byte[] bytes, String name) throws IOException, ListRefused {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            if (files.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new ListRefused(locked(name));
            }
            if (!files.getRoot().hasEntryCaseInsensitive("Workbook") && !files.getRoot().hasEntryCaseInsensitive("Book")) {
                throw new ListRefused(name + " is no list of customers but another kind of Office file.");
            }
            try (HSSFWorkbook book = new HSSFWorkbook(files)) {
                return sheets(book, name);
            }
        } catch (EncryptedDocumentException e) {
            throw new ListRefused(locked(name), e);
        } catch (OldExcelFormatException e) {
            throw new ListRefused(name + " is of an Excel older than 1997; save it as .xlsx and try again.", e);
        } catch (IOException | RuntimeException e) { // POI throws whatever a damaged file makes it trip over
            throw Xml.broken(name, e);
        }
    }

    private static String locked(String name) {
        return name + " is protected with a password; save it without one and try again.";
    }

    private static List<Sheet> sheets(HSSFWorkbook book, String name) throws ListRefused {
        List<Sheet> sheets = new ArrayList<>();
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            HSSFSheet sheet = book.getSheetAt(i);
            boolean hidden = book.getSheetVisibility(i) != SheetVisibility.VISIBLE;
            List<Row> rows = new ArrayList<>();
            if (!hidden) {
                for (org.apache.poi.ss.usermodel.Row row : sheet) {
                    Row read = row((HSSFRow) row);
                    if (read.cells().stream().anyMatch(it -> !it.isEmpty() || !it.comment().isEmpty())) {
                        rows.add(read);
                    }
                    if (rows.size() > ListReader.MOST_ROWS) {
                        throw ListReader.tooMany(name);
                    }
                }
            }
            List<Merge> merges = sheet.getMergedRegions().stream()
                    .map(it -> new Merge(it.getFirstRow() + 1, it.getLastRow() + 1, it.getFirstColumn(), it.getLastColumn()))
                    .toList();
            sheets.add(new Sheet(sheet.getSheetName(), hidden, rows, merges));
        }
        return sheets;
    }

    private static Row row(HSSFRow row) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.getLastCellNum(); i++) {
            HSSFCell cell = row.getCell(i);
            cells.add(cell == null ? Cell.EMPTY : cell(cell));
        }
        return new Row(row.getRowNum() + 1, row.getZeroHeight(), cells);
    }

    private static Cell cell(HSSFCell cell) {
        CellType type = cell.getCellType();
        String formula = type == CellType.FORMULA ? formula(cell) : "";
        CellType held = type == CellType.FORMULA ? cell.getCachedFormulaResultType() : type;
        String fill = fill(cell.getCellStyle());
        String comment = cell.getCellComment() == null ? "" : cell.getCellComment().getString().getString().strip();
        if (held == CellType.NUMERIC) {
            BigDecimal number = BigDecimal.valueOf(cell.getNumericCellValue());
            if (DateUtil.isCellDateFormatted(cell)) {
                LocalDate date = cell.getLocalDateTimeCellValue().toLocalDate();
                return new Cell(date.toString(), null, date, formula, fill, comment);
            }
            return new Cell(XlsxSheet.plain(number), number, null, formula, fill, comment);
        }
        String text = switch (held) {
            case STRING -> XlsxSheet.unescaped(cell.getRichStringCellValue().getString());
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case BLANK, ERROR, FORMULA, NUMERIC, _NONE -> "";
        };
        return new Cell(text, null, null, formula, fill, comment);
    }

    private static String formula(HSSFCell cell) {
        try {
            return cell.getCellFormula();
        } catch (RuntimeException e) { // POI cannot spell out each formula; its result is what counts
            return "";
        }
    }

    private static String fill(HSSFCellStyle style) {
        if (style.getFillPattern() == FillPatternType.NO_FILL || style.getFillForegroundColorColor() == null) {
            return "";
        }
        return style.getFillForegroundColorColor().getHexString();
    }
}

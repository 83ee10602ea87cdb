package org.genjin.daemon.workbook;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * What of a customer's sheet is printed: our columns, down to the last row. LibreOffice, when it opens a workbook in which the rows of
 * any sheet repeat in print, works out the pages of all sheets, and goes through a million rows of each for which nothing is said; so
 * this has to be said before anything repeats. A person who chose another part, or all, keeps it.
 */
final class PrintedArea {

    /** One block of cells; a person may have put several there, or a formula. */
    private static final Pattern ONE = Pattern.compile("(?:'(?:[^']|'')+'|[^'!,]+)!\\$[A-Z]+\\$\\d+:\\$[A-Z]+\\$\\d+");

    private PrintedArea() {}

    /** Says it of a new sheet in which there is nothing yet. */
    static void begin(XSSFSheet sheet) {
        set(sheet, 0, CustomerGrid.COLUMNS - 1, 0);
    }

    /** Whether it reaches to the last row, so that it has to do so when rows were written. */
    static boolean isWhole(XSSFSheet sheet) {
        return area(sheet).filter(it -> it.getLastCell().getRow() == Math.max(0, sheet.getLastRowNum())).isPresent();
    }

    /** Has it reach to the last row. */
    static void extend(XSSFSheet sheet) {
        area(sheet).ifPresent(it -> set(sheet, it.getFirstCell().getCol(), it.getLastCell().getCol(), it.getFirstCell().getRow()));
    }

    private static Optional<AreaReference> area(XSSFSheet sheet) {
        XSSFWorkbook workbook = sheet.getWorkbook();
        return Optional.ofNullable(workbook.getPrintArea(workbook.getSheetIndex(sheet)))
                .filter(it -> ONE.matcher(it).matches())
                .map(it -> new AreaReference(it, SpreadsheetVersion.EXCEL2007));
    }

    private static void set(XSSFSheet sheet, int first, int last, int from) {
        XSSFWorkbook workbook = sheet.getWorkbook();
        workbook.setPrintArea(workbook.getSheetIndex(sheet), first, last, from, Math.max(from, sheet.getLastRowNum()));
    }
}

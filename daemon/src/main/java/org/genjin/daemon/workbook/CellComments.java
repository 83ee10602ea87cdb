package org.genjin.daemon.workbook;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Genjin's own comments on cells: how they are put there and taken away. */
final class CellComments {

    /** Nobody reads more of a kind, and each costs a drawing. */
    static final int MOST = 500;

    private static final int COLUMNS = 3;

    private CellComments() {}

    /** @param rows over which it reaches when it is shown */
    static void put(XSSFSheet sheet, CellAddress place, String words, int rows) {
        CreationHelper helper = sheet.getWorkbook().getCreationHelper();
        ClientAnchor anchor = helper.createClientAnchor();
        anchor.setCol1(place.getColumn() + 1);
        anchor.setCol2(place.getColumn() + 1 + COLUMNS);
        anchor.setRow1(place.getRow());
        anchor.setRow2(place.getRow() + rows);
        XSSFComment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(helper.createRichTextString(words));
        comment.setAuthor(AnswerWords.AUTHOR);
        Cells.row(sheet, place.getRow())
                .getCell(place.getColumn(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                .setCellComment(comment);
    }

    static void remove(XSSFSheet sheet, CellAddress place) {
        Row row = sheet.getRow(place.getRow());
        Cell cell = row == null ? null : row.getCell(place.getColumn());
        if (cell != null) {
            cell.removeCellComment();
        }
    }
}

package org.genjin.daemon.workbook.rows;

import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.workbook.rules.RowMove;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTDrawing;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTMarker;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTOneCellAnchor;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTTwoCellAnchor;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.STEditAs;

/** Leads pictures, shapes and charts after the rows beside which they stand; their size stays, and what a person pinned to the page does. */
final class MovedShapes {

    private MovedShapes() {}

    static void move(XSSFSheet sheet, RowMove move) {
        XSSFDrawing drawing = sheet.getDrawingPatriarch();
        if (drawing == null) {
            return;
        }
        CTDrawing shapes = drawing.getCTDrawing();
        for (CTTwoCellAnchor it : shapes.getTwoCellAnchorList()) {
            if (!it.isSetEditAs() || it.getEditAs() != STEditAs.ABSOLUTE) {
                move(move, it.getFrom(), List.of(it.getFrom(), it.getTo()));
            }
        }
        for (CTOneCellAnchor it : shapes.getOneCellAnchorList()) {
            move(move, it.getFrom(), List.of(it.getFrom()));
        }
    }

    private static void move(RowMove move, CTMarker from, List<CTMarker> all) {
        int by = move.line(from.getRow()) - from.getRow();
        if (by != 0) {
            all.forEach(it -> it.setRow(Math.min(RowMove.LAST, it.getRow() + by)));
        }
    }
}

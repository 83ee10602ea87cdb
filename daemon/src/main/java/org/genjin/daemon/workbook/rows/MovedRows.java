package org.genjin.daemon.workbook.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.CalculationChain;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.workbook.rules.RowMove;

/**
 * Takes rows out and puts rows in, all at once, with all that stands below them and leads there: comments and their answers, links,
 * colours and choices, filters, tables, page breaks, pictures, names and formulas. The library's own way costs a walk through the
 * whole workbook for each place at which something moves, leaves half of that behind, and ends at the first name or rule that it
 * cannot read.
 */
public final class MovedRows {

    private MovedRows() {}

    /** The sheet's rows are other objects afterwards. */
    public static void move(XSSFSheet sheet, RowMove move) {
        if (move.isNothing()) {
            return;
        }
        remove(sheet, move);
        comments(sheet, move);
        number(sheet, move);
        MovedFormulas formulas = new MovedFormulas(sheet, move);
        formulas.write();
        new MovedRanges(sheet, move, formulas).write();
        MovedShapes.move(sheet, move);
        ThreadedComments.move(sheet, move);
        LaidAnew.rows(sheet);
    }

    private static void remove(XSSFSheet sheet, RowMove move) {
        if (sheet.hasComments()) {
            sheet.getCellComments().keySet().stream().filter(it -> move.goes(it.getRow())).forEach(it -> {
                Row row = sheet.getRow(it.getRow()); // a comment may stand where there is no cell
                (row == null ? sheet.createRow(it.getRow()) : row)
                        .getCell(it.getColumn(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                        .removeCellComment();
            });
        }
        List<Row> rows = new ArrayList<>();
        sheet.forEach(row -> {
            if (move.goes(row.getRowNum())) {
                rows.add(row);
            }
        });
        for (Row row : rows.reversed()) {
            sheet.removeRow(row);
        }
    }

    /** Those that go down from below, those that go up from above: none comes to where another still is. */
    private static void comments(XSSFSheet sheet, RowMove move) {
        if (!sheet.hasComments()) {
            return;
        }
        TreeMap<CellAddress, XSSFComment> all = new TreeMap<>(sheet.getCellComments());
        for (Map.Entry<CellAddress, XSSFComment> it : all.descendingMap().entrySet()) {
            if (move.line(it.getKey().getRow()) > it.getKey().getRow()) {
                it.getValue().setRow(move.line(it.getKey().getRow()));
            }
        }
        for (Map.Entry<CellAddress, XSSFComment> it : all.entrySet()) {
            if (move.line(it.getKey().getRow()) < it.getKey().getRow()) {
                it.getValue().setRow(move.line(it.getKey().getRow()));
            }
        }
    }

    private static void number(XSSFSheet sheet, RowMove move) {
        CalculationChain chain = sheet.getWorkbook().getCalculationChain();
        int id = Math.toIntExact(sheet.getWorkbook()
                .getCTWorkbook()
                .getSheets()
                .getSheetArray(sheet.getWorkbook().getSheetIndex(sheet))
                .getSheetId());
        for (Row it : sheet) {
            int line = move.line(it.getRowNum());
            if (line == it.getRowNum()) {
                continue;
            }
            for (Cell cell : it) {
                XSSFCell known = (XSSFCell) cell;
                if (chain != null && known.getCTCell().isSetF()) {
                    chain.removeItem(id, known.getReference()); // spreadsheet programs make the chain anew
                }
                known.getCTCell().setR(CellReference.convertNumToColString(cell.getColumnIndex()) + (line + 1));
            }
            ((XSSFRow) it).getCTRow().setR(line + 1L);
        }
    }
}

package org.genjin.daemon.workbook.rows;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaShifter;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** A formula of a person's in a row that goes elsewhere: what it says of its own row it says of the new one. */
public record RowFormula(int row, String formula) {

    /** As it is to be in another row of the same sheet. */
    public String in(Cell cell) {
        int here = cell.getRowIndex();
        if (here == row) {
            return formula;
        }
        XSSFSheet sheet = (XSSFSheet) cell.getSheet();
        XSSFEvaluationWorkbook workbook = XSSFEvaluationWorkbook.create(sheet.getWorkbook());
        int place = sheet.getWorkbook().getSheetIndex(sheet);
        Ptg[] parts = FormulaParser.parse(formula, workbook, FormulaType.CELL, place, row);
        FormulaShifter shifter =
                FormulaShifter.createForRowCopy(place, sheet.getSheetName(), row, row, here - row, SpreadsheetVersion.EXCEL2007);
        return shifter.adjustFormula(parts, place) ? FormulaRenderer.toFormulaString(workbook, parts) : formula;
    }
}

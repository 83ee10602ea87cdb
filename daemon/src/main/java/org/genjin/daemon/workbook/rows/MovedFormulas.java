package org.genjin.daemon.workbook.rows;

import java.util.Optional;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.Area2DPtgBase;
import org.apache.poi.ss.formula.ptg.Area3DPxg;
import org.apache.poi.ss.formula.ptg.AreaErrPtg;
import org.apache.poi.ss.formula.ptg.AreaPtgBase;
import org.apache.poi.ss.formula.ptg.Deleted3DPxg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Ref3DPxg;
import org.apache.poi.ss.formula.ptg.RefErrorPtg;
import org.apache.poi.ss.formula.ptg.RefPtg;
import org.apache.poi.ss.formula.ptg.RefPtgBase;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.daemon.workbook.rules.RowMove;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellFormula;

/**
 * Leads the formulas and names of a workbook after the rows that were moved. One that the library cannot read, such as one with a
 * function of a newer Excel, stays as it is.
 */
final class MovedFormulas {

    private final XSSFSheet moved;
    private final RowMove move;
    private final XSSFWorkbook workbook;
    private final XSSFEvaluationWorkbook names;

    MovedFormulas(XSSFSheet moved, RowMove move) {
        this.moved = moved;
        this.move = move;
        this.workbook = moved.getWorkbook();
        this.names = XSSFEvaluationWorkbook.create(workbook);
    }

    void write() {
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            XSSFSheet sheet = workbook.getSheetAt(i);
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (((XSSFCell) cell).getCTCell().isSetF()) {
                        cell(i, ((XSSFCell) cell).getCTCell().getF(), sheet.equals(moved));
                    }
                }
            }
        }
        for (Name it : workbook.getAllNames()) {
            String formula = it.getRefersToFormula();
            if (formula != null && isAboutUs(formula)) {
                moved(formula, FormulaType.NAMEDRANGE, -1, 0).ifPresent(it::setRefersToFormula);
            }
        }
    }

    private void cell(int sheet, CTCellFormula formula, boolean here) {
        if (!formula.getStringValue().isEmpty() && (here || isAboutUs(formula.getStringValue()))) {
            moved(formula.getStringValue(), FormulaType.CELL, sheet, null).ifPresent(formula::setStringValue);
        }
        if (here && formula.isSetRef()) {
            CellRangeAddress range = CellRangeAddress.valueOf(formula.getRef());
            move.lines(range.getFirstRow(), range.getLastRow()).ifPresent(it -> formula.setRef(new CellRangeAddress(
                            it.first(), it.last(), range.getFirstColumn(), range.getLastColumn()).formatAsString()));
        }
    }

    private boolean isAboutUs(String formula) {
        return formula.contains(moved.getSheetName().replace("'", "''"));
    }

    /**
     * A formula of a rule or a choice, whose relative lines are meant from where its range begins.
     *
     * @param by how far that moved
     * @return empty if it stays as it is
     */
    Optional<String> rule(String formula, int by) {
        return moved(formula, FormulaType.CELL, workbook.getSheetIndex(moved), by);
    }

    /** @param relative by how far relative lines move; null: as what they lead to does */
    private Optional<String> moved(String formula, FormulaType type, int sheet, @Nullable Integer relative) {
        Ptg[] parts;
        try {
            parts = FormulaParser.parse(formula, names, type, sheet, -1);
        } catch (FormulaParseException e) {
            return Optional.empty(); // it stays as it is
        }
        boolean here = sheet >= 0 && workbook.getSheetAt(sheet).equals(moved);
        boolean changed = false;
        for (int i = 0; i < parts.length; i++) {
            Ptg now = switch (parts[i]) {
                case Ref3DPxg it when isMoved(it.getExternalWorkbookNumber(), it.getSheetName(), it.getLastSheetName()) ->
                    goes(it, relative) ? new Deleted3DPxg(it.getExternalWorkbookNumber(), it.getSheetName()) : led(it, relative);
                case RefPtg it when here -> goes(it, relative) ? new RefErrorPtg() : led(it, relative);
                case Area3DPxg it when isMoved(it.getExternalWorkbookNumber(), it.getSheetName(), it.getLastSheetName()) ->
                    goes(it, relative) ? new Deleted3DPxg(it.getExternalWorkbookNumber(), it.getSheetName()) : led(it, relative);
                case Area2DPtgBase it when here -> goes(it, relative) ? new AreaErrPtg() : led(it, relative);
                default -> null;
            };
            if (now != null) {
                parts[i] = now;
                changed = true;
            }
        }
        return changed ? Optional.of(FormulaRenderer.toFormulaString(names, parts)) : Optional.empty();
    }

    private boolean isMoved(int otherWorkbook, String sheet, @Nullable String until) {
        return otherWorkbook < 1 && until == null && moved.getSheetName().equalsIgnoreCase(sheet);
    }

    private boolean goes(RefPtgBase it, @Nullable Integer relative) {
        return !(relative != null && it.isRowRelative()) && move.goes(it.getRow());
    }

    /** @return null if it stays */
    private @Nullable Ptg led(RefPtgBase it, @Nullable Integer relative) {
        int line = relative != null && it.isRowRelative() ? it.getRow() + relative : move.line(it.getRow());
        if (line == it.getRow() || line < 0 || line > RowMove.LAST) {
            return null;
        }
        it.setRow(line);
        return it;
    }

    private boolean goes(AreaPtgBase it, @Nullable Integer relative) {
        boolean fixed = relative == null || !it.isFirstRowRelative() && !it.isLastRowRelative();
        return fixed && move.lines(it.getFirstRow(), it.getLastRow()).isEmpty();
    }

    private @Nullable Ptg led(AreaPtgBase it, @Nullable Integer relative) {
        RowMove.Lines lines = move.tableLines(it.getFirstRow(), it.getLastRow()).orElse(new RowMove.Lines(it.getFirstRow(), it.getLastRow()));
        int first = relative != null && it.isFirstRowRelative() ? it.getFirstRow() + relative : lines.first();
        int last = relative != null && it.isLastRowRelative() ? it.getLastRow() + relative : lines.last();
        if (first == it.getFirstRow() && last == it.getLastRow() || first < 0 || last > RowMove.LAST || first > last) {
            return null;
        }
        it.setFirstRow(first);
        it.setLastRow(last);
        return it;
    }
}

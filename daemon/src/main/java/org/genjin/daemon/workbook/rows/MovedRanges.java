package org.genjin.daemon.workbook.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.genjin.daemon.workbook.rules.RowMove;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCfRule;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTConditionalFormatting;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidation;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidations;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTMergeCells;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTPageBreak;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;

/** Leads what a sheet says of ranges after its rows: merged cells, rules of colours, choices, links, filters, tables, page breaks. */
final class MovedRanges {

    private final XSSFSheet sheet;
    private final CTWorksheet all;
    private final RowMove move;
    private final MovedFormulas formulas;

    MovedRanges(XSSFSheet sheet, RowMove move, MovedFormulas formulas) {
        this.sheet = sheet;
        this.all = sheet.getCTWorksheet();
        this.move = move;
        this.formulas = formulas;
    }

    void write() {
        merged();
        rules();
        choices();
        links();
        breaks();
        for (XSSFTable it : sheet.getTables()) {
            table(it.getCTTable());
            it.updateReferences();
        }
        for (XmlObject it : new XmlObject[] {
            all.getAutoFilter(), all.getSortState(), all.getIgnoredErrors(), all.getProtectedRanges(), all.getExtLst()
        }) {
            if (it != null) {
                everywhere(it);
            }
        }
    }

    private void merged() {
        CTMergeCells cells = all.getMergeCells();
        if (cells == null) {
            return;
        }
        for (int i = cells.sizeOfMergeCellArray() - 1; i >= 0; i--) {
            Optional<String> range = ranges(cells.getMergeCellArray(i).getRef(), false);
            if (range.isEmpty()) {
                cells.removeMergeCell(i);
            } else {
                cells.getMergeCellArray(i).setRef(range.get());
            }
        }
        cells.setCount(cells.sizeOfMergeCellArray());
        if (cells.sizeOfMergeCellArray() == 0) {
            all.unsetMergeCells();
        }
    }

    private void rules() {
        for (int i = all.sizeOfConditionalFormattingArray() - 1; i >= 0; i--) {
            CTConditionalFormatting it = all.getConditionalFormattingArray(i);
            String before = text(it.getSqref());
            Optional<String> range = ranges(before, true);
            if (range.isEmpty()) {
                all.removeConditionalFormatting(i);
                continue;
            }
            it.setSqref(List.of(range.get().split(" ")));
            int by = first(range.get()) - first(before);
            for (CTCfRule rule : it.getCfRuleList()) {
                for (int f = 0; f < rule.sizeOfFormulaArray(); f++) {
                    int place = f;
                    formulas.rule(rule.getFormulaArray(f), by).ifPresent(formula -> rule.setFormulaArray(place, formula));
                }
            }
        }
    }

    private void choices() {
        CTDataValidations choices = all.getDataValidations();
        if (choices == null) {
            return;
        }
        for (int i = choices.sizeOfDataValidationArray() - 1; i >= 0; i--) {
            CTDataValidation it = choices.getDataValidationArray(i);
            String before = text(it.getSqref());
            Optional<String> range = ranges(before, true);
            if (range.isEmpty()) {
                choices.removeDataValidation(i);
                continue;
            }
            it.setSqref(List.of(range.get().split(" ")));
            int by = first(range.get()) - first(before);
            if (it.isSetFormula1()) {
                formulas.rule(it.getFormula1(), by).ifPresent(it::setFormula1);
            }
            if (it.isSetFormula2()) {
                formulas.rule(it.getFormula2(), by).ifPresent(it::setFormula2);
            }
        }
        choices.setCount(choices.sizeOfDataValidationArray());
        if (choices.sizeOfDataValidationArray() == 0) {
            all.unsetDataValidations();
        }
    }

    private void links() {
        for (Hyperlink it : new ArrayList<>(sheet.getHyperlinkList())) {
            XSSFHyperlink link = (XSSFHyperlink) it;
            Optional<String> range = ranges(link.getCellRef(), false);
            if (range.isEmpty()) {
                sheet.removeHyperlink(link);
            } else if (!range.get().equals(link.getCellRef())) {
                link.setCellReference(range.get());
            }
        }
    }

    /** A break stands below the line that it names, counted from 1. */
    private void breaks() {
        CTPageBreak breaks = all.getRowBreaks();
        for (int i = 0; breaks != null && i < breaks.sizeOfBrkArray(); i++) {
            int below = Math.toIntExact(Math.min(RowMove.LAST, breaks.getBrkArray(i).getId()));
            if (below > 0) {
                breaks.getBrkArray(i).setId(Math.max(1, move.line(below)));
            }
        }
    }

    private void table(CTTable table) {
        ranges(table.getRef(), true).ifPresent(table::setRef);
        if (table.isSetAutoFilter()) {
            everywhere(table.getAutoFilter());
        }
        if (table.isSetSortState()) {
            everywhere(table.getSortState());
        }
    }

    /** All ranges within; one of which nothing is left stays as it was, as nothing is behind it any more. */
    private void everywhere(XmlObject within) {
        try (XmlCursor cursor = within.newCursor()) {
            XmlCursor end = within.newCursor();
            try (end) {
                end.toEndToken();
                for (; cursor.isLeftOf(end); cursor.toNextToken()) {
                    if (cursor.isStart()) {
                        for (String name : List.of("ref", "sqref")) {
                            String before = cursor.getAttributeText(new QName(name));
                            if (before != null) {
                                ranges(before, true).ifPresent(it -> cursor.setAttributeText(new QName(name), it));
                            }
                        }
                        if (cursor.getName().getLocalPart().equals("sqref")) { // of the rules that newer programs add
                            ranges(cursor.getTextValue(), true).ifPresent(cursor::setTextValue);
                        }
                    }
                }
            }
        }
    }

    private static String text(List<?> ranges) {
        return String.join(" ", ranges.stream().map(String::valueOf).toList());
    }

    private static int first(String ranges) {
        int first = CellRangeAddress.valueOf(ranges.split(" ", 2)[0]).getFirstRow();
        return Math.max(0, first);
    }

    /**
     * @param grows whether it takes in what comes before a table's first row
     * @return empty if nothing is left of it
     */
    private Optional<String> ranges(String before, boolean grows) {
        List<String> now = new ArrayList<>();
        for (String it : before.strip().split("\\s+")) {
            CellRangeAddress range;
            try {
                range = CellRangeAddress.valueOf(it);
            } catch (IllegalArgumentException e) {
                return Optional.of(before); // none that we know
            }
            if (range.isFullColumnRange()) {
                now.add(it);
            } else {
                Optional<RowMove.Lines> lines = grows
                        ? move.tableLines(range.getFirstRow(), range.getLastRow())
                        : move.lines(range.getFirstRow(), range.getLastRow());
                lines.ifPresent(left -> now.add(new CellRangeAddress(
                                left.first(), left.last(), range.getFirstColumn(), range.getLastColumn()).formatAsString()));
            }
        }
        return now.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", now));
    }
}

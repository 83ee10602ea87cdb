package org.genjin.daemon.workbook;

import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidations;

/** Dropdowns of named lists, and columns of days. They offer and do not forbid: what is typed beside them is read all the same. */
final class Choices {

    private Choices() {}

    /**
     * @param first line, from 0
     * @param list its name
     */
    static void list(Sheet sheet, int column, int first, int last, String list) {
        drop(sheet, column, first, last, helper(sheet).createFormulaListConstraint(list));
    }

    /** @param values that are written into the rule itself: 255 characters with their commas, and none within a value */
    static void inline(Sheet sheet, int column, int first, int last, List<String> values) {
        drop(sheet, column, first, last, helper(sheet).createExplicitListConstraint(values.toArray(String[]::new)));
    }

    private static void drop(Sheet sheet, int column, int first, int last, DataValidationConstraint constraint) {
        DataValidation validation = give(sheet, column, first, last, constraint);
        validation.setSuppressDropDownArrow(true); // which shows it, in files of this kind
        sheet.addValidationData(validation);
    }

    /** Says how a day is to be written as soon as somebody is about to write one. */
    static void day(Sheet sheet, int column, int first, int last, SheetWords words) {
        DataValidation validation = give(sheet, column, first, last, helper(sheet).createDateConstraint(
                DataValidationConstraint.OperatorType.GREATER_THAN, "DATE(1990,1,1)", "", "yyyy-mm-dd"));
        validation.createPromptBox("", words.text("expected.day"));
        validation.setShowPromptBox(true);
        sheet.addValidationData(validation);
    }

    /**
     * Whether cells of a column have a rule already, ours or a person's.
     *
     * @param first line, from 0
     */
    static boolean are(XSSFSheet sheet, int column, int first) {
        CTDataValidations all = sheet.getCTWorksheet().getDataValidations();
        return all != null && all.getDataValidationList().stream()
                .flatMap(it -> ((List<?>) it.getSqref()).stream())
                .map(it -> CellRangeAddress.valueOf(it.toString()))
                .anyMatch(it -> it.getFirstColumn() <= column && column <= it.getLastColumn() && (it.isFullColumnRange() || it.getLastRow() >= first));
    }

    private static DataValidation give(Sheet sheet, int column, int first, int last, DataValidationConstraint constraint) {
        DataValidation validation =
                helper(sheet).createValidation(constraint, new CellRangeAddressList(first, Math.max(first, last), column, column));
        validation.setShowErrorBox(false);
        validation.setEmptyCellAllowed(true);
        return validation;
    }

    private static DataValidationHelper helper(Sheet sheet) {
        return sheet.getDataValidationHelper();
    }
}

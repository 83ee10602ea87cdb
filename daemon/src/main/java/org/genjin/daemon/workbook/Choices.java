package org.genjin.daemon.workbook;

import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;

/** Dropdowns of named lists, and columns of days. They offer and do not forbid: what is typed beside them is read all the same. */
final class Choices {

    private Choices() {}

    /** @param first line, from 0 */
    static void list(Sheet sheet, int column, int first, int last, String list) {
        DataValidation validation = give(sheet, column, first, last, helper(sheet).createFormulaListConstraint(list));
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

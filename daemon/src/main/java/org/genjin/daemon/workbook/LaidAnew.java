package org.genjin.daemon.workbook;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTConditionalFormatting;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDefinedName;

/**
 * Has the library look anew where a sheet's rows are, after they were given other numbers. It does so only when it moves rows itself:
 * it is asked to move one far below all others that is not there. What it would stumble over meanwhile is put aside.
 */
final class LaidAnew {

    /** No range that a person writes ends here. */
    private static final int NOWHERE = 1_037_311;

    private LaidAnew() {}

    static void rows(XSSFSheet sheet) {
        CTDefinedName[] names = sheet.getWorkbook().getCTWorkbook().isSetDefinedNames()
                ? sheet.getWorkbook().getCTWorkbook().getDefinedNames().getDefinedNameArray()
                : new CTDefinedName[0];
        List<String> formulas = new ArrayList<>();
        for (CTDefinedName it : names) {
            formulas.add(it.getStringValue());
            it.setStringValue("0");
        }
        CTConditionalFormatting[] rules = sheet.getCTWorksheet().getConditionalFormattingArray();
        for (int i = 0; i < rules.length; i++) {
            rules[i] = (CTConditionalFormatting) rules[i].copy();
        }
        sheet.getCTWorksheet().setConditionalFormattingArray(new CTConditionalFormatting[0]);
        sheet.shiftRows(NOWHERE, NOWHERE, 1, true, false);
        sheet.getCTWorksheet().setConditionalFormattingArray(rules);
        for (int i = 0; i < formulas.size(); i++) {
            names[i].setStringValue(formulas.get(i));
        }
    }
}

package org.genjin.daemon.workbook.rows;

import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * A sheet's links as if each had just been made. The library, when it writes a sheet, looks each link that was read up among all
 * others, from the first on: of a log with ten thousand, that is most of the time that writing takes.
 */
public final class LooseLinks {

    private LooseLinks() {}

    /** The sheet's links are other objects afterwards. */
    public static void of(XSSFSheet sheet) {
        if (!sheet.getCTWorksheet().isSetHyperlinks()) {
            return;
        }
        List<XSSFHyperlink> links = List.copyOf(sheet.getHyperlinkList());
        List<XSSFHyperlink> loose = links.stream().map(XSSFHyperlink::new).toList();
        links.forEach(sheet::removeHyperlink);
        sheet.getCTWorksheet().unsetHyperlinks();
        loose.forEach(sheet::addHyperlink);
    }
}

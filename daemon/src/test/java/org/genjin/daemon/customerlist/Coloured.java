package org.genjin.daemon.customerlist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Lists with colours behind their cells. */
final class Coloured {

    private Coloured() {}

    /** @param fills row and column from 0, such as {@code 3,0} → RRGGBB */
    static byte[] list(List<List<String>> rows, Map<String, String> fills) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet("list");
            Lists.fill(sheet, rows.stream().map(it -> List.<Object>copyOf(it)).toList());
            fills.forEach((where, colour) -> {
                String[] at = where.split(",", -1);
                XSSFCellStyle style = book.createCellStyle();
                style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                style.setFillForegroundColor(new XSSFColor(HexFormat.of().parseHex(colour)));
                sheet.getRow(Integer.parseInt(at[0])).getCell(Integer.parseInt(at[1])).setCellStyle(style);
            });
            book.write(out);
            return out.toByteArray();
        }
    }
}

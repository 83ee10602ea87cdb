package org.genjin.daemon.workbook.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** One that is there, in which only what is new is written. */
record OpenedBook(XSSFWorkbook workbook, StillSheets sheets) implements Book {

    /** @throws RuntimeException of POI's if it is none that can be opened */
    OpenedBook(StillSheets sheets) throws IOException {
        this(new XSSFWorkbook(sheets.others()), sheets);
    }

    @Override
    public Set<String> still() {
        return sheets.names();
    }

    @Override
    public void done(XSSFSheet sheet) {
        // rows of other sheets may still move, and its formulas with them
    }

    @Override
    public void forgetTexts() throws IOException {
        UnusedTexts.empty(workbook, sheets.texts());
    }

    @Override
    public void write(OutputStream out) throws IOException {
        sheets.restore(workbook, out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}

package org.genjin.daemon.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook that is being written: a new one, or one that is there. Whoever opened it closes it. One thread. */
sealed interface Book extends Closeable permits NewBook, OpenedBook {

    XSSFWorkbook workbook();

    /** The names of the sheets that stay as they are; they are empty in the workbook for now. */
    Set<String> still();

    /** Says that nothing more is written into a sheet. It may be empty in the workbook from now on. */
    void done(XSSFSheet sheet) throws IOException;

    /** Empties the texts that no cell shows any more: what was replaced or deleted is not to stay in the file. */
    void forgetTexts() throws IOException;

    /** Writes the file. Nothing is changed after it. */
    void write(OutputStream out) throws IOException;
}

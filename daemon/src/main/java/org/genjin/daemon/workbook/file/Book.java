package org.genjin.daemon.workbook.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook that is being written: a new one, or one that is there. Whoever opened it closes it. One thread. */
public sealed interface Book extends Closeable permits NewBook, OpenedBook {

    /** A new one. */
    static Book fresh() {
        return new NewBook();
    }

    /**
     * One that is there.
     *
     * @throws RuntimeException of POI's if it is none that can be opened
     */
    static Book opened(StillSheets sheets) throws IOException {
        return new OpenedBook(sheets);
    }

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

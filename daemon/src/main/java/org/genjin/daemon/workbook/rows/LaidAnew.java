package org.genjin.daemon.workbook.rows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Has the library look anew where a sheet's rows are, after they were given other numbers: by writing the sheet and reading it again, as
 * when a file is saved and opened. The library does this itself when it copies a sheet, but lets nobody ask for it; what it offers
 * instead, moving rows, goes through all rows for each of them.
 */
final class LaidAnew {

    private static final MethodHandle WRITE = ask("write", OutputStream.class);
    private static final MethodHandle READ = ask("read", InputStream.class);

    private LaidAnew() {}

    /** The rows and cells of the sheet are other objects afterwards. */
    static void rows(XSSFSheet sheet) {
        LooseLinks.of(sheet);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        call(WRITE, sheet, content);
        call(READ, sheet, new ByteArrayInputStream(content.toByteArray()));
    }

    private static void call(MethodHandle what, XSSFSheet sheet, Object stream) {
        try {
            what.invoke(sheet, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // of streams in memory: it is no XML any more
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle ask(String method, Class<?> stream) {
        try {
            return MethodHandles.privateLookupIn(XSSFSheet.class, MethodHandles.lookup())
                    .findVirtual(XSSFSheet.class, method, MethodType.methodType(void.class, stream));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}

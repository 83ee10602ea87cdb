package org.genjin.daemon.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.genjin.daemon.customerlist.file.ListFile;
import org.genjin.daemon.customerlist.file.ListReader;
import org.genjin.daemon.customerlist.file.ListRefused;

/**
 * A workbook's file as it was read.
 *
 * @param content its bytes
 * @param hash of the bytes, as {@link SheetFiles#hash}
 * @param list what stands in it; empty if it is no workbook that can be read
 * @param problem why it cannot, in one sentence; "" if it can
 */
record SheetSource(Supplier<InputStream> content, String hash, Optional<ListFile> list, String problem) {

    /** Empty if there is no such file. */
    static Optional<SheetSource> read(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty(); // there is none: a new one is made
        }
        try {
            ListFile list = ListReader.readWhole(bytes, String.valueOf(file.getFileName()));
            if (list.kind() != ListFile.Kind.XLSX) {
                return Optional.of(of(bytes, Optional.empty(), file.getFileName() + " is no .xlsx workbook; save it as one."));
            }
            return Optional.of(of(bytes, Optional.of(list), ""));
        } catch (ListRefused e) {
            return Optional.of(of(bytes, Optional.empty(), String.valueOf(e.getMessage())));
        }
    }

    private static SheetSource of(byte[] bytes, Optional<ListFile> list, String problem) {
        return new SheetSource(() -> new ByteArrayInputStream(bytes), SheetFiles.hash(bytes), list, problem);
    }

    /** The same, as one that can be read and still not be written again. */
    SheetSource damaged(String problem) {
        return new SheetSource(content, hash, Optional.empty(), problem);
    }
}

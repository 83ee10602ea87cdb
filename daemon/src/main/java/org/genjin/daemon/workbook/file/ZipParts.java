package org.genjin.daemon.workbook.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The parts of a workbook's file as they are in its zip, still compressed. */
final class ZipParts {

    private ZipParts() {}

    static ZipFile of(byte[] file) throws IOException {
        return ZipFile.builder().setByteArray(file).get();
    }

    /**
     * Writes a file again with some parts as they are in another.
     *
     * @param names of those that come from the other, if it has them
     */
    static void write(byte[] file, byte[] other, Set<String> names, OutputStream out) throws IOException {
        ZipArchiveOutputStream to = new ZipArchiveOutputStream(out);
        to.setUseZip64(Zip64Mode.AsNeeded); // not every program reads the long form
        try (ZipFile mine = of(file); ZipFile theirs = of(other)) {
            for (ZipArchiveEntry it : Collections.list(mine.getEntries())) {
                ZipArchiveEntry better = names.contains(it.getName()) ? theirs.getEntry(it.getName()) : null;
                if (better == null) {
                    to.addRawArchiveEntry(it, mine.getRawInputStream(it));
                } else {
                    to.addRawArchiveEntry(better, theirs.getRawInputStream(better));
                }
            }
            to.finish();
        }
    }
}

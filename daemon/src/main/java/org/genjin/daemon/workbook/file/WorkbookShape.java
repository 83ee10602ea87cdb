package org.genjin.daemon.workbook.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.genjin.daemon.customerlist.file.PartNames;

/** Whether a workbook that is a good one can be written again, told from its parts before it is opened as a whole. */
final class WorkbookShape {

    /** Opened, each byte of a sheet takes about ten of memory; a workbook of ours with 200 customers' sheets has 15 MB. */
    private static final long MOST_IN_SHEETS = 48L << 20;
    /** Texts, comments, styles and drawings cost as much; those of ours have 10 MB. */
    private static final long MOST_BESIDE = 48L << 20;
    private static final int HEAD = 8_000;
    /** The namespace of 'Strict Open XML Spreadsheet' (ISO/IEC 29500-1); the ordinary one is the transitional one. */
    private static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    private WorkbookShape() {}

    /** Why it is left alone, in words to stand after its name; empty if nothing speaks against writing it. */
    static Optional<String> objection(byte[] workbook) throws IOException {
        long sheets = 0;
        long others = 0;
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(
                new ByteArrayInputStream(workbook), StandardCharsets.UTF_8.name(), true, true)) {
            for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = PartNames.of(entry.getName());
                if (PartNames.isWorkbook(name) && new String(zip.readNBytes(HEAD), StandardCharsets.UTF_8).contains(STRICT)) {
                    return Optional.of("was saved as 'Strict Open XML'; save it as an ordinary Excel workbook (.xlsx)");
                }
                if (name.startsWith("xl/worksheets/") && name.endsWith(".xml")) {
                    sheets += length(zip, MOST_IN_SHEETS + 1 - sheets);
                    if (sheets > MOST_IN_SHEETS) {
                        return Optional.of("has more than " + (MOST_IN_SHEETS >> 20) + " MB of cells, most of them likely empty and only"
                                + " formatted; delete the rows below and the columns beside what you need, and save it");
                    }
                } else if (name.endsWith(".xml") || name.endsWith(".vml")) {
                    others += length(zip, MOST_BESIDE + 1 - others);
                    if (others > MOST_BESIDE) {
                        return Optional.of("has more than " + (MOST_BESIDE >> 20) + " MB of texts, comments, styles and shapes; take out what you"
                                + " do not need, and save it");
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static long length(InputStream in, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long length = 0;
        for (int read = in.read(buffer); read >= 0 && length < most; read = in.read(buffer)) {
            length += read;
        }
        return length;
    }
}

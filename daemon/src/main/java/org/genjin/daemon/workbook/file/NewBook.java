package org.genjin.daemon.workbook.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ooxml.POIXMLDocumentPart;
import org.apache.poi.ooxml.POIXMLRelation;
import org.apache.poi.xssf.usermodel.XSSFFactory;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A new one. POI keeps each cell as a piece of XML, some hundred megabytes for a hundred thousand cells, until all is written; here a
 * sheet that is done is written and packed by a second thread at once, and is empty in the workbook from then on. When POI has written
 * the rest, the sheets come to their places in the zip.
 */
final class NewBook implements Book {

    /** So many sheets may wait to be written: all that is in memory of the workbook at a time. */
    private static final int WAITING = 4;

    private final XSSFWorkbook workbook = new XSSFWorkbook(new Parts());
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(packed);
    private final ExecutorService packing = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("workbook-", 0).daemon().factory());
    private final List<Future<?>> waiting = new ArrayList<>();
    private final Set<String> done = new HashSet<>();

    @Override
    public XSSFWorkbook workbook() {
        return workbook;
    }

    @Override
    public Set<String> still() {
        return Set.of();
    }

    @Override
    public void done(XSSFSheet sheet) throws IOException {
        if (sheet instanceof Leaf leaf) {
            String name = leaf.getPackagePart().getPartName().getName().substring(1);
            done.add(name);
            if (waiting.size() == WAITING) {
                await(waiting.removeFirst());
            }
            waiting.add(packing.submit(() -> {
                leaf.pack(zip, name);
                return null;
            }));
        }
    }

    private static void await(Future<?> work) throws IOException {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException("interrupted while a workbook was written").initCause(e);
        } catch (ExecutionException e) {
            throw new IOException("a sheet cannot be written: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void forgetTexts() {
        // nothing was in it that anybody could have replaced
    }

    @Override
    public void write(OutputStream out) throws IOException {
        for (Future<?> it : waiting) {
            await(it);
        }
        waiting.clear();
        zip.finish();
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        workbook.write(rest);
        ZipParts.write(rest.toByteArray(), packed.toByteArray(), done, out);
    }

    @Override
    public void close() throws IOException {
        packing.shutdownNow();
        workbook.getPackage().revert(); // to close it would be to write it once more
    }

    /** Makes the parts of the workbook that are ours. */
    private static final class Parts extends XSSFFactory {
        @Override
        public POIXMLDocumentPart newDocumentPart(POIXMLRelation kind) {
            if (kind.equals(XSSFRelation.WORKSHEET)) {
                return new Leaf();
            }
            return kind.equals(XSSFRelation.SHARED_STRINGS) ? new PlainTexts() : super.newDocumentPart(kind);
        }
    }

    /** A sheet that can be written by itself. */
    private static final class Leaf extends XSSFSheet {

        /** Writes it and forgets what was in it. */
        void pack(ZipArchiveOutputStream zip, String name) throws IOException {
            zip.putArchiveEntry(new ZipArchiveEntry(name));
            write(zip);
            zip.closeArchiveEntry();
            read(new ByteArrayInputStream(StillSheets.EMPTY));
        }
    }
}

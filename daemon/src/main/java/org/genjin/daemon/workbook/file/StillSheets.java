package org.genjin.daemon.workbook.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Sheets of a workbook that stay as they are. POI takes a workbook apart as a whole, which is most of what writing one costs in time
 * and memory; it is given one in which these sheets are empty, and when it has written that, they come back byte for byte.
 */
public final class StillSheets {

    /** A sheet without anything. */
    static final byte[] EMPTY =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData/></worksheet>"
                    .getBytes(StandardCharsets.US_ASCII);

    private final byte[] workbook;
    /** Name of the sheet → its part in the zip. */
    private final Map<String, String> parts;

    private StillSheets(byte[] workbook, Map<String, String> parts) {
        this.workbook = workbook;
        this.parts = parts;
    }

    /**
     * @param names of the sheets that are to stay; those with tables or pivots do not, as POI writes these from the cells
     * @throws OpenXML4JException if it is none that POI can open
     */
    public static StillSheets of(byte[] workbook, Set<String> names) throws IOException, OpenXML4JException {
        Map<String, String> parts = new HashMap<>();
        if (!names.isEmpty()) {
            try (OPCPackage all = OPCPackage.open(new ByteArrayInputStream(workbook)); ZipFile entries = ZipParts.of(workbook)) {
                XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) new XSSFReader(all).getSheetsData();
                while (sheets.hasNext()) {
                    sheets.next().close();
                    String part = sheets.getSheetPart().getPartName().getName().substring(1);
                    boolean named = entries.getEntry(part) != null; // not where a program writes names in a way of its own
                    if (named && names.contains(sheets.getSheetName()) && isAlone(sheets.getSheetPart())) {
                        parts.put(sheets.getSheetName(), part);
                    }
                }
            }
        }
        return new StillSheets(workbook, parts);
    }

    private static boolean isAlone(PackagePart sheet) throws InvalidFormatException {
        for (PackageRelationship it : sheet.getRelationships()) {
            String type = it.getRelationshipType();
            if (type.equals(XSSFRelation.TABLE.getRelation()) || type.equals(XSSFRelation.PIVOT_TABLE.getRelation())) {
                return false;
            }
        }
        return true;
    }

    /** The names of those that do stay. */
    Set<String> names() {
        return Collections.unmodifiableSet(parts.keySet());
    }

    /** The workbook in which they are empty. */
    InputStream others() throws IOException {
        if (parts.isEmpty()) {
            return new ByteArrayInputStream(workbook);
        }
        ByteArrayOutputStream others = new ByteArrayOutputStream(workbook.length);
        Set<String> still = new HashSet<>(parts.values());
        try (ZipFile from = ZipParts.of(workbook); ZipArchiveOutputStream to = new ZipArchiveOutputStream(others)) {
            for (ZipArchiveEntry it : Collections.list(from.getEntries())) {
                if (still.contains(it.getName())) {
                    to.putArchiveEntry(new ZipArchiveEntry(it.getName()));
                    to.write(EMPTY);
                    to.closeArchiveEntry();
                } else {
                    to.addRawArchiveEntry(it, from.getRawInputStream(it));
                }
            }
        }
        return new ByteArrayInputStream(others.toByteArray());
    }

    /** The numbers of the shared texts that their cells show. */
    BitSet texts() throws IOException {
        BitSet texts = new BitSet();
        if (!parts.isEmpty()) {
            XMLInputFactory xml = XMLHelper.newXMLInputFactory();
            try (ZipFile from = ZipParts.of(workbook)) {
                for (String part : parts.values()) {
                    try (InputStream in = from.getInputStream(from.getEntry(part))) {
                        texts(xml.createXMLStreamReader(in), texts);
                    }
                }
            } catch (XMLStreamException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
        return texts;
    }

    private static void texts(XMLStreamReader xml, BitSet texts) throws XMLStreamException {
        boolean shared = false;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                String element = xml.getLocalName();
                if (element.equals("c")) {
                    shared = "s".equals(xml.getAttributeValue(null, "t"));
                } else if (shared && element.equals("v")) {
                    UnusedTexts.number(xml.getElementText()).ifPresent(texts::set);
                }
            }
        }
    }

    /** Writes the workbook that was opened as {@link #others}, with those that stay. */
    void restore(XSSFWorkbook opened, OutputStream out) throws IOException {
        if (parts.isEmpty()) {
            opened.write(out);
            return;
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream(workbook.length);
        opened.write(written);
        restore(written.toByteArray(), out);
    }

    private void restore(byte[] written, OutputStream out) throws IOException {
        Set<String> still = new HashSet<>();
        parts.values().forEach(it -> {
            still.add(it);
            int slash = it.lastIndexOf('/') + 1;
            still.add(it.substring(0, slash) + "_rels/" + it.substring(slash) + ".rels");
        });
        ZipParts.write(written, workbook, still, out);
    }
}

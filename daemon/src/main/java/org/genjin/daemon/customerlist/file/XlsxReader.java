package org.genjin.daemon.customerlist.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * Workbooks of Excel 2007 and later, and what other programs write in that form (ECMA-376, transitional and strict). The
 * sheets are read as they pass by, so that a workbook may be far larger than the memory. Macros, external links and
 * pictures are not looked at.
 */
final class XlsxReader {

    private static final long LARGEST_SHEET = 600L << 20;
    private static final int LARGEST_PART = 100 << 20;

    private final byte[] workbook;
    private final String name;
    private final Map<String, byte[]> parts = new HashMap<>();

    private final boolean hiddenToo;

    private XlsxReader(byte[] workbook, String name, boolean hiddenToo) {
        this.workbook = workbook;
        this.name = name;
        this.hiddenToo = hiddenToo;
    }

    /** @param hiddenToo whether hidden sheets are read as well */
    static List<Sheet> read(byte[] workbook, String name, boolean hiddenToo) throws IOException, ListRefused {
        return new XlsxReader(workbook, name, hiddenToo).sheets();
    }

    private record Listed(String name, boolean hidden, String part) {}

    private List<Sheet> sheets() throws IOException, ListRefused {
        smallParts();
        List<Listed> listed = new ArrayList<>();
        boolean[] since1904 = {false};
        Map<String, String> targets = relations("xl/_rels/workbook.xml.rels", "xl");
        byte[] book = parts.get("xl/workbook.xml");
        if (book == null) {
            throw new ListRefused(name + " is no workbook that Excel would open; save it once more as .xlsx and try again.");
        }
        Xml.walk(new ByteArrayInputStream(book), name, (element, xml) -> {
            if (element.equals("workbookPr")) {
                since1904[0] = Xml.flag(xml, "date1904");
            } else if (element.equals("sheet")) {
                String state = Xml.attribute(xml, "state");
                String part = targets.get(String.valueOf(Xml.attribute(xml, "id")));
                if (part != null) {
                    boolean hidden = state != null && !state.equals("visible");
                    listed.add(new Listed(String.valueOf(Xml.attribute(xml, "name")), hidden, part));
                }
            }
        });
        XlsxStyles styles = XlsxStyles.read(parts.get("xl/styles.xml"), name, since1904[0]);
        List<String> strings = strings();
        Map<String, Sheet> read = new HashMap<>();
        Map<String, Listed> wanted = new HashMap<>();
        listed.forEach(it -> wanted.put(it.part(), it));
        int[] budget = {ListReader.MOST_CELLS};
        ZipArchiveInputStream zip = opened();
        for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            Listed it = wanted.get(entry.getName());
            if (it != null && (hiddenToo || !it.hidden())) {
                InputStream in = Xml.bounded(zip, LARGEST_SHEET);
                read.put(it.part(), new XlsxSheet(it.name(), name, strings, styles, comments(it.part()), budget).read(in));
            }
        }
        List<Sheet> sheets = new ArrayList<>();
        for (Listed it : listed) {
            Sheet sheet = read.get(it.part());
            sheets.add(sheet == null
                    ? new Sheet(it.name(), it.hidden(), List.of(), List.of())
                    : new Sheet(it.name(), it.hidden(), sheet.rows(), sheet.merges()));
        }
        return sheets;
    }

    /** The library's own reading of zips stumbles over the long sizes that programs write who do not know a part's size beforehand. */
    private ZipArchiveInputStream opened() {
        return new ZipArchiveInputStream(new ByteArrayInputStream(workbook), StandardCharsets.UTF_8.name(), true, true);
    }

    private void smallParts() throws IOException, ListRefused {
        ZipArchiveInputStream zip = opened();
        long all = 0;
        for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String path = entry.getName();
            boolean wanted = path.equals("xl/workbook.xml") || path.equals("xl/styles.xml") || path.equals("xl/sharedStrings.xml")
                    || path.startsWith("xl/") && path.endsWith(".rels") || path.startsWith("xl/comments")
                    || path.startsWith("xl/threadedComments/");
            if (wanted) {
                byte[] part = zip.readNBytes(LARGEST_PART + 1);
                all += part.length;
                if (part.length > LARGEST_PART || all > 2L * LARGEST_PART) {
                    throw ListReader.tooLarge(name);
                }
                parts.put(path, part);
            }
        }
    }

    /** Id → the part that it names, from the zip's root. */
    private Map<String, String> relations(String part, String base) throws IOException, ListRefused {
        Map<String, String> targets = new HashMap<>();
        byte[] bytes = parts.get(part);
        if (bytes != null) {
            Xml.walk(new ByteArrayInputStream(bytes), name, (element, xml) -> {
                String target = Xml.attribute(xml, "Target");
                String id = Xml.attribute(xml, "Id");
                if (element.equals("Relationship") && id != null && target != null
                        && !"External".equals(Xml.attribute(xml, "TargetMode"))) {
                    targets.put(id, resolved(base, target));
                }
            });
        }
        return targets;
    }

    private static String resolved(String base, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String folder = base;
        String rest = target;
        while (rest.startsWith("../")) {
            rest = rest.substring(3);
            folder = folder.contains("/") ? folder.substring(0, folder.lastIndexOf('/')) : "";
        }
        return folder.isEmpty() ? rest : folder + "/" + rest;
    }

    private List<String> strings() throws IOException, ListRefused {
        List<String> strings = new ArrayList<>();
        byte[] bytes = parts.get("xl/sharedStrings.xml");
        if (bytes != null) {
            Xml.walk(new ByteArrayInputStream(bytes), name, (element, xml) -> {
                if (element.equals("si")) {
                    strings.add(XlsxSheet.unescaped(Xml.text(xml, "rPh")));
                }
            });
        }
        return strings;
    }

    /** Cell → what was pinned to it. */
    private Map<String, String> comments(String sheet) throws IOException, ListRefused {
        int slash = sheet.lastIndexOf('/');
        String folder = slash < 0 ? "" : sheet.substring(0, slash);
        Map<String, String> comments = new TreeMap<>();
        String rels = folder + "/_rels/" + sheet.substring(slash + 1) + ".rels";
        for (String target : relations(rels, folder).values()) {
            byte[] bytes = parts.get(target);
            if (bytes != null && target.matches(".*/comments[^/]*\\.xml")) {
                String[] ref = {null};
                Xml.walk(new ByteArrayInputStream(bytes), name, (element, xml) -> {
                    if (element.equals("comment")) {
                        ref[0] = Xml.attribute(xml, "ref");
                    } else if (element.equals("text") && ref[0] != null) {
                        comments.merge(ref[0], XlsxSheet.unescaped(Xml.text(xml, "rPh")).strip(), (a, b) -> a + "\n" + b);
                    }
                });
            }
        }
        return comments;
    }
}

package org.genjin.daemon.customerlist.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
    /** Parts that are held in memory; some programs number the workbook, or have a folder for comments. */
    private static final Pattern SMALL = Pattern.compile("(xl/(workbook|styles|sharedstrings|comments)[^/]*|xl/comments/[^/]+)\\.xml|(xl/.*|_rels/)\\.rels");

    private final byte[] workbook;
    private final String name;
    /** By {@link PartNames}. */
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

    /** @param type the last word of its kind */
    private record Relation(String type, String target) {}

    private List<Sheet> sheets() throws IOException, ListRefused {
        smallParts();
        List<Listed> listed = new ArrayList<>();
        boolean[] since1904 = {false};
        String main = first(relations("").values(), "officedocument", "xl/workbook.xml");
        Map<String, Relation> targets = relations(main);
        byte[] book = parts.get(main);
        if (book == null) {
            throw new ListRefused(name + " is no workbook that Excel would open; save it once more as .xlsx and try again.");
        }
        Xml.walk(new ByteArrayInputStream(book), name, (element, xml) -> {
            if (element.equals("workbookPr")) {
                since1904[0] = Xml.flag(xml, "date1904");
            } else if (element.equals("sheet")) {
                String state = Xml.attribute(xml, "state");
                Relation to = targets.get(String.valueOf(Xml.attribute(xml, "id")));
                if (to != null) {
                    boolean hidden = state != null && !state.equals("visible");
                    listed.add(new Listed(String.valueOf(Xml.attribute(xml, "name")), hidden, to.target()));
                }
            }
        });
        XlsxStyles styles = XlsxStyles.read(parts.get(first(targets.values(), "styles", "xl/styles.xml")), name, since1904[0]);
        List<String> strings = strings(first(targets.values(), "sharedstrings", "xl/sharedstrings.xml"));
        Map<String, Sheet> read = new HashMap<>();
        Map<String, Listed> wanted = new HashMap<>();
        listed.forEach(it -> wanted.put(it.part(), it));
        int[] budget = {ListReader.MOST_CELLS};
        ZipArchiveInputStream zip = opened();
        for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            Listed it = wanted.get(PartNames.of(entry.getName()));
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
            String path = PartNames.of(entry.getName());
            if (SMALL.matcher(path).matches()) {
                byte[] part = zip.readNBytes(LARGEST_PART + 1);
                all += part.length;
                if (part.length > LARGEST_PART || all > 2L * LARGEST_PART) {
                    throw ListReader.tooLarge(name);
                }
                parts.put(path, part);
            }
        }
    }

    private static String first(Collection<Relation> relations, String type, String otherwise) {
        return relations.stream().filter(it -> it.type().equals(type)).map(Relation::target).findFirst().orElse(otherwise);
    }

    /**
     * Id → what a part names.
     *
     * @param part "" for the workbook as a whole
     */
    private Map<String, Relation> relations(String part) throws IOException, ListRefused {
        Map<String, Relation> targets = new HashMap<>();
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, Math.max(0, slash - 1));
        byte[] bytes = parts.get(part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels");
        if (bytes != null) {
            Xml.walk(new ByteArrayInputStream(bytes), name, (element, xml) -> {
                String target = Xml.attribute(xml, "Target");
                String id = Xml.attribute(xml, "Id");
                String type = PartNames.of(String.valueOf(Xml.attribute(xml, "Type")));
                if (element.equals("Relationship") && id != null && target != null
                        && !"External".equals(Xml.attribute(xml, "TargetMode"))) {
                    targets.put(id, new Relation(type.substring(type.lastIndexOf('/') + 1), PartNames.of(resolved(folder, target))));
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

    private List<String> strings(String part) throws IOException, ListRefused {
        List<String> strings = new ArrayList<>();
        byte[] bytes = parts.get(part);
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
        Map<String, String> comments = new TreeMap<>();
        for (Relation it : relations(sheet).values()) {
            byte[] bytes = parts.get(it.target());
            if (bytes != null && it.type().equals("comments")) {
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

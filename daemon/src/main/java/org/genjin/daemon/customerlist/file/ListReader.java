package org.genjin.daemon.customerlist.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.genjin.daemon.customerlist.file.ListFile.Kind;

/**
 * Opens a customer list, whatever it is: what is in it counts, not its name. Workbooks (xlsx, xlsm, xls, ods), text in any
 * common encoding with any common separator, tables saved as HTML, address cards, and a zip or folder with these, whose files are
 * read by name as one list. Bounded in size and memory, so that no file can take the machine down.
 */
public final class ListReader {

    private static final long LARGEST = 60L << 20;
    /** What one file within a zip may grow to. */
    private static final long LARGEST_UNPACKED = 200L << 20;
    /** More rows than any list of customers has. */
    static final int MOST_ROWS = 100_000;
    private static final int MOST_FILES = 64;
    static final int MOST_COLUMNS = 500;
    static final int MOST_CELLS = 4_000_000;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private ListReader() {}

    /**
     * @throws ListRefused if it is no list, or one that cannot be read
     * @throws IOException if the file itself cannot be read
     */
    public static ListFile read(Path file) throws IOException, ListRefused {
        if (!Files.exists(file)) {
            throw new ListRefused("There is no " + file + "; look at its name and folder.");
        }
        if (Files.isDirectory(file)) {
            return folder(file);
        }
        if (Files.size(file) > LARGEST) {
            throw new ListRefused(file.getFileName() + " is larger than " + (LARGEST >> 20)
                    + " MB; save the sheet with the customers as a file of its own.");
        }
        return read(Files.readAllBytes(file), String.valueOf(file.getFileName()));
    }

    /** @param name what people call the file, for sentences and as the sheet's name where it has none */
    public static ListFile read(byte[] bytes, String name) throws IOException, ListRefused {
        return read(bytes, name, false);
    }

    /** The same with what is in hidden sheets, which no list means, but a workbook that is known does. */
    public static ListFile readWhole(byte[] bytes, String name) throws IOException, ListRefused {
        return read(bytes, name, true);
    }

    private static ListFile read(byte[] bytes, String name, boolean hidden) throws IOException, ListRefused {
        if (bytes.length == 0) {
            throw new ListRefused(name + " is empty.");
        }
        if (starts(bytes, ZIP)) {
            return zip(bytes, name, hidden);
        }
        if (starts(bytes, OLE)) {
            return new ListFile(Kind.XLS, XlsReader.read(bytes, name));
        }
        String text = TextDecoding.decode(bytes, name);
        String head = text.stripLeading();
        String lower = head.substring(0, Math.min(head.length(), 2_000)).toLowerCase(Locale.ROOT);
        if (lower.startsWith("begin:vcard")) {
            return new ListFile(Kind.VCARD, VcardReader.read(text, name));
        }
        if (lower.startsWith("<") && (lower.contains("<html") || lower.contains("<table"))) {
            return new ListFile(Kind.HTML, HtmlReader.read(text, name));
        }
        if (lower.startsWith("<?xml") && lower.contains("schemas-microsoft-com:office:spreadsheet")) {
            return new ListFile(Kind.HTML, HtmlReader.readSpreadsheetXml(text, name));
        }
        return new ListFile(Kind.TEXT, List.of(CsvReader.read(text, name)));
    }

    private static ListFile zip(byte[] bytes, String name, boolean hidden) throws IOException, ListRefused {
        try {
            SortedMap<String, byte[]> lists = new TreeMap<>();
            boolean ods = false;
            ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String path = entry.getName();
                if (path.equals("[Content_Types].xml") || path.startsWith("xl/")) {
                    return new ListFile(Kind.XLSX, XlsxReader.read(bytes, name, hidden));
                }
                if (path.equals("mimetype")) {
                    ods = new String(zip.readNBytes(200), StandardCharsets.US_ASCII).contains("opendocument.spreadsheet");
                } else if (ods && path.equals("content.xml")) {
                    return new ListFile(Kind.ODS, OdsReader.read(bounded(zip, name), name));
                } else if (!ods && isList(path)) {
                    lists.put(path, bounded(zip, name));
                    if (lists.values().stream().mapToLong(it -> it.length).sum() > LARGEST_UNPACKED) {
                        throw tooLarge(name);
                    }
                }
            }
            if (lists.isEmpty()) {
                throw new ListRefused(name + " is a zip without a list of customers in it (xlsx, xls, ods, csv or vcf).");
            }
            return all(lists, name);
        } catch (IOException | IllegalArgumentException e) { // the bytes are here: nothing but they can be at fault
            throw new ListRefused(name + " is a damaged zip or workbook; save it once more and try again.", e);
        }
    }

    /** The lists that lie in a folder itself, such as an export for another system. */
    private static ListFile folder(Path folder) throws IOException, ListRefused {
        SortedMap<String, byte[]> lists = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(it -> Files.isRegularFile(it) && isList(String.valueOf(it.getFileName()))).toList();
        }
        long size = 0;
        for (Path it : files) {
            size += Files.size(it);
            if (size > LARGEST || files.size() > MOST_FILES) {
                throw new ListRefused(folder + " holds more than " + (LARGEST >> 20) + " MB or " + MOST_FILES
                        + " files of lists; name one file, or a folder with those that belong together.");
            }
            lists.put(String.valueOf(it.getFileName()), Files.readAllBytes(it));
        }
        if (lists.isEmpty()) {
            throw new ListRefused(folder + " is a folder without a list of customers in it (xlsx, xls, ods, csv or vcf).");
        }
        return all(lists, String.valueOf(folder.getFileName()));
    }

    /** Several files as the sheets of one list, in the order of their names: what is pointed to comes before what points to it. */
    private static ListFile all(SortedMap<String, byte[]> lists, String name) throws IOException, ListRefused {
        if (lists.size() > MOST_FILES) {
            throw new ListRefused(name + " holds more than " + MOST_FILES + " lists; import those that belong together.");
        }
        List<Sheet> sheets = new ArrayList<>();
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Map.Entry<String, byte[]> it : lists.entrySet()) {
            String file = it.getKey().substring(it.getKey().lastIndexOf('/') + 1);
            ListFile read = read(it.getValue(), file);
            kinds.add(read.kind());
            for (Sheet sheet : read.sheets()) {
                boolean known = sheets.stream().anyMatch(other -> other.name().equals(sheet.name()));
                sheets.add(known ? new Sheet(file + " " + sheet.name(), sheet.hidden(), sheet.rows(), sheet.merges()) : sheet);
            }
        }
        return new ListFile(kinds.size() == 1 ? kinds.iterator().next() : Kind.TEXT, sheets);
    }

    private static boolean isList(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        String name = lower.substring(lower.lastIndexOf('/') + 1);
        boolean none = lower.startsWith("__macosx/") || name.startsWith(".") || name.startsWith("~$") || name.startsWith("readme");
        return !none && lower.matches("(?s).*\\.(xlsx|xlsm|xls|ods|csv|tsv|txt|vcf)");
    }

    /** All of the entry, unless it grows beyond what any list has: a small zip may hold a huge file. */
    private static byte[] bounded(InputStream in, String name) throws IOException, ListRefused {
        byte[] content = in.readNBytes((int) LARGEST_UNPACKED + 1);
        if (content.length > LARGEST_UNPACKED) {
            throw tooLarge(name);
        }
        return content;
    }

    static ListRefused tooLarge(String name) {
        return new ListRefused(name + " grows to more than " + (LARGEST_UNPACKED >> 20)
                + " MB when it is unpacked; that is no list of customers.");
    }

    static ListRefused tooMany(String name) {
        return new ListRefused(name + " has more than " + MOST_ROWS
                + " rows with something in them; keep those with customers and import these.");
    }

    private static boolean starts(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }
}

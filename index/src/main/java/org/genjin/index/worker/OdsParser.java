package org.genjin.index.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.sax.XHTMLContentHandler;
import org.apache.tika.utils.XMLReaderUtils;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the cells of OpenDocument spreadsheets: Tika's own reader names no sheet and does not count what is repeated. What is no
 * such file, or is encrypted, is left to that one.
 */
final class OdsParser implements Parser {

    private static final long serialVersionUID = 1L;
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static final String CONTENT = "content.xml";
    private static final int MANIFEST = 1_000_000;
    private static final int MOST_REPEATED = 50;

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return Set.of(
                MediaType.application("vnd.oasis.opendocument.spreadsheet"),
                MediaType.application("vnd.oasis.opendocument.spreadsheet-template"));
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        Rows rows = context.get(Rows.class);
        ZipFile file = stream instanceof TikaInputStream it ? opened(it) : null;
        if (rows == null || file == null) {
            new OpenDocumentParser().parse(stream, handler, metadata, context);
            return;
        }
        try (ZipFile zip = file; InputStream content = zip.getInputStream(zip.getEntry(CONTENT))) {
            rows.complete();
            XHTMLContentHandler page = new XHTMLContentHandler(handler, metadata);
            page.startDocument();
            XMLReaderUtils.parseSAX(content, new Cells(page, rows), context);
            page.endDocument();
        }
    }

    /** Null if its cells cannot be read. */
    private static @Nullable ZipFile opened(TikaInputStream stream) throws IOException {
        try {
            ZipFile zip = new ZipFile(stream.getFile());
            if (zip.getEntry(CONTENT) != null && !isEncrypted(zip)) {
                return zip;
            }
            zip.close();
            return null;
        } catch (ZipException e) {
            return null;
        }
    }

    private static boolean isEncrypted(ZipFile zip) throws IOException {
        ZipEntry manifest = zip.getEntry("META-INF/manifest.xml");
        if (manifest == null) {
            return false;
        }
        try (InputStream xml = zip.getInputStream(manifest)) {
            return new String(xml.readNBytes(MANIFEST), StandardCharsets.UTF_8).contains("encryption-data");
        }
    }

    /** Writes each sheet as a heading and a table. */
    private static final class Cells extends DefaultHandler {

        private final XHTMLContentHandler page;
        private final Rows rows;
        private @Nullable StringBuilder cell;
        private int row;
        private int rowTimes;
        private int cellTimes;
        private int empty;
        private boolean begun;

        Cells(XHTMLContentHandler page, Rows rows) {
            this.page = page;
            this.rows = rows;
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
            if (uri.equals(TABLE)) {
                switch (name) {
                    case "table" -> {
                        page.startElement("div", "class", "sheet");
                        String sheet = attributes.getValue(TABLE, "name");
                        page.element("h1", sheet == null ? "" : sheet);
                        page.startElement("table");
                        row = 0;
                    }
                    case "table-row" -> {
                        rowTimes = times(attributes, "number-rows-repeated");
                        empty = 0;
                        begun = false;
                    }
                    case "table-cell", "covered-table-cell" -> {
                        cellTimes = times(attributes, "number-columns-repeated");
                        cell = new StringBuilder();
                    }
                    default -> {}
                }
            } else if (uri.equals(TEXT) && cell != null) {
                switch (name) {
                    case "p" -> cell.append(cell.isEmpty() ? "" : "\n");
                    case "s", "tab", "line-break" -> cell.append(' ');
                    default -> {}
                }
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) throws SAXException {
            if (!uri.equals(TABLE)) {
                return;
            }
            switch (name) {
                case "table" -> {
                    page.endElement("table");
                    page.endElement("div");
                }
                case "table-row" -> {
                    if (begun) {
                        page.endElement("tr");
                    }
                    row += rowTimes;
                }
                case "table-cell", "covered-table-cell" -> endCell();
                default -> {}
            }
        }

        /** What is repeated down the rows is written once, in the first of them. */
        private void endCell() throws SAXException {
            String words = cell == null ? "" : cell.toString().strip();
            cell = null;
            if (words.isEmpty()) {
                empty += cellTimes;
                return;
            }
            if (!begun) {
                begun = true;
                rows.row(row);
                page.startElement("tr");
            }
            for (; empty > 0; empty--) {
                page.startElement("td");
                page.endElement("td");
            }
            for (int i = 0; i < Math.min(cellTimes, MOST_REPEATED); i++) {
                page.startElement("td");
                page.characters(words);
                page.endElement("td");
            }
            empty = Math.max(0, cellTimes - MOST_REPEATED);
        }

        @Override
        public void characters(char[] chars, int start, int length) {
            if (cell != null) {
                cell.append(chars, start, length);
            }
        }

        private static int times(Attributes attributes, String name) {
            String value = attributes.getValue(TABLE, name);
            return value != null && value.matches("\\d{1,7}") ? Math.max(1, Integer.parseInt(value)) : 1;
        }
    }
}

package org.genjin.index.worker;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.extractor.XSSFEventBasedExcelExtractor;
import org.apache.poi.xssf.model.Comments;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.ooxml.OPCPackageWrapper;
import org.apache.tika.parser.microsoft.ooxml.XSSFExcelExtractorDecorator;
import org.apache.xmlbeans.XmlException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Tika's reader of xlsx, which also says which row is which: by itself, it writes the rows that have cells one below the other. */
final class WorkbookParser implements Parser {

    private static final long serialVersionUID = 1L;

    private static final Set<MediaType> TYPES = Set.of(
            MediaType.application("vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            MediaType.application("vnd.openxmlformats-officedocument.spreadsheetml.template"),
            MediaType.application("vnd.ms-excel.sheet.macroenabled.12"),
            MediaType.application("vnd.ms-excel.template.macroenabled.12"));

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return TYPES;
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        Rows rows = context.get(Rows.class);
        XSSFEventBasedExcelExtractor workbook = rows == null ? null : workbook(stream);
        if (rows == null || workbook == null) {
            new OOXMLParser().parse(stream, handler, metadata, context);
            return;
        }
        context.set(OfficeParserConfig.class, context.get(OfficeParserConfig.class, new OfficeParserConfig()));
        try {
            new Sheets(context, workbook, rows).getXHTML(handler, metadata, context);
        } catch (XmlException | POIXMLException e) {
            throw new TikaException("a workbook that cannot be read", e);
        }
    }

    /** Null if it is none of the usual kind: Tika knows the others. */
    private static @Nullable XSSFEventBasedExcelExtractor workbook(InputStream stream) {
        Object opened = stream instanceof TikaInputStream it ? it.getOpenContainer() : null;
        OPCPackage file = opened instanceof OPCPackageWrapper it ? it.getOPCPackage() : null;
        try {
            return file == null ? null : new XSSFEventBasedExcelExtractor(file);
        } catch (XmlException | OpenXML4JException | IOException | POIXMLException e) {
            return null;
        }
    }

    private static final class Sheets extends XSSFExcelExtractorDecorator {

        private final Rows rows;

        Sheets(ParseContext context, XSSFEventBasedExcelExtractor workbook, Rows rows) {
            super(context, workbook, Locale.ROOT);
            this.rows = rows;
            rows.complete();
        }

        @Override
        public void processSheet(
                SheetContentsHandler cells, Comments comments, StylesTable styles, ReadOnlySharedStringsTable strings,
                InputStream sheet) throws IOException, SAXException {
            super.processSheet(new Telling(cells, rows), comments, styles, strings, sheet);
        }
    }

    /** @param cells writes them; empty cells between others of a row are written too */
    private record Telling(SheetContentsHandler cells, Rows rows) implements SheetContentsHandler {

        @Override
        public void startRow(int number) {
            rows.row(number);
            cells.startRow(0); // it would write all rows since the first once more before each
        }

        @Override
        public void endRow(int number) {
            cells.endRow(0);
        }

        @Override
        public void cell(String reference, String text, @Nullable XSSFComment comment) {
            cells.cell(reference, text, comment);
        }

        @Override
        public void headerFooter(String text, boolean header, String tag) {
            cells.headerFooter(text, header, tag);
        }
    }
}

package org.genjin.index.worker;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Tika's reader of xls, told to write the empty rows too. Its readers of other workbooks are not to be told: they write too many. */
final class XlsParser implements Parser {

    private static final long serialVersionUID = 1L;

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return Set.of(MediaType.application("vnd.ms-excel"));
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        OfficeParserConfig before = context.get(OfficeParserConfig.class);
        OfficeParserConfig all = new OfficeParserConfig();
        all.setIncludeMissingRows(true);
        context.set(OfficeParserConfig.class, all);
        Rows rows = context.get(Rows.class);
        if (rows != null) {
            rows.complete();
        }
        try {
            new OfficeParser().parse(stream, handler, metadata, context);
        } finally {
            context.set(OfficeParserConfig.class, before);
        }
    }
}

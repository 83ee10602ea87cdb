package org.genjin.daemon.workbook.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.xssf.model.SharedStringsTable;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/**
 * The texts of a new workbook's cells, none of which has a look of its own. POI's table keeps each as a piece of XML and writes it
 * out to know it again: a fifth of what writing a workbook took.
 */
final class PlainTexts extends SharedStringsTable {

    private static final int LATEST = 50;
    private static final String SPACE = "http://www.w3.org/XML/1998/namespace";

    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    /** Place → text, of those that were put into cells last: whoever writes a row looks at its cells again. */
    private final Map<Integer, RichTextString> latest = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, RichTextString> eldest) {
            return size() > LATEST;
        }
    };

    @Override
    public int addSharedStringItem(RichTextString text) {
        if (text.numFormattingRuns() > 0) {
            throw new IllegalArgumentException("text with a look of its own within a cell");
        }
        String plain = Objects.requireNonNullElse(((XSSFRichTextString) text).getCTRst().getT(), "");
        count++;
        int place = places.computeIfAbsent(plain, it -> {
            texts.add(it);
            uniqueCount = texts.size();
            return uniqueCount - 1;
        });
        latest.put(place, text);
        return place;
    }

    @Override
    public RichTextString getItemAt(int place) {
        RichTextString known = latest.get(place);
        return known == null ? new XSSFRichTextString(texts.get(place)) : known;
    }

    @Override
    public List<RichTextString> getSharedStringItems() {
        return texts.stream().map(it -> (RichTextString) new XSSFRichTextString(it)).toList();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("sst");
            xml.writeDefaultNamespace(XSSFRelation.NS_SPREADSHEETML);
            xml.writeAttribute("count", Integer.toString(count));
            xml.writeAttribute("uniqueCount", Integer.toString(uniqueCount));
            for (String it : texts) {
                xml.writeStartElement("si");
                xml.writeStartElement("t");
                if (!it.equals(it.strip())) {
                    xml.writeAttribute("xml", SPACE, "space", "preserve");
                }
                xml.writeCharacters(it);
                xml.writeEndElement();
                xml.writeEndElement();
            }
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}

package org.genjin.index.worker;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.BodyContentHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** Documents within a document, up to a number and a depth. One that is damaged costs only itself. */
final class Embedded implements EmbeddedDocumentExtractor {

    private static final int MOST = 500;
    private static final int DEEPEST = 5;

    private final ParseContext context;
    private @Nullable Parser parser;
    private int count;
    private int depth;
    private boolean encrypted;
    private boolean cut;

    Embedded(ParseContext context) {
        this.context = context;
    }

    Parser bounded(Parser with) {
        parser = with;
        return with;
    }

    /** One of them needs a password. */
    boolean encrypted() {
        return encrypted;
    }

    /** Not all of them were read. */
    boolean cut() {
        return cut;
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        boolean within = count < MOST && depth < DEEPEST;
        cut |= !within;
        return within;
    }

    @Override
    public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
            throws SAXException, IOException {
        Parser inner = parser;
        if (inner == null) {
            return;
        }
        count++;
        depth++;
        AttributesImpl attributes = new AttributesImpl();
        attributes.addAttribute("", "class", "class", "CDATA", "package-entry");
        String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
        if (name != null) {
            attributes.addAttribute("", "id", "id", "CDATA", name);
        }
        handler.startElement("http://www.w3.org/1999/xhtml", "div", "div", attributes);
        if (name != null && outputHtml) {
            handler.characters(name.toCharArray(), 0, Math.min(200, name.length()));
            handler.characters("\n".toCharArray(), 0, 1);
        }
        try (TikaInputStream document = TikaInputStream.get(CloseShieldInputStream.wrap(stream))) {
            inner.parse(document, new BodyContentHandler(handler), metadata, context);
        } catch (EncryptedDocumentException e) {
            encrypted = true;
        } catch (TikaException | RuntimeException e) {
            if (WriteLimitReachedException.isWriteLimitReached(e)) {
                throw new WriteLimitReachedException(0);
            }
            cut = true;
        } finally {
            depth--;
        }
        handler.endElement("http://www.w3.org/1999/xhtml", "div", "div");
    }
}

package org.genjin.index.worker;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
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
import org.apache.tika.sax.EmbeddedContentHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Documents within a document, up to a number and a depth. One that is damaged costs only itself. */
final class Embedded implements EmbeddedDocumentExtractor {

    private static final int MOST = 500;
    private static final int DEEPEST = 5;
    private static final Pattern THUMBNAIL = Pattern.compile("(?i)(^|/)thumbnails?[./][^/]*$");

    private final ParseContext context;
    private final PartsHandler parts;
    private @Nullable Parser parser;
    private int count;
    private int depth;
    private boolean encrypted;
    private boolean cut;

    /** @param parts is told where a document within begins and ends */
    Embedded(ParseContext context, PartsHandler parts) {
        this.context = context;
        this.parts = parts;
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
        if (TikaCoreProperties.EmbeddedResourceType.THUMBNAIL.toString()
                        .equals(metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE))
                || THUMBNAIL.matcher(String.valueOf(metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY))).find()) {
            return false; // a small picture of what is read anyway
        }
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
        String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
        parts.enter(name, metadata);
        if (name != null && outputHtml) {
            handler.characters(name.toCharArray(), 0, Math.min(200, name.length()));
            handler.characters("\n".toCharArray(), 0, 1);
        }
        try (TikaInputStream document = TikaInputStream.get(CloseShieldInputStream.wrap(stream))) {
            document.getPath(); // only of files do the readers of workbooks tell rows and cells
            // Its end must not end the document that it is in.
            inner.parse(document, new EmbeddedContentHandler(new BodyContentHandler(handler)), metadata, context);
        } catch (EncryptedDocumentException e) {
            encrypted = true;
        } catch (TikaException | RuntimeException e) {
            if (WriteLimitReachedException.isWriteLimitReached(e)) {
                throw new WriteLimitReachedException(0);
            }
            cut = true;
        } finally {
            depth--;
            parts.leave();
        }
    }
}

package org.genjin.index.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.ocr.TesseractOCRConfig;
import org.xml.sax.SAXException;

/** Reads one document with Tika, embedded ones within it. What was read when something went wrong is kept. */
final class DocumentReader {

    private static final int MOST_CHARACTERS = 1_000_000;
    private static final Set<String> NO_TEXT = Set.of("image", "video", "audio");

    private final Parser parser;
    private final Duration most;
    private final String languages;

    /**
     * @param most how long a document may take; pictures are looked at in the first half of it only, so that what else was read
     *     is not lost
     * @param languages for scans and photographs, with + between; "": these are not read
     */
    DocumentReader(Duration most, String languages) {
        this.most = most;
        this.languages = languages;
        TikaConfig tika = TikaConfig.getDefaultConfig();
        // The last one that knows a type reads it.
        this.parser = new AutoDetectParser(
                tika.getDetector(), tika.getParser(), new WorkbookParser(), new XlsParser(), new OdsParser());
    }

    Wire.Answer read(Wire.Request request) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, request.name());
        TesseractOCRConfig ocr = ocr();
        long until = System.nanoTime() + most.dividedBy(2).toNanos();
        PartsHandler handler = new PartsHandler(MOST_CHARACTERS, metadata, () -> {
            if (System.nanoTime() - until > 0) {
                ocr.setSkipOcr(true);
            }
        });
        ParseContext context = new ParseContext();
        Embedded embedded = new Embedded(context, handler);
        context.set(Rows.class, handler);
        context.set(Parser.class, embedded.bounded(parser));
        context.set(TesseractOCRConfig.class, ocr);
        context.set(org.apache.tika.extractor.EmbeddedDocumentExtractor.class, embedded);
        try (TikaInputStream stream = TikaInputStream.get(Path.of(request.path()), metadata)) {
            parser.parse(stream, handler, metadata, context);
            return answer(metadata, handler.parts(), false, embedded);
        } catch (ZeroByteFileException e) {
            return new Wire.Answer("nothing", type(metadata), "", false, List.of());
        } catch (EncryptedDocumentException e) {
            return failed(metadata, "encrypted", e);
        } catch (IOException | TikaException | SAXException e) {
            if (WriteLimitReachedException.isWriteLimitReached(e)) {
                return answer(metadata, handler.parts(), true, embedded);
            }
            if (isEncrypted(e)) {
                return failed(metadata, "encrypted", e);
            }
            List<String> parts = handler.parts();
            return parts.isEmpty() ? failed(metadata, "corrupt", e) : answer(metadata, parts, true, embedded);
        } catch (RuntimeException e) {
            // Parsers trip over what they did not expect; that costs this document.
            return isEncrypted(e) ? failed(metadata, "encrypted", e) : failed(metadata, "corrupt", e);
        }
    }

    private TesseractOCRConfig ocr() {
        TesseractOCRConfig ocr = new TesseractOCRConfig();
        ocr.setSkipOcr(languages.isEmpty());
        if (!languages.isEmpty()) {
            ocr.setLanguage(languages);
            ocr.setTimeoutSeconds((int) Math.max(1, most.toSeconds() / 3));
        }
        return ocr;
    }

    private Wire.Answer answer(Metadata metadata, List<String> parts, boolean truncated, Embedded embedded) {
        String type = type(metadata);
        if (!parts.isEmpty()) {
            return new Wire.Answer("text", type, "", truncated || embedded.cut(), parts);
        }
        if (embedded.encrypted()) {
            return new Wire.Answer("encrypted", type, "an embedded document", false, List.of());
        }
        if (languages.isEmpty() && (type.startsWith("image/") || type.equals("application/pdf"))) {
            return new Wire.Answer("picture", type, "", false, List.of());
        }
        boolean known = NO_TEXT.contains(type.substring(0, Math.max(0, type.indexOf('/'))));
        boolean unknown = type.equals("application/octet-stream") && !known;
        return new Wire.Answer(unknown ? "unsupported" : "nothing", type, "", false, List.of());
    }

    private static Wire.Answer failed(Metadata metadata, String problem, Exception e) {
        return new Wire.Answer(problem, type(metadata), e.getClass().getSimpleName(), false, new ArrayList<>());
    }

    private static String type(Metadata metadata) {
        String type = metadata.get(Metadata.CONTENT_TYPE);
        return type == null ? "" : type.replaceFirst(";.*", "").strip();
    }

    private static boolean isEncrypted(Throwable failure) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            String name = it.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            String message = it.getMessage() == null ? "" : it.getMessage().toLowerCase(Locale.ROOT);
            if (name.contains("encrypt") || name.contains("invalidpassword") || message.contains("encrypted")
                    || message.contains("password")) {
                return true;
            }
        }
        return false;
    }
}

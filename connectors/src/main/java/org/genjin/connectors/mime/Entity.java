package org.genjin.connectors.mime;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A part of a mail: a leaf with its decoded bytes, or a multipart with its children. */
final class Entity {

    /** Text for programs, or a card that is a document. */
    private static final Set<String> NO_WORDS = Set.of(
            "text/calendar", "text/x-vcalendar", "text/vcard", "text/x-vcard", "text/directory", "text/x-amp-html",
            "text/css", "text/javascript");
    /** Exchange makes files of the words that it finds between and behind others. */
    private static final Pattern FOOTER = Pattern.compile("ATT\\d{3,6}\\.(?:txt|html?)", Pattern.CASE_INSENSITIVE);
    private static final int LARGEST_FOOTER = 20_000;

    private final Headers headers;
    private final Parameters contentType;
    private final Parameters disposition;
    private final String type;
    private final String name;
    private final byte[] body;
    private final List<Entity> children;

    /**
     * @param type media type in lower case, {@code text/plain} where none is given (RFC 2045 section 5.2)
     * @param body decoded; of a multipart what stands behind its last part
     */
    Entity(Headers headers, Parameters contentType, String type, byte[] body, List<Entity> children) {
        this.headers = headers;
        this.contentType = contentType;
        this.disposition = headers.parameters("content-disposition");
        this.type = type;
        this.body = body;
        this.children = List.copyOf(children);
        String given = disposition.get("filename");
        this.name = FileNames.safe(given.isBlank() ? contentType.get("name") : given);
    }

    Headers headers() {
        return headers;
    }

    Parameters contentType() {
        return contentType;
    }

    String type() {
        return type;
    }

    byte[] body() {
        return body;
    }

    List<Entity> children() {
        return children;
    }

    boolean isMultipart() {
        return type.startsWith("multipart/");
    }

    boolean isMessage() {
        return type.equals("message/rfc822") || type.equals("message/global") || type.equals("message/news");
    }

    /** Something that is read as words if it is no document. */
    boolean isText() {
        return type.startsWith("text/") && !NO_WORDS.contains(type);
    }

    boolean isFooter() {
        return FOOTER.matcher(name).matches() && body.length < LARGEST_FOOTER;
    }

    /** A safe file name by Content-Disposition or Content-Type; "" if it has none. */
    String name() {
        return name;
    }

    boolean isAttached() {
        return disposition.value().equals("attachment");
    }

    /** Without angle brackets, in lower case; "" if it has none. */
    String contentId() {
        return headers.text("content-id").replaceAll("[<>\\s]", "").toLowerCase(Locale.ROOT);
    }

    /** Where the HTML of the mail finds it (RFC 2557); "" if it does not say. */
    String location() {
        return headers.text("content-location").toLowerCase(Locale.ROOT);
    }

    String text() {
        return text(body);
    }

    /** {@code bytes} instead of the body, read as the part says. */
    String text(byte[] bytes) {
        return Charsets.decode(bytes, contentType.get("charset"), type.equals("text/html"));
    }
}

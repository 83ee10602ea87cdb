package org.genjin.connectors.mime;

import java.util.List;
import java.util.Locale;

/**
 * A part of a mail: a leaf with its decoded bytes, or a multipart with its children.
 *
 * @param type media type in lower case, {@code text/plain} where none is given (RFC 2045 section 5.2)
 * @param body decoded; empty for a multipart
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record Entity(Headers headers, Parameters contentType, String type, byte[] body, List<Entity> children) {

    boolean isMultipart() {
        return type.startsWith("multipart/");
    }

    boolean isMessage() {
        return type.equals("message/rfc822") || type.equals("message/global");
    }

    /** As it was sent, by Content-Disposition or Content-Type; "" if it has none. */
    String fileName() {
        String name = disposition().get("filename");
        return FileNames.safe(name.isBlank() ? contentType.get("name") : name);
    }

    boolean isAttached() {
        return disposition().value().equals("attachment");
    }

    Parameters disposition() {
        return headers.parameters("content-disposition");
    }

    String contentId() {
        return headers.text("content-id").replaceAll("[<>\\s]", "").toLowerCase(Locale.ROOT);
    }

    String text() {
        return Charsets.decode(body, contentType.get("charset"), type.equals("text/html"));
    }
}

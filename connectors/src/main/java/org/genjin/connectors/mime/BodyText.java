package org.genjin.connectors.mime;

/** The text of bytes that say nothing of their charset. */
public final class BodyText {

    private BodyText() {}

    /** Never fails; {@code html} lets the document's own declaration count. */
    public static String decode(byte[] bytes, boolean html) {
        return Charsets.decode(bytes, null, html);
    }
}

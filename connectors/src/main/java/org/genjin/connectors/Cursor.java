package org.genjin.connectors;

/** A position in a mailbox. Only the connector that wrote it can read it. */
public record Cursor(String value) {
    public static final Cursor START = new Cursor("");
}

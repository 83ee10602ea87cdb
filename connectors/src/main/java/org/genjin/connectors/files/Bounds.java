package org.genjin.connectors.files;

/** How much is held in memory at once, by how much there is. */
final class Bounds {

    private static final long HEAP = Runtime.getRuntime().maxMemory();

    /** A batch that has come to this many bytes ends before its limit. */
    static final long BATCH = Math.max(1 << 20, HEAP / 32);

    /** Of a mail that is larger this much is read: its words come first. */
    static final int MAIL = (int) Math.min(256L << 20, Math.max(8L << 20, HEAP / 12));

    static final String CUT = "The mail is larger than can be read at once; its beginning is here.";

    private Bounds() {}
}

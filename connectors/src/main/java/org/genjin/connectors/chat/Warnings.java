package org.genjin.connectors.chat;

/** Sentences about an export as a whole that several formats have use for. */
final class Warnings {

    static final String CUT =
            "The file is damaged or breaks off in the middle: what stands before that place was read. Export it again for the rest.";

    private Warnings() {}
}

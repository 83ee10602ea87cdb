package org.genjin.connectors.chat;

/**
 * The beginning of a file that may be a chat export.
 *
 * @param path as given, with {@code !/inner/path} for what lies in a zip; always {@code /} between its parts
 * @param text the first 64 KB, decoded; a character that was cut in two at the end is left out
 */
public record ExportHead(String path, String text) {

    public static ExportHead of(String path, byte[] head) {
        return new ExportHead(path.replace('\\', '/'), ChatText.decode(ChatText.whole(head)));
    }

    /** The last part of the path. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

package org.genjin.connectors.chat;

import java.util.Locale;
import org.genjin.connectors.Content;
import org.genjin.connectors.Message;

/** Documents that an export says were sent: with their bytes where they lie beside it, with their name where they do not. */
final class Attached {

    private Attached() {}

    /** @param path as the export has it; its last part is the name */
    static Message.Attachment at(String path, ChatExport.Beside beside) {
        return at(path, "", "", beside);
    }

    /**
     * @param path where the bytes should be; "" if they were left out
     * @param name as people know it; "" for the last part of the path
     * @param mediaType as declared; "" for what the name tells
     */
    static Message.Attachment at(String path, String name, String mediaType, ChatExport.Beside beside) {
        String shown = name.isEmpty() ? fileName(path) : name;
        Content content = path.isEmpty() ? null : beside.media(path);
        return new Message.Attachment(
                shown, mediaType.isEmpty() ? type(path, shown) : mediaType, content == null ? -1 : content.size(), content);
    }

    /** A document that was left out of the export. */
    static Message.Attachment leftOut(String name, String mediaType) {
        return new Message.Attachment(name, mediaType.isEmpty() ? MediaTypes.ofName(name) : mediaType, -1, null);
    }

    /** The last part of a path or address, without what a server was asked for besides. */
    static String fileName(String path) {
        String normal = path.replace('\\', '/');
        String name = normal.substring(normal.lastIndexOf('/') + 1);
        return normal.toLowerCase(Locale.ROOT).matches("https?://.*") ? name.replaceFirst("[?#].*", "") : name;
    }

    private static String type(String path, String name) {
        String byName = MediaTypes.ofName(name);
        return byName.equals("application/octet-stream") ? MediaTypes.ofName(path) : byName;
    }
}

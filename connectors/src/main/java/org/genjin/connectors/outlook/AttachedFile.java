package org.genjin.connectors.outlook;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file that was sent with an item.
 *
 * @param name "" if it has none
 * @param contentId by which the HTML shows it; "" if it does not
 * @param hidden not listed by Outlook: a picture within the words
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record AttachedFile(String name, String mediaType, String contentId, boolean hidden, byte[] bytes) {

    static final String MAIL = "message/rfc822";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("pdf", "application/pdf"), Map.entry("txt", "text/plain"), Map.entry("csv", "text/csv"),
            Map.entry("htm", "text/html"), Map.entry("html", "text/html"), Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"), Map.entry("png", "image/png"), Map.entry("gif", "image/gif"),
            Map.entry("bmp", "image/bmp"), Map.entry("zip", "application/zip"), Map.entry("doc", "application/msword"),
            Map.entry("xls", "application/vnd.ms-excel"), Map.entry("ppt", "application/vnd.ms-powerpoint"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            Map.entry("ics", "text/calendar"), Map.entry("vcf", "text/vcard"), Map.entry("rtf", "application/rtf"),
            Map.entry("eml", MAIL));

    /** Empty for what is only named and kept elsewhere, and for Outlook's own scraps. */
    static Optional<AttachedFile> of(MapiItem.Attached attached) throws OutlookException {
        MapiProperties properties = attached.properties();
        String name = name(properties);
        String contentId = properties.textOr(Mapi.ATTACH_CONTENT_ID, "").replaceAll("[<>\\s]", "");
        boolean hidden = properties.has(Mapi.ATTACHMENT_HIDDEN, 1);
        MapiItem item = attached.item();
        if (item != null) {
            String title = name.isEmpty() ? item.properties().textOr(Mapi.SUBJECT, "message") : name;
            return Optional.of(new AttachedFile(
                    title.toLowerCase(Locale.ROOT).endsWith(".eml") ? title : withoutMsg(title) + ".eml", MAIL, contentId, hidden,
                    OutlookMail.write(item)));
        }
        byte[] data = attached.data();
        return data == null
                ? Optional.empty()
                : Optional.of(new AttachedFile(name, mediaType(properties, name), contentId, hidden, data));
    }

    private static String name(MapiProperties properties) {
        String extension = properties.textOr(Mapi.ATTACH_EXTENSION, "");
        String name = properties.text(Mapi.ATTACH_LONG_FILENAME)
                .or(() -> properties.text(Mapi.ATTACH_FILENAME))
                .or(() -> properties.text(Mapi.DISPLAY_NAME))
                .or(() -> properties.text(Mapi.ATTACH_PATHNAME))
                .orElse("").strip();
        boolean bare = !name.isEmpty() && name.lastIndexOf('.') < 0 && extension.matches("\\.\\w{1,8}");
        return bare ? name + extension : name;
    }

    private static String mediaType(MapiProperties properties, String name) {
        String said = properties.textOr(Mapi.ATTACH_MIME_TAG, "").strip().toLowerCase(Locale.ROOT);
        if (said.matches("[\\w.+-]+/[\\w.+-]+")) {
            return said;
        }
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(extension, "application/octet-stream");
    }

    private static String withoutMsg(String title) {
        return title.toLowerCase(Locale.ROOT).endsWith(".msg") ? title.substring(0, title.length() - 4) : title;
    }
}

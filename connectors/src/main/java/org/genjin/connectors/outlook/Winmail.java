package org.genjin.connectors.outlook;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Outlook packed into a {@code winmail.dat} (TNEF): the words of the mail and the files that were sent with it.
 *
 * @param plain "" if there are none in plain text
 * @param html null if there are none in HTML
 * @param files in their order; an Outlook item sent along is an {@code .eml} of the type {@code message/rfc822}
 */
public record Winmail(String plain, @Nullable String html, List<File> files) {

    public Winmail {
        files = List.copyOf(files);
    }

    /**
     * @param name as sent, not yet made safe; "" if it has none
     * @param contentId by which the HTML shows it; "" if it does not
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record File(String name, String mediaType, String contentId, byte[] bytes) {}

    /** Whether bytes begin as TNEF does; names and types lie. */
    public static boolean looksLike(byte[] head) {
        return TnefStream.isTnef(head);
    }

    /**
     * Of a damaged one what comes before the damage.
     *
     * @throws OutlookException if the bytes are no TNEF at all
     */
    public static Winmail open(byte[] bytes) throws OutlookException {
        MapiItem item = TnefStream.read(bytes);
        OutlookBody body = OutlookBody.of(item.properties());
        List<File> files = new ArrayList<>();
        for (MapiItem.Attached it : item.attachments()) {
            AttachedFile.of(it).map(file -> new File(file.name(), file.mediaType(), file.contentId(), file.bytes())).ifPresent(files::add);
        }
        return new Winmail(
                body.plain().map(Winmail::text).orElse(""), body.html().map(Winmail::html).orElse(null), files);
    }

    /** The same as RFC 5322 bytes, for a {@code winmail.dat} that lies about without the mail it came in. */
    public static byte[] mail(byte[] bytes) throws OutlookException {
        return OutlookMail.write(TnefStream.read(bytes));
    }

    private static String text(MapiProperties.Octets octets) {
        return CodePage.decode(octets.bytes(), octets.charset());
    }

    /** HTML may name its charset itself. */
    private static String html(MapiProperties.Octets octets) {
        String head = new String(octets.bytes(), 0, Math.min(2000, octets.bytes().length), StandardCharsets.ISO_8859_1);
        Charset charset = HtmlCharset.of(head).orElse(octets.charset());
        return CodePage.decode(octets.bytes(), charset);
    }
}

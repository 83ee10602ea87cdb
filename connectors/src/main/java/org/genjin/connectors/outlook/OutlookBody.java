package org.genjin.connectors.outlook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.poi.hmef.CompressedRTF;

/**
 * The words of an item. Outlook keeps them up to three times: as text, as HTML, and as RTF, which may be HTML in disguise.
 *
 * @param plain empty if there is none or it can be made of the HTML
 */
record OutlookBody(Optional<MapiProperties.Octets> plain, Optional<MapiProperties.Octets> html) {

    static OutlookBody of(MapiProperties item) {
        Optional<MapiProperties.Octets> plain = item.octets(Mapi.BODY).filter(OutlookBody::says)
                .or(() -> item.octets(Mapi.REPORT_TEXT).filter(OutlookBody::says));
        Optional<MapiProperties.Octets> html = item.octets(Mapi.HTML).filter(OutlookBody::says);
        if (html.isPresent()) {
            return new OutlookBody(plain, html);
        }
        Optional<String> rtf = item.octets(Mapi.RTF_COMPRESSED).flatMap(it -> decompressed(it.bytes()));
        return switch (rtf.map(Rtf::kind).orElse(Rtf.Kind.RICH)) {
            case HTML -> new OutlookBody(plain, rtf.map(Rtf::words).map(OutlookBody::utf8).filter(OutlookBody::says));
            case TEXT, RICH -> new OutlookBody(
                    plain.or(() -> rtf.map(Rtf::words).map(OutlookBody::utf8).filter(OutlookBody::says)), Optional.empty());
        };
    }

    /** One char a byte (MS-OXRTFCP); empty if it is damaged: the other forms of the words may be sound. */
    private static Optional<String> decompressed(byte[] compressed) {
        ByteArrayOutputStream rtf = new ByteArrayOutputStream();
        CompressedRTF reader = new CompressedRTF();
        try {
            reader.decompress(new ByteArrayInputStream(compressed), rtf);
        } catch (IOException | RuntimeException e) {
            if (rtf.size() == 0) {
                return Optional.empty();
            }
        }
        // The last run of it is filled up with what was there before.
        String text = rtf.toString(StandardCharsets.ISO_8859_1);
        int size = reader.getDeCompressedSize();
        return Optional.of(size > 0 && size < text.length() ? text.substring(0, size) : text);
    }

    private static MapiProperties.Octets utf8(String text) {
        return new MapiProperties.Octets(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static boolean says(MapiProperties.Octets text) {
        for (byte b : text.bytes()) {
            if (b < 0 || b > ' ') {
                return true;
            }
        }
        return false;
    }
}

package org.genjin.connectors.mime;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells pictures that belong to the look of a mail from those that were sent to be kept. Pure. */
final class Pictures {

    private static final int LOGO = 10 * 1024;
    private static final int MOST = 2000;
    private static final Pattern SOURCE = Pattern.compile(
            "(?:cid:|(?:src|background)\\s{0,5}=\\s{0,5}[\"']?)([^\"'<>\\s)&]{1,300})", Pattern.CASE_INSENSITIVE);
    private static final Set<String> EXTENSIONS =
            Set.of("png", "gif", "jpg", "jpeg", "bmp", "svg", "webp", "tif", "tiff", "emz", "wmz");
    /** Outlook numbers the pictures of a mail so, those of the signature first. */
    private static final Pattern NUMBERED = Pattern.compile("image\\d{3}\\.\\w{3,4}@[0-9a-f.]{1,60}");

    private Pictures() {}

    /** What the document shows, as Content-ID or Content-Location, in lower case. */
    static Set<String> shownIn(String html) {
        Set<String> shown = new HashSet<>();
        Matcher matcher = SOURCE.matcher(html);
        while (matcher.find() && shown.size() < MOST) {
            String source = matcher.group(1).toLowerCase(Locale.ROOT);
            shown.add(decoded(source.startsWith("cid:") ? source.substring(4) : source).replaceAll("\\s", ""));
        }
        shown.remove("");
        return shown;
    }

    static boolean isPicture(String mediaType, String name) {
        return mediaType.startsWith("image/")
                || EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    static boolean isLogo(String contentId, long size) {
        return size > 0 && size < LOGO && NUMBERED.matcher(contentId).matches();
    }

    /** A GIF or PNG of so few points that it is there to be counted, not to be seen. */
    static boolean isPixel(byte[] bytes) {
        if (bytes.length > 10 && bytes[0] == 'G' && bytes[1] == 'I' && bytes[2] == 'F') {
            return number(bytes, 7, 6) * number(bytes, 9, 8) <= 4;
        }
        if (bytes.length > 24 && (bytes[0] & 0xFF) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[16] == 0 && bytes[20] == 0) {
            return number(bytes, 18, 19) * number(bytes, 22, 23) <= 4;
        }
        return false;
    }

    private static int number(byte[] bytes, int high, int low) {
        return (bytes[high] & 0xFF) << 8 | bytes[low] & 0xFF;
    }

    private static String decoded(String source) {
        try {
            return source.indexOf('%') < 0 ? source : URLDecoder.decode(source.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return source; // a per cent sign that means itself
        }
    }
}

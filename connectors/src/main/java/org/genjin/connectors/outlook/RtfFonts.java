package org.genjin.connectors.outlook;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/** Which charset the bytes of each font of an RTF document are in. */
final class RtfFonts {

    private static final Map<Integer, Integer> CODE_PAGES = Map.ofEntries(
            Map.entry(77, 10000), Map.entry(128, 932), Map.entry(129, 949), Map.entry(134, 936), Map.entry(136, 950),
            Map.entry(161, 1253), Map.entry(162, 1254), Map.entry(163, 1258), Map.entry(177, 1255), Map.entry(178, 1256),
            Map.entry(186, 1257), Map.entry(204, 1251), Map.entry(222, 874), Map.entry(238, 1250), Map.entry(255, 850));

    private final Map<Integer, Charset> charsets = new HashMap<>();
    private Charset otherwise = CodePage.WESTERN;
    private int defining;

    /** Of all fonts that do not say. */
    void codePage(int page) {
        otherwise = CodePage.charset(page).orElse(otherwise);
    }

    /** The font of which {@link #defined} tells. */
    void defining(int font) {
        defining = font;
    }

    void defined(int fcharset) {
        Integer page = CODE_PAGES.get(fcharset);
        if (page != null) {
            CodePage.charset(page).ifPresent(it -> charsets.put(defining, it));
        }
    }

    Charset of(int font) {
        return charsets.getOrDefault(font, otherwise);
    }
}

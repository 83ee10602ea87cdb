package org.genjin.daemon.customerlist.rules;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Remarks as plain text: some systems hand them out as HTML. */
final class PlainText {

    private PlainText() {}

    static String of(String text) {
        if (!text.matches("(?is).*(<(?:br|p|div|span|b|strong|i|em|ul|li|table|a|font|html)\\b[^>]*>|&(?:nbsp|amp|lt|gt|quot|#\\d+);).*")) {
            return text.strip();
        }
        Document document = Jsoup.parse(text);
        document.select("br").append("\n");
        document.select("p, div, li, tr").append("\n");
        return document.wholeText().replace('\u00a0', ' ').replaceAll("[ \\t]+\n", "\n").replaceAll("\n{2,}", "\n").strip();
    }
}

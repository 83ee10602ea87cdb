package org.genjin.daemon.reading;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** HTML of mails as text with the line breaks a reader sees. Pure; nothing in it is fetched or run. */
final class HtmlText {

    private static final int LONGEST = 4_000_000;
    private static final Set<String> BLOCKS = Set.of(
            "div", "p", "br", "tr", "table", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre",
            "section", "article", "header", "footer", "hr", "center", "dl", "dt", "dd", "form", "fieldset", "address",
            "body", "includetail");
    private static final Set<String> SPACED = Set.of("p", "h1", "h2", "h3", "h4", "ul", "ol", "table", "blockquote", "pre");
    private static final Pattern HIDDEN = Pattern.compile(
            "display\\s*:\\s*none|visibility\\s*:\\s*hidden|mso-hide\\s*:\\s*all|font-size\\s*:\\s*0(?:px|pt)?\\s*(?:;|$)",
            Pattern.CASE_INSENSITIVE);

    /** What programs wrap around the mail that is answered or forwarded; the element itself is quoted. */
    private static final String CONTAINERS = "blockquote, .gmail_quote, .yahoo_quoted, .protonmail_quote, .moz-cite-prefix,"
            + " .gmail_attr, #mail-editor-reference-message-container, .zmail_extra, .tutanota_quote, includetail,"
            + " .fastmail-quote, .mailmate_quote, .ntes_mail_quote, #isReplyContent, .mcntx_quote, .aliyun_quote";

    /** What programs put before it; everything behind it in the same part is quoted. */
    private static final String DIVIDERS =
            "#divRplyFwdMsg, #appendonsend, .OutlookMessageHeader, #stopSpelling, .hm_hr, #oriMsgHtmlSeperator, #origbody";

    private HtmlText() {}

    /** @param quoted the text of what is wrapped as quoted */
    record Parts(String fresh, String quoted) {}

    static Parts parts(String html) {
        Document document = Jsoup.parse(html.length() > LONGEST ? html.substring(0, LONGEST) : html);
        document.select("script, style, head, title, noscript, template, object, embed").remove();
        removeHidden(document);
        Element body = document.body();
        StringBuilder quoted = new StringBuilder();
        Element divider = body.selectFirst(DIVIDERS);
        if (divider != null) {
            moveBehind(divider, quoted);
        }
        for (Element container : body.select(CONTAINERS)) {
            boolean outermost = container.parents().stream().noneMatch(it -> it.is(CONTAINERS));
            if (outermost) {
                quoted.append(text(container)).append("\n\n");
                container.remove();
            }
        }
        return new Parts(text(body), quoted.toString().strip());
    }

    private static void removeHidden(Document document) {
        for (Element it : document.select("[style], [hidden]")) {
            if (it.hasAttr("hidden") || HIDDEN.matcher(it.attr("style")).find()) {
                it.remove();
            }
        }
    }

    private static void moveBehind(Element divider, StringBuilder quoted) {
        Elements behind = new Elements(divider);
        for (Element it = divider; it != null && !it.normalName().equals("body"); it = it.parent()) {
            for (Element next = it.nextElementSibling(); next != null; next = next.nextElementSibling()) {
                behind.add(next);
            }
        }
        for (Element it : behind) {
            quoted.append(text(it)).append("\n");
            it.remove();
        }
    }

    static String text(Element element) {
        Lines lines = new Lines();
        NodeTraversor.traverse(lines, element);
        return lines.text();
    }

    /** Writes text down as it comes, with the line breaks of the blocks around it. */
    private static final class Lines implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                append(words);
            } else if (node instanceof Element element) {
                String name = element.normalName().toLowerCase(Locale.ROOT);
                if (BLOCKS.contains(name)) {
                    lineBreak(SPACED.contains(name));
                }
                if (name.equals("br")) {
                    text.append('\n');
                } else if (name.equals("li")) {
                    text.append("- ");
                } else if (name.equals("td") || name.equals("th")) {
                    cell();
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && BLOCKS.contains(element.normalName()) && !element.normalName().equals("br")) {
                lineBreak(SPACED.contains(element.normalName()));
            }
        }

        private void append(TextNode words) {
            Element parent = words.parent();
            boolean kept = parent != null && parent.normalName().equals("pre");
            String piece = kept ? words.getWholeText() : words.getWholeText().replaceAll("[ \\t\\r\\n\\u00a0]+", " ");
            if (!kept && atLineStart()) {
                piece = piece.stripLeading();
            }
            text.append(piece);
        }

        private void cell() {
            if (!atLineStart()) {
                text.append(" \t");
            }
        }

        private boolean atLineStart() {
            return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        }

        private void lineBreak(boolean spaced) {
            if (!atLineStart()) {
                text.append('\n');
            }
            if (spaced && text.length() > 1 && text.charAt(text.length() - 2) != '\n') {
                text.append('\n');
            }
        }

        String text() {
            return text.toString()
                    .replaceAll("(?<![ \\t\\u00a0])[ \\t\\u00a0]++\\n", "\n")
                    .replaceAll("[\\u200b\\ufeff\\u00ad]", "")
                    .replaceAll("\\n{3,}", "\n\n")
                    .strip();
        }
    }
}

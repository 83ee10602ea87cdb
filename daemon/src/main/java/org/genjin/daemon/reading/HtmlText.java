package org.genjin.daemon.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** HTML of mails as text with the line breaks a reader sees, the new words apart from what is quoted. Pure; nothing is fetched or run. */
final class HtmlText {

    private static final int LONGEST = 4_000_000;
    private static final Set<String> NO_TEXT = Set.of("script", "style", "head", "title", "noscript", "template", "object", "embed");
    private static final Pattern HIDDEN = Pattern.compile(
            "display\\s*:\\s*none|visibility\\s*:\\s*hidden|mso-hide\\s*:\\s*all|font-size\\s*:\\s*0(?:px|pt)?\\s*(?:;|$)",
            Pattern.CASE_INSENSITIVE);
    /** How some programs only move a paragraph to the right. */
    private static final Pattern INDENTED = Pattern.compile("margin\\s*:\\s*0[^;]*40px.*border\\s*:\\s*none", Pattern.CASE_INSENSITIVE);

    /** What programs wrap around the mail that is answered or forwarded; the element itself is quoted. */
    private static final Set<String> CONTAINER_CLASSES = Set.of(
            "gmail_quote", "yahoo_quoted", "protonmail_quote", "moz-cite-prefix", "gmail_attr", "zmail_extra", "tutanota_quote", "fastmail-quote",
            "mailmate_quote", "ntes_mail_quote", "mcntx_quote", "aliyun_quote", "gmail_quote_container", "moz-forward-container", "moz-email-headers-table",
            "cf_quote", "mail-quote", "replyheader", "zohomail_extra", "ms-outlook-mobile-reference-message", "wps_quotion", "sh-quoted-content");

    private static final Set<String> CONTAINER_IDS =
            Set.of("mail-editor-reference-message-container", "isReplyContent", "ms-outlook-mobile-reference-message", "isForwardContent", "replySplit");

    /** What they put before it; everything behind it in the same part is quoted. */
    private static final Set<String> DIVIDER_IDS = Set.of(
            "divRplyFwdMsg", "x_divRplyFwdMsg", "appendonsend", "x_appendonsend", "stopSpelling", "oriMsgHtmlSeperator", "origbody", "reply-intro",
            "OLK_SRC_BODY_SECTION", "ymail_android_signature_quote");

    private static final Set<String> DIVIDER_CLASSES = Set.of("OutlookMessageHeader", "hm_hr", "quote-header", "gmail_extra_header");

    private HtmlText() {}

    /** @param quoted the text of what is wrapped as quoted */
    record Parts(String fresh, String quoted) {}

    static Parts parts(String html) {
        Document document = Jsoup.parse(html.length() > LONGEST ? html.substring(0, LONGEST) : html);
        Element body = document.body();
        Marks marks = new Marks();
        NodeTraversor.traverse(marks, body);
        marks.hidden.forEach(Node::remove);
        StringBuilder quoted = new StringBuilder();
        if (marks.divider != null && marks.divider.parent() != null) {
            moveBehind(marks.divider, quoted);
        }
        for (Element it : marks.containers) {
            if (it.ownerDocument() != null && !isWithin(it, marks.containers)) {
                quoted.append(text(it)).append("\n\n");
                it.remove();
            }
        }
        return new Parts(text(body), quoted.toString().strip());
    }

    /** All in its order, what is wrapped as quoted with {@code >} before each line. */
    static String marked(String html) {
        Element body = Jsoup.parse(html.length() > LONGEST ? html.substring(0, LONGEST) : html).body();
        Marks marks = new Marks();
        NodeTraversor.traverse(marks, body);
        marks.hidden.forEach(Node::remove);
        for (Element it : marks.containers) {
            if (!isWithin(it, marks.containers)) {
                it.replaceWith(new Element("pre").text("> " + text(it).replace("\n", "\n> ")));
            }
        }
        return text(body);
    }

    /** Whether it was moved away together with one around it. */
    private static boolean isWithin(Element element, List<Element> containers) {
        for (Element it = element.parent(); it != null; it = it.parent()) {
            if (isContainer(it) && containers.contains(it)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isContainer(Element it) {
        if (it.normalName().equals("blockquote")) {
            return it.attributesSize() == 0 || !INDENTED.matcher(it.attr("style")).find();
        }
        return it.normalName().equals("includetail") || it.attributesSize() > 0 && (CONTAINER_IDS.contains(it.id()) || hasClass(it, CONTAINER_CLASSES));
    }

    /** Gmail leaves in its quotation what was typed between or below the quoted parts; these are marked themselves. */
    private static boolean answersWithin(Element it) {
        if (!it.hasClass("gmail_quote")) {
            return false;
        }
        Element quoted = it.children().stream().filter(child -> child.normalName().equals("blockquote")).findFirst().orElse(null);
        return quoted != null
                && quoted.nextElementSiblings().stream().anyMatch(next -> !next.normalName().equals("blockquote") && next.hasText());
    }

    private static boolean isDivider(Element it) {
        return it.attributesSize() > 0 && (DIVIDER_IDS.contains(it.id()) || hasClass(it, DIVIDER_CLASSES));
    }

    private static boolean hasClass(Element it, Set<String> classes) {
        String all = it.attr("class");
        if (all.isEmpty()) {
            return false;
        }
        return classes.contains(all) || all.indexOf(' ') > 0 && it.classNames().stream().anyMatch(classes::contains);
    }

    private static boolean isHidden(Element it) {
        if (NO_TEXT.contains(it.normalName())) {
            return true;
        }
        if (it.attributesSize() == 0) {
            return false;
        }
        String style = it.attr("style");
        return it.hasAttr("hidden") || !style.isEmpty() && HIDDEN.matcher(style).find();
    }

    /** Finds in one walk what is hidden and what is wrapped as quoted. */
    private static final class Marks implements NodeVisitor {

        private final List<Element> hidden = new ArrayList<>();
        private final List<Element> containers = new ArrayList<>();
        private @Nullable Element divider;
        private int depthHidden = Integer.MAX_VALUE;

        @Override
        public void head(Node node, int depth) {
            if (depth > depthHidden || !(node instanceof Element element)) {
                return;
            }
            if (isHidden(element)) {
                hidden.add(element);
                depthHidden = depth;
            } else if (isContainer(element) && !answersWithin(element)) {
                containers.add(element);
            } else if (divider == null && isDivider(element)) {
                divider = element;
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (depth == depthHidden) {
                depthHidden = Integer.MAX_VALUE;
            }
        }
    }

    private static void moveBehind(Element divider, StringBuilder quoted) {
        List<Element> behind = new ArrayList<>();
        behind.add(divider);
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
        HtmlLines lines = new HtmlLines();
        NodeTraversor.traverse(lines, element);
        return lines.text();
    }

    /** Writes text down as it comes, with the line breaks of the blocks around it. */
    private static final class HtmlLines implements NodeVisitor {

        private static final Set<String> BLOCKS = Set.of(
                "div", "p", "br", "tr", "table", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre",
                "section", "article", "header", "footer", "hr", "center", "dl", "dt", "dd", "form", "fieldset", "address",
                "body", "includetail");
        private static final Set<String> SPACED = Set.of("p", "h1", "h2", "h3", "h4", "ul", "ol", "table", "blockquote", "pre");

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
                switch (name) {
                    case "br" -> text.append('\n');
                    case "li" -> text.append("- ");
                    case "td", "th" -> cell();
                    default -> {}
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && BLOCKS.contains(element.normalName()) && !element.normalName().equals("br")) {
                lineBreak(SPACED.contains(element.normalName()));
            }
        }

        /** Blanks are one blank, but for those that were written to be kept. */
        private void append(TextNode words) {
            Element parent = words.parent();
            String whole = words.getWholeText();
            if (parent != null && parent.normalName().equals("pre")) {
                text.append(whole);
                return;
            }
            boolean blank = atLineStart();
            for (int i = 0; i < whole.length(); i++) {
                char it = whole.charAt(i);
                if (it == ' ' || it == '\t' || it == '\r' || it == '\n' || it == '\u00a0') {
                    if (!blank) {
                        text.append(' ');
                    }
                    blank = true;
                } else {
                    text.append(it);
                    blank = false;
                }
            }
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

        /** Without blanks at the ends of lines, signs that nobody sees, and more than one free line. */
        String text() {
            StringBuilder kept = new StringBuilder(text.length());
            int breaks = 0;
            for (int i = 0; i < text.length(); i++) {
                char it = text.charAt(i);
                if (it == '\n') {
                    int end = kept.length();
                    while (end > 0 && (kept.charAt(end - 1) == ' ' || kept.charAt(end - 1) == '\t' || kept.charAt(end - 1) == '\u00a0')) {
                        end--;
                    }
                    kept.setLength(end);
                    if (++breaks <= 2) {
                        kept.append('\n');
                    }
                } else if (it != '\u200b' && it != '\ufeff' && it != '\u00ad') {
                    breaks = it == ' ' || it == '\t' || it == '\u00a0' ? breaks : 0;
                    kept.append(it);
                }
            }
            return kept.toString().strip();
        }
    }
}

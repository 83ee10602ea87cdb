package org.genjin.connectors.mime;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The words of HTML and back, where a mail has one part in HTML and another in plain text. Layout is not kept. */
final class HtmlWords {

    private static final int LONGEST = 2_000_000;
    private static final Set<String> LINES = Set.of(
            "div", "p", "br", "tr", "li", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "dt", "dd");
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n\\u00a0]+");
    private static final Pattern LINE_ENDS = Pattern.compile("(?<! ) *+\\n[ \\n]*+");

    private HtmlWords() {}

    static String of(String html) {
        Document document = Jsoup.parse(html.length() > LONGEST ? html.substring(0, LONGEST) : html);
        document.select("script, style, head, template").remove();
        StringBuilder words = new StringBuilder();
        NodeTraversor.traverse(new Writer(words), document.body());
        return LINE_ENDS.matcher(words).replaceAll("\n").strip();
    }

    /** About the first {@code length} signs of the words, for a look only: nothing is parsed. */
    static String opening(String html, int length) {
        int body = html.indexOf("<body");
        int from = Math.max(0, body < 0 ? html.indexOf("<BODY") : body);
        int to = Math.min(html.length(), from + 20 * length);
        StringBuilder words = new StringBuilder();
        boolean tag = false;
        for (int i = from; i < to && words.length() < 2 * length; i++) {
            char c = html.charAt(i);
            if (c == '<') {
                tag = true;
            } else if (c == '>') {
                tag = false;
                words.append(' ');
            } else if (!tag) {
                words.append(c);
            }
        }
        return Parser.unescapeEntities(words.toString(), false).strip();
    }

    static String preformatted(String text) {
        return "<pre>" + Entities.escape(text) + "</pre>";
    }

    private record Writer(StringBuilder words) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                words.append(BLANKS.matcher(text.getWholeText()).replaceAll(" "));
            } else if (node instanceof Element element) {
                words.append(LINES.contains(element.normalName()) ? "\n" : element.normalName().equals("td") ? " " : "");
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && LINES.contains(element.normalName())) {
                words.append('\n');
            }
        }
    }
}

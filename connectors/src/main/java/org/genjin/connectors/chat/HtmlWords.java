package org.genjin.connectors.chat;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of an HTML fragment as people see them: a line ends where the fragment says so. Pure. */
public final class HtmlWords {

    private static final Set<String> BLOCKS = Set.of("p", "div", "li", "tr", "td", "th", "ul", "ol", "blockquote", "h1", "h2", "h3");

    private HtmlWords() {}

    public static String of(String html) {
        return of(Jsoup.parseBodyFragment(html).body());
    }

    static String of(Element words) {
        StringBuilder text = new StringBuilder();
        words.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode it) {
                    text.append(it.getWholeText().replaceAll("[\\r\\n]+", " "));
                } else if (node instanceof Element it && it.is("br")) {
                    text.append('\n');
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (depth > 0 && node instanceof Element it && BLOCKS.contains(it.normalName()) && !endsLine(text)) {
                    text.append('\n');
                }
            }
        });
        return ChatText.visible(text.toString()).replaceAll("[ \\u00a0]+\\n", "\n").strip();
    }

    private static boolean endsLine(StringBuilder text) {
        return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }
}

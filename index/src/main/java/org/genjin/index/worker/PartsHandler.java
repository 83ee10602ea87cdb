package org.genjin.index.worker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.metadata.Metadata;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Gathers text from Tika's XHTML by page, sheet and slide, up to a bound for the whole document. */
final class PartsHandler extends DefaultHandler {

    private final int most;
    private final Metadata metadata;
    private final List<String> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String place = "";
    private int pages;
    private int slides;
    private boolean heading;
    private final StringBuilder sheet = new StringBuilder();
    private int length;
    private int divs;
    private final Deque<Inner> inner = new ArrayDeque<>();

    /** A document within the one that is read; {@code pages} and {@code slides} are where the outer one goes on. */
    private record Inner(@Nullable String name, int depth, int pages, int slides) {}

    /** @param metadata of the document, where Tika notes what it is before it reads it */
    PartsHandler(int most, Metadata metadata) {
        this.most = most;
        this.metadata = metadata;
    }

    /** Place and text in turn; parts without words are left out. */
    List<String> parts() {
        end("");
        return parts;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        if (name.equals("div")) {
            divs++;
            begin(attributes);
        }
        heading = name.equals("h1") && isWorkbook();
        if (heading) {
            sheet.setLength(0);
        }
        if (isBlock(name)) {
            text.append('\n');
        }
    }

    private void begin(Attributes attributes) {
        String kind = attributes.getValue("class");
        switch (kind == null ? "" : kind) {
            case "page" -> end(within("page=" + ++pages));
            case "slide-content", "slide" -> end(within("slide=" + ++slides));
            case "package-entry" -> {
                inner.push(new Inner(attributes.getValue("id"), divs, pages, slides));
                pages = 0;
                slides = 0;
                end(within(""));
            }
            case "embedded" -> end(within(""));
            default -> {}
        }
    }

    /** A document within another is named by its path: {@code !/offers/quote.pdf#page=3}. */
    private String within(String at) {
        StringBuilder path = new StringBuilder();
        for (Iterator<Inner> each = inner.descendingIterator(); each.hasNext(); ) {
            String name = each.next().name();
            path.append(name == null || name.isBlank() ? "" : "!/" + name.strip());
        }
        return path.isEmpty() || at.isEmpty() ? path + at : path + "#" + at;
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        if (name.equals("div")) {
            Inner last = inner.peek();
            if (last != null && last.depth() == divs) {
                inner.pop();
                pages = last.pages();
                slides = last.slides();
                end(within(""));
            }
            divs--;
        }
        if (name.equals("h1") && heading) {
            heading = false;
            // Tika writes a sheet's name as a heading before its table.
            String title = sheet.toString().strip();
            end(within(title));
        }
        if (name.equals("td") || name.equals("th")) {
            text.append('\t');
        }
        if (isBlock(name)) {
            text.append('\n');
        }
    }

    @Override
    public void characters(char[] chars, int start, int count) throws SAXException {
        if (heading) {
            sheet.append(chars, start, Math.min(count, 200));
            return;
        }
        int room = most - length;
        text.append(chars, start, Math.min(room, count));
        length += Math.min(room, count);
        if (count > room) {
            throw new WriteLimitReachedException(most);
        }
    }

    @Override
    public void ignorableWhitespace(char[] chars, int start, int count) throws SAXException {
        characters(chars, start, count);
    }

    private void end(String next) {
        String words = text.toString().replaceAll("[ \\t\\u00a0]*\\n[ \\t\\n\\u00a0]*", "\n").strip();
        if (!words.isEmpty()) {
            parts.add(place);
            parts.add(words);
        }
        text.setLength(0);
        place = next;
    }

    private boolean isWorkbook() {
        String type = metadata.get(Metadata.CONTENT_TYPE);
        return type != null && (type.contains("spreadsheet") || type.contains("excel"));
    }

    private static boolean isBlock(String name) {
        return switch (name) {
            case "p", "div", "tr", "li", "h1", "h2", "h3", "br", "table", "body" -> true;
            default -> false;
        };
    }
}

package org.genjin.index.worker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Gathers text from Tika's XHTML by page, sheet and slide, up to a bound for the whole document. Where sheets and lists are
 * {@linkplain Rows complete}, a text is named by the cell or row at which it begins, as in {@code Sheet1!A1} or {@code row=1}:
 * its lines are rows then, and tabs lead to the next cell.
 */
final class PartsHandler extends DefaultHandler implements Rows {

    private static final int LONGEST_TITLE = 200;
    private static final Pattern LIST = Pattern.compile("(?i)\\.(csv|tsv)$");

    private final int most;
    private final Runnable eachPage;
    private final List<String> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder title = new StringBuilder();
    private final StringBuilder cell = new StringBuilder();
    private final Deque<Inner> inner = new ArrayDeque<>();
    private Grid grid = new Grid();
    private String place = "";
    private boolean heading;
    private boolean inCell;
    /** Whether the text is one of rows and cells. */
    private boolean cells;
    private int length;

    /** A document that is read, with what it is within; Tika notes in {@code metadata} what it is before it reads it. */
    private static final class Inner {
        private final @Nullable String name;
        private final Metadata metadata;
        private final String within;
        private String sheet = "";
        private int tables;
        private boolean complete;
        private int pages;
        private int slides;
        private boolean slide;

        /** @param within the place where it is */
        Inner(String within, @Nullable String name, Metadata metadata) {
            this.within = within;
            this.name = name;
            this.metadata = metadata;
        }

        private String type() {
            String type = metadata.get(Metadata.CONTENT_TYPE);
            return type == null ? "" : type;
        }

        boolean isWorkbook() {
            return type().contains("spreadsheet") || type().contains("excel");
        }

        /** Lines of fields, told apart by Tika. */
        boolean isList() {
            return type().startsWith("text/csv") || type().startsWith("text/tsv");
        }

        /** A list that Tika takes for plain text, as it does with short ones. */
        boolean isPlainList() {
            String file = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
            return type().startsWith("text/plain") && file != null && LIST.matcher(file).find();
        }
    }

    /** @param eachPage called where a page or a document within begins */
    PartsHandler(int most, Metadata metadata, Runnable eachPage) {
        this.most = most;
        this.eachPage = eachPage;
        inner.push(new Inner("", null, metadata));
    }

    /** Place and text in turn; parts without words are left out. */
    List<String> parts() {
        end("");
        return parts;
    }

    /** A document within the one that is read begins. */
    void enter(@Nullable String name, Metadata metadata) {
        inner.push(new Inner(place, name, metadata));
        inCell = false;
        eachPage.run();
        end(within(""));
    }

    /** It has ended. */
    void leave() {
        end(inner.pop().within);
        inCell = false;
    }

    @Override
    public void complete() {
        inner.element().complete = true;
    }

    @Override
    public void row(int number) {
        grid.row(number - 1); // the row's element goes on to it
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        Inner document = inner.element();
        if (name.equals("div")) {
            begin(attributes.getValue("class"), document);
        }
        heading = name.equals("h1") && document.isWorkbook();
        if (heading) {
            title.setLength(0);
        }
        if (name.equals("table") && document.tables++ == 0 && (document.complete || document.isList())) {
            grid = new Grid();
        }
        if (name.equals("p") && document.isPlainList()) {
            end(within("row=1"));
            cells = true;
        } else if (!isGrid()) {
            text.append(isBlock(name) ? "\n" : "");
        } else if (name.equals("tr")) {
            grid.nextRow();
        } else if (name.equals("td") || name.equals("th")) {
            grid.right(1);
            cell.setLength(0);
            inCell = true;
        } else {
            cell.append(isBlock(name) ? " " : "");
        }
    }

    private void begin(@Nullable String kind, Inner document) {
        switch (kind == null ? "" : kind) {
            case "page" -> {
                eachPage.run();
                end(within("page=" + ++document.pages));
            }
            case "slide" -> {
                document.slide = true;
                end(within("slide=" + ++document.slides));
            }
            case "slide-content" -> {
                // In older presentations it is within its slide.
                document.slides += document.slide ? 0 : 1;
                end(within("slide=" + document.slides));
            }
            case "embedded" -> end(within(""));
            default -> {}
        }
    }

    /** A document within another is named by its path: {@code !/offers/quote.pdf#page=3}. */
    private String within(String at) {
        StringBuilder path = new StringBuilder();
        for (Iterator<Inner> each = inner.descendingIterator(); each.hasNext(); ) {
            String name = each.next().name;
            path.append(name == null || name.isBlank() ? "" : "!/" + name.strip());
        }
        return path.isEmpty() || at.isEmpty() ? path + at : path + "#" + at;
    }

    private boolean isGrid() {
        return inner.element().tables == 1 && (inner.element().complete || inner.element().isList());
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        if (name.equals("h1") && heading) {
            heading = false;
            // Tika writes a sheet's name as a heading before its table.
            inner.element().sheet = title.toString().strip();
            end(within(inner.element().sheet));
        }
        if (isGrid()) {
            if (name.equals("td") || name.equals("th")) {
                endCell();
            } else if (name.equals("table")) {
                grid.end();
                end(within(inner.element().sheet));
            }
        } else {
            text.append(name.equals("td") || name.equals("th") ? "\t" : "").append(isBlock(name) ? "\n" : "");
        }
        inner.element().tables -= name.equals("table") ? 1 : 0;
    }

    private void endCell() {
        inCell = false;
        String words = cell.toString().replaceAll("[\\s\u00a0]+", " ").strip();
        if (words.isEmpty()) {
            return;
        }
        if (!grid.isNear()) {
            String first = grid.begin();
            end(within(inner.element().isList()
                    ? "row=" + first.replaceFirst("\\D+", "")
                    : inner.element().sheet + "!" + first));
            cells = true;
        }
        text.append(grid.between()).append(words);
    }

    @Override
    public void characters(char[] chars, int start, int count) throws SAXException {
        if (heading) {
            title.append(chars, start, Math.min(count, LONGEST_TITLE));
            return;
        }
        if (isGrid() && !inCell) {
            return; // nothing but blanks between the cells
        }
        int room = most - length;
        (inCell ? cell : text).append(chars, start, Math.min(room, count));
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
        String words = text.toString();
        if (!cells) {
            words = words.replaceAll("[ \\t\\u00a0]*\\n[ \\t\\n\\u00a0]*", "\n").strip();
        }
        if (!words.isBlank()) {
            parts.add(place);
            parts.add(words);
        }
        text.setLength(0);
        place = next;
        cells = false;
    }

    private static boolean isBlock(String name) {
        return switch (name) {
            case "p", "div", "tr", "li", "h1", "h2", "h3", "br", "table", "body" -> true;
            default -> false;
        };
    }
}

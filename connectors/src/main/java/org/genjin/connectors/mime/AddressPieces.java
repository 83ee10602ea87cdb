package org.genjin.connectors.mime;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts an address list at commas and semicolons that stand outside quotes, comments and angle brackets; names of groups are
 * dropped. A quote, comment or bracket that is never closed opens nothing.
 */
final class AddressPieces {

    private final String text;
    private final int lastClose;
    private final boolean quotes;
    private final boolean comments;
    private final List<String> pieces = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();
    private boolean quoted;
    private boolean angle;
    private int depth;

    private AddressPieces(String text) {
        this.text = text;
        this.lastClose = text.lastIndexOf('>');
        this.quotes = text.chars().filter(c -> c == '"').count() % 2 == 0;
        this.comments = text.chars().filter(c -> c == '(').count() == text.chars().filter(c -> c == ')').count();
    }

    /** @param most no more pieces than that */
    static List<String> of(String text, int most) {
        return new AddressPieces(text).split(most);
    }

    private List<String> split(int most) {
        for (int i = 0; i < text.length() && pieces.size() < most; i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                piece.append(c).append(text.charAt(++i));
            } else if (!ends(c, i)) {
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    /** Whether the sign belongs to no piece. */
    private boolean ends(char c, int at) {
        if (c == '"' && quotes && depth == 0) {
            quoted = !quoted;
        }
        if (quoted || c == '"') {
            return false;
        }
        if (comments) {
            depth = Math.max(0, depth + (c == '(' ? 1 : c == ')' ? -1 : 0));
        }
        angle = depth == 0 && (c == '<' && at < lastClose || angle && c != '>');
        if (depth > 0 || angle) {
            return false;
        }
        if (c == ':' && piece.indexOf("@") < 0 && piece.indexOf("[") < 0 && piece.indexOf("/") < 0) {
            piece.setLength(0);
            return true;
        }
        if (c == ',' || c == ';' || c == '，' || c == '；') {
            pieces.add(piece.toString());
            piece.setLength(0);
            return true;
        }
        return false;
    }
}

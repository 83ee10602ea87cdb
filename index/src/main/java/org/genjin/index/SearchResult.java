package org.genjin.index;

import java.util.List;
import java.util.Map;

/**
 * What was found.
 *
 * @param understood the query as it was understood
 * @param instead words that were looked for instead of those asked for, because these are nowhere; empty if there was no need
 * @param total how many match, beyond the limit too
 * @param facets by name ({@code customer country grade stage channel direction language year month type says}), most
 *     frequent first; every count is of all matches that the viewer may see
 */
public record SearchResult(
        Understood understood,
        List<Hint> hints,
        List<Instead> instead,
        long total,
        double tookMillis,
        List<Hit> hits,
        Map<String, List<FacetCount>> facets) {

    public SearchResult {
        hints = List.copyOf(hints);
        instead = List.copyOf(instead);
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    /**
     * @param snippet the words around the hit, marked, plain text
     * @param foundIn {@code subject}, {@code body}, {@code quoted}, {@code signature}, {@code people}, or {@code
     *     attachment:NAME} with {@code #page=3}, {@code #Sheet1!B7}, {@code #row=7} or {@code #slide=2} where known; "" for {@code *}
     * @param more how many further hits its conversation has, if hits are by conversation; else 0
     */
    public record Hit(long row, String key, Snippet snippet, String foundIn, int more) {}

    /**
     * A word that is nowhere, and what was looked for instead.
     *
     * @param word as it was asked for
     * @param by words of the index that are like it; its own beginning with an asterisk for all words that begin so
     */
    public record Instead(String word, List<String> by) {
        public Instead {
            by = List.copyOf(by);
        }
    }

    /** Text in pieces, the ones that were looked for marked; escaping is the reader's business. */
    public record Snippet(List<Piece> pieces) {
        public Snippet {
            pieces = List.copyOf(pieces);
        }

        public record Piece(String text, boolean hit) {}

        public String plain() {
            StringBuilder plain = new StringBuilder();
            pieces.forEach(piece -> plain.append(piece.text()));
            return plain.toString();
        }
    }

    public record FacetCount(String value, long count) {}
}

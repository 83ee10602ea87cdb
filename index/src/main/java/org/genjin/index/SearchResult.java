package org.genjin.index;

import java.util.List;
import java.util.Map;

/**
 * What was found.
 *
 * @param understood the query as it was understood, in words of the query language
 * @param hint what was not understood and was taken as plain words; "" if nothing
 * @param total how many match, beyond the limit too
 * @param facets by name ({@code customer channel direction year type}), most frequent first
 */
public record SearchResult(
        String understood, String hint, long total, double tookMillis, List<Hit> hits, Map<String, List<FacetCount>> facets) {

    public SearchResult {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    /**
     * @param snippet the words around the hit, marked, plain text
     * @param foundIn {@code subject}, {@code body}, {@code quoted}, {@code signature}, {@code people}, or {@code
     *     attachment:NAME} with {@code #page=3}, {@code #Sheet1} or {@code #slide=2} where known; "" for {@code *}
     */
    public record Hit(long row, String key, Snippet snippet, String foundIn) {}

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

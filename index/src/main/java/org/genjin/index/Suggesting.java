package org.genjin.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Product codes and subjects that go on as somebody begins to type, from what the viewer may see. */
final class Suggesting {

    private static final int OPERATORS = 3;
    private static final int SHORTEST_CODE = 2;
    private static final int CODES_LOOKED_AT = 40;
    private static final int SUBJECTS_LOOKED_AT = 60;
    private static final Pattern ANSWERED =
            Pattern.compile("^(?:\\s*(?:re|fw|fwd|aw|wg|sv|rv|enc|tr|回复|答复|转发|转寄)\\s*(?:\\[\\d+])?\\s*[:：]\\s*)+", Pattern.CASE_INSENSITIVE);
    private static final Sort NEWEST = new Sort(new SortField(Fields.SENT_AT, SortField.Type.LONG, true));

    private final IndexSearcher searcher;
    private final Rights rights;

    Suggesting(IndexSearcher searcher, Rights rights) {
        this.searcher = searcher;
        this.rights = rights;
    }

    List<Suggestion> suggest(String typed, int limit) throws IOException {
        List<Suggestion> suggestions = new ArrayList<>(operators(typed.substring(typed.lastIndexOf(' ') + 1)));
        if (QueryDates.isPhrase(typed) && Kind.of(typed.strip().codePointAt(0)) != Kind.DIGIT) {
            suggestions.add(new Suggestion(Suggestion.Kind.DATE, typed.strip()));
        }
        suggestions.addAll(codes(squeezed(typed), limit));
        subjects(typed, limit).forEach(it -> suggestions.add(new Suggestion(Suggestion.Kind.SUBJECT, it)));
        return suggestions;
    }

    private static List<Suggestion> operators(String beginning) {
        String folded = Folding.of(beginning);
        boolean enough = folded.length() > 1 || (!folded.isEmpty() && Kind.of(folded.codePointAt(0)) == Kind.CJK);
        return QueryWords.KNOWN.spellings("operator").stream()
                .filter(it -> enough && Folding.of(it).startsWith(folded))
                .limit(OPERATORS)
                .map(it -> new Suggestion(Suggestion.Kind.OPERATOR, it + ":"))
                .toList();
    }

    /** A code as it is kept: letters and digits alone. */
    static String squeezed(String code) {
        StringBuilder squeezed = new StringBuilder();
        Folding.of(code).codePoints().filter(Character::isLetterOrDigit).forEach(squeezed::appendCodePoint);
        return squeezed.toString();
    }

    private List<Suggestion> codes(String beginning, int limit) throws IOException {
        List<Suggestion> codes = new ArrayList<>();
        Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Fields.CODE);
        if (terms == null || beginning.length() < SHORTEST_CODE) {
            return codes;
        }
        TermsEnum each = terms.iterator();
        TermsEnum.SeekStatus at = each.seekCeil(new BytesRef(beginning));
        for (int looked = 0; at != TermsEnum.SeekStatus.END && looked < CODES_LOOKED_AT && codes.size() < limit; looked++) {
            String code = each.term().utf8ToString();
            if (!code.startsWith(beginning)) {
                break;
            }
            written(code).ifPresent(it -> codes.add(new Suggestion(Suggestion.Kind.CODE, it)));
            at = each.next() == null ? TermsEnum.SeekStatus.END : TermsEnum.SeekStatus.FOUND;
        }
        return codes;
    }

    /** As the newest message that the viewer may see has it. */
    private Optional<String> written(String code) throws IOException {
        for (ScoreDoc found : searcher.search(rights.within(new TermQuery(new Term(Fields.CODE, code))), 1, NEWEST).scoreDocs) {
            for (String it : searcher.storedFields().document(found.doc).getValues(Fields.STORED_CODE)) {
                if (squeezed(it).equals(code)) {
                    return Optional.of(it);
                }
            }
        }
        return Optional.empty();
    }

    private List<String> subjects(String typed, int limit) throws IOException {
        List<Asked.Part> parts = Asked.of(typed).parts();
        if (parts.isEmpty() || typed.strip().length() < 2 && Kind.of(typed.strip().codePointAt(0)) != Kind.CJK) {
            return List.of();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Asked.Part part : parts.subList(0, Math.min(8, parts.size()) - 1)) {
            all.add(new TermQuery(new Term(Fields.SUBJECT, part.term())), Occur.FILTER);
        }
        all.add(last(parts.get(Math.min(8, parts.size()) - 1).term()), Occur.FILTER);
        Map<String, String> subjects = new LinkedHashMap<>();
        for (ScoreDoc found : searcher.search(rights.within(all.build()), SUBJECTS_LOOKED_AT, NEWEST).scoreDocs) {
            Document document = searcher.storedFields().document(found.doc);
            String subject = document.get(Fields.STORED_SUBJECT);
            if (subject != null && subjects.size() < limit) {
                String bare = ANSWERED.matcher(subject).replaceFirst("").strip();
                subjects.putIfAbsent(Folding.of(bare), bare);
            }
        }
        return List.copyOf(subjects.values());
    }

    private static Query last(String term) {
        return new PrefixQuery(new Term(Fields.SUBJECT, term));
    }
}

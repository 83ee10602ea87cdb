package org.genjin.index;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.genjin.index.QueryTranslation.Piece;
import org.genjin.index.Syntax.Node;
import org.genjin.index.Understood.Words.Kind;

/** The words of one query as Lucene looks for them, and what brings hits to the front. */
final class WordQueries {

    /** More words than anybody types; text that was pasted is cut here. */
    private static final int MOST_WORDS = 32;
    private static final int MOST_BEGINNINGS = 4;

    private static final float OF_STEM = 0.5f;
    private static final float OF_QUOTED = 0.3f;
    private static final float IN_SUBJECT = 1.0f;
    private static final float IN_FILE_NAME = 0.7f;
    private static final float AS_WRITTEN = 0.4f;
    private static final float NEAR = 1.0f;
    private static final int NEAR_WORDS = 6;
    private static final Pattern LIKE_AN_OPERATOR = Pattern.compile("(\\p{L}[\\p{L}_]{2,19}|\\p{IsHan}{2,6})[:：](?!//)\\S+");

    private final Stems stems;
    private final Map<String, SearchResult.Instead> replaced;
    private final List<Hint> hints;
    private final List<Wanted> wanted = new ArrayList<>();
    private final List<Query> ranking = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();
    private int words;
    private int beginnings;

    /** @param hints to which what is left out is added */
    WordQueries(Stems stems, Map<String, SearchResult.Instead> replaced, List<Hint> hints) {
        this.stems = stems;
        this.replaced = replaced;
        this.hints = hints;
    }

    List<Wanted> wanted() {
        return wanted;
    }

    /** What orders hits beside the query itself. */
    List<Query> ranking() {
        return List.copyOf(ranking);
    }

    /** Plain words, as typed. */
    List<String> plain() {
        return plain;
    }

    /** What {@code made} makes neither marks anything nor brings it to the front. */
    Piece unmarked(Supplier<Piece> made) {
        int marked = wanted.size();
        int ranked = ranking.size();
        int typed = plain.size();
        Piece piece = made.get();
        wanted.subList(marked, wanted.size()).clear();
        ranking.subList(ranked, ranking.size()).clear();
        plain.subList(typed, plain.size()).clear();
        return piece;
    }

    /** Words that were asked for side by side are the better the nearer they are to each other. */
    void together(List<Node> parts) {
        List<String> terms = new ArrayList<>();
        for (Node part : parts) {
            if (part instanceof Node.Words it && it.kind() != Kind.BEGINNING && terms.size() < MOST_WORDS) {
                Asked.of(it.text()).parts().forEach(term -> terms.add(term.term()));
            }
        }
        if (terms.size() > 1 && parts.size() > 1) {
            PhraseQuery.Builder near = new PhraseQuery.Builder().setSlop(NEAR_WORDS);
            terms.forEach(term -> near.add(new Term(Fields.TEXT, term)));
            ranking.add(new BoostQuery(near.build(), NEAR));
        }
    }

    /** All of the words, or the one number that they are together. */
    Piece dialled(List<Node.Words> parts, String place) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        List<String> written = new ArrayList<>();
        for (Node.Words it : parts) {
            all.add(piece(it.text(), it.kind(), place).query(), Occur.MUST);
            written.add(it.text());
        }
        String number = String.join(" ", written);
        Piece together = piece(number, Kind.EXACT, place);
        return new Piece(any(all.build(), together.query()), new Understood.Words(number, Kind.WORD, place));
    }

    /** @param place the operator it was asked with; "" for anywhere */
    Piece piece(String text, Kind asked, String place) {
        Kind kind = asked;
        if (words++ >= MOST_WORDS) {
            hint(Hint.Kind.TOO_LONG, "");
            return new Piece(MatchAllDocsQuery.INSTANCE, new Understood.Everything());
        }
        Asked terms = Asked.of(text);
        Understood understood = new Understood.Words(text, kind, place);
        if (terms.parts().isEmpty()) {
            hint(Hint.Kind.NOTHING_TO_LOOK_FOR, text);
            return new Piece(MatchAllDocsQuery.INSTANCE, new Understood.Everything());
        }
        if (kind == Kind.BEGINNING && beginnings++ >= MOST_BEGINNINGS) {
            hint(Hint.Kind.TOO_MANY_BEGINNINGS, text);
            kind = Kind.WORD;
        }
        Matcher operator = LIKE_AN_OPERATOR.matcher(text);
        if (kind == Kind.WORD && place.isEmpty() && operator.matches()) {
            hint(Hint.Kind.NO_OPERATOR, operator.group(1));
        }
        SearchResult.Instead instead = replaced.get(text);
        if (instead != null && kind == Kind.WORD && place.isEmpty()) {
            return new Piece(instead(instead), understood);
        }
        if (kind == Kind.WORD && place.isEmpty()) {
            plain.add(text);
        }
        return new Piece(query(terms, text, kind, place), understood);
    }

    private void hint(Hint.Kind kind, String word) {
        Hint hint = new Hint(kind, word);
        if (!hints.contains(hint)) {
            hints.add(hint);
        }
    }

    private Query instead(SearchResult.Instead instead) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String word : instead.by()) {
            boolean beginning = word.endsWith("*");
            String text = beginning ? word.substring(0, word.length() - 1) : word;
            any.add(query(Asked.of(text), text, beginning ? Kind.BEGINNING : Kind.WORD, ""), Occur.SHOULD);
        }
        return any.build();
    }

    private Query query(Asked asked, String text, Kind kind, String place) {
        Set<String> stemmed = kind == Kind.WORD && asked.word() ? stems.all(text.strip()) : Set.of();
        boolean beginning = kind == Kind.BEGINNING;
        wanted.add(new Wanted(asked, stemmed, beginning, place));
        return switch (place) {
            case "" -> anywhere(asked, stemmed, beginning);
            case "from" -> in(Fields.FROM, asked, Set.of(), beginning);
            case "to" -> in(Fields.TO, asked, Set.of(), beginning);
            case "people" -> any(in(Fields.FROM, asked, Set.of(), beginning), in(Fields.TO, asked, Set.of(), beginning));
            case "subject" -> in(Fields.SUBJECT, asked, stemmed, beginning);
            case "filename" -> in(Fields.FILE_NAME, asked, Set.of(), beginning);
            case "quoted" -> in(Fields.QUOTED, asked, stemmed, beginning);
            case "text" -> in(Fields.TEXT, asked, stemmed, beginning);
            case "attachment" ->
                any(in(Fields.ATTACHMENT, asked, stemmed, beginning), in(Fields.FILE_NAME, asked, Set.of(), beginning));
            default -> throw new IllegalStateException("no such place: " + place);
        };
    }

    private Query anywhere(Asked asked, Set<String> stemmed, boolean beginning) {
        Query fresh = in(Fields.TEXT, asked, stemmed, beginning);
        Query quoted = new BoostQuery(in(Fields.QUOTED, asked, stemmed, beginning), OF_QUOTED);
        if (!beginning) {
            ranking.add(new BoostQuery(in(Fields.SUBJECT, asked, stemmed, false), IN_SUBJECT));
            ranking.add(new BoostQuery(in(Fields.FILE_NAME, asked, Set.of(), false), IN_FILE_NAME));
        }
        if (!stemmed.isEmpty()) {
            ranking.add(new BoostQuery(new TermQuery(new Term(Fields.TEXT, asked.parts().getFirst().term())), AS_WRITTEN));
        }
        return new DisjunctionMaxQuery(List.of(fresh, quoted), 0);
    }

    private static Query in(String field, Asked asked, Set<String> stemmed, boolean beginning) {
        if (beginning) {
            return beginning(field, asked);
        }
        if (asked.parts().size() == 1) {
            SynonymQuery.Builder any = new SynonymQuery.Builder(field).addTerm(new Term(field, asked.parts().getFirst().term()));
            Set<String> others = new LinkedHashSet<>(asked.wholes());
            others.remove(asked.parts().getFirst().term());
            others.forEach(whole -> any.addTerm(new Term(field, whole)));
            stemmed.forEach(stem -> any.addTerm(new Term(field, stem), OF_STEM));
            return any.build();
        }
        Query phrase = phrase(field, asked);
        if (asked.wholes().isEmpty()) {
            return phrase;
        }
        SynonymQuery.Builder whole = new SynonymQuery.Builder(field);
        asked.wholes().forEach(term -> whole.addTerm(new Term(field, term)));
        return any(phrase, whole.build());
    }

    private static Query phrase(String field, Asked asked) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        asked.parts().forEach(part -> phrase.add(new Term(field, part.term()), part.position()));
        return phrase.build();
    }

    /** A word's beginning, or a code's; Chinese has no beginnings: any two characters are found anyway. */
    private static Query beginning(String field, Asked asked) {
        if (asked.parts().size() == 1) {
            String term = asked.parts().getFirst().term();
            Query words = new PrefixQuery(new Term(field, term));
            return any(words, new PrefixQuery(new Term(field, Segmenter.WHOLE + term)));
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder().add(phrase(field, asked), Occur.SHOULD);
        for (String whole : asked.wholes()) {
            if (whole.charAt(0) == Segmenter.WHOLE) {
                any.add(new ConstantScoreQuery(new PrefixQuery(new Term(field, whole))), Occur.SHOULD);
            }
        }
        return any.build();
    }

    private static Query any(Query one, Query other) {
        return new BooleanQuery.Builder().add(one, Occur.SHOULD).add(other, Occur.SHOULD).build();
    }
}

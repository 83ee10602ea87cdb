package org.genjin.index;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.genjin.index.Syntax.Node;

/** Translates a query's tree into Lucene's, says how it was understood, and which words are to be marked in hits. Once. */
final class QueryTranslation {

    private static final QueryWords KNOWN = QueryWords.KNOWN;

    private final CustomerTerms customers;
    private final ZoneId zone;
    private final Instant now;
    private final WordQueries words;
    private final List<Hint> hints = new ArrayList<>();

    /** @param replaced words to be looked for instead of others, by those */
    QueryTranslation(Stems stems, CustomerTerms customers, ZoneId zone, Instant now, Map<String, SearchResult.Instead> replaced) {
        this.customers = customers;
        this.zone = zone;
        this.now = now;
        this.words = new WordQueries(stems, replaced, hints);
    }

    /**
     * @param ranking what orders hits beside the query itself
     * @param words plain words that were asked for, as they may be misspelt
     * @param hasWords false if only operators were given: then the newest come first
     */
    record Translated(
            Query query, List<Query> ranking, Understood understood, List<Hint> hints, List<Wanted> wanted, List<String> words,
            boolean hasWords) {}

    /** A part of the query in both forms. */
    record Piece(Query query, Understood understood) {}

    Translated translate(Node node) {
        Piece piece = piece(node, "");
        return new Translated(
                piece.query(), words.ranking(), piece.understood(), List.copyOf(hints), List.copyOf(words.wanted()),
                List.copyOf(words.plain()), !words.wanted().isEmpty());
    }

    /** @param place the operator that holds for all words; "" for none */
    private Piece piece(Node node, String place) {
        return switch (node) {
            case Node.All _ -> new Piece(MatchAllDocsQuery.INSTANCE, new Understood.Everything());
            case Node.Words it -> words.piece(it.text(), it.kind(), place);
            case Node.Dialled it -> words.dialled(it.parts(), place);
            case Node.Field it -> field(it);
            case Node.Not it -> without(it, place);
            case Node.And it -> and(it, place);
            case Node.Or it -> {
                BooleanQuery.Builder any = new BooleanQuery.Builder();
                List<Understood> understood = new ArrayList<>();
                for (Node part : it.parts()) {
                    Piece piece = piece(part, place);
                    any.add(piece.query(), Occur.SHOULD);
                    understood.add(piece.understood());
                }
                yield new Piece(any.build(), new Understood.Any(understood));
            }
        };
    }

    private Piece and(Node.And it, String outer) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        List<Understood> understood = new ArrayList<>();
        String place = outer;
        for (Node part : it.parts()) {
            Optional<String> named = part instanceof Node.Field field ? place(field) : Optional.empty();
            place = named.orElse(place);
            named.ifPresent(name -> understood.add(new Understood.Operator("in", name)));
        }
        words.together(it.parts());
        boolean positive = false;
        for (Node part : it.parts()) {
            if (part instanceof Node.Field field && place(field).isPresent()) {
                continue;
            }
            if (part instanceof Node.Not not) {
                Piece piece = unmarked(not.part(), place);
                all.add(piece.query(), Occur.MUST_NOT);
                understood.add(new Understood.Without(piece.understood()));
            } else {
                Piece piece = piece(part, place);
                all.add(piece.query(), Occur.MUST);
                understood.add(piece.understood());
                positive = true;
            }
        }
        if (!positive) {
            all.add(alone(place), Occur.MUST);
        }
        return new Piece(all.build(), new Understood.All(understood));
    }

    /** {@code in:attachment} and the like say where the words beside it are to be. */
    private static Optional<String> place(Node.Field it) {
        return it.operator().equals("in")
                ? KNOWN.meaning("in", it.value()).filter(Set.of("attachment", "subject", "people", "quoted", "text")::contains)
                : Optional.empty();
    }

    /** Without words beside it, what has such a place at all. */
    private static Query alone(String place) {
        return place.equals("attachment") ? hasAttachment() : MatchAllDocsQuery.INSTANCE;
    }

    private static Query hasAttachment() {
        return new ConstantScoreQuery(new FieldExistsQuery(Fields.TYPE));
    }

    private Piece without(Node.Not it, String place) {
        Piece piece = unmarked(it.part(), place);
        Query query = new BooleanQuery.Builder()
                .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
                .add(piece.query(), Occur.MUST_NOT)
                .build();
        return new Piece(query, new Understood.Without(piece.understood()));
    }

    /** What must not be there is not marked where something else is found, and brings nothing to the front. */
    private Piece unmarked(Node node, String place) {
        return words.unmarked(() -> piece(node, place));
    }

    private Piece field(Node.Field it) {
        return switch (it.operator()) {
            case "from", "to", "people", "subject", "attachment", "filename" -> {
                boolean beginning = !it.exact() && it.value().length() > 1 && it.value().endsWith("*");
                String value = beginning ? it.value().substring(0, it.value().length() - 1) : it.value();
                Understood.Words.Kind kind = beginning
                        ? Understood.Words.Kind.BEGINNING
                        : it.exact() ? Understood.Words.Kind.EXACT : Understood.Words.Kind.WORD;
                yield words.piece(value, kind, it.operator());
            }
            case "customer", "country", "grade", "stage", "owner" -> customer(it.operator(), it);
            case "source" -> source(it);
            case "channel" -> exact(it, Fields.CHANNEL, KNOWN.meaning("channel", it.value()).orElse(it.value()));
            case "lang" -> exact(it, Fields.LANGUAGE, KNOWN.meaning("lang", it.value()).orElse(it.value()));
            case "dir" -> KNOWN.meaning("dir", it.value()).map(value -> exact(it, Fields.DIRECTION, value)).orElseGet(() -> unknown(it));
            case "type" -> type(it);
            case "has" -> has(it);
            case "in" -> in(it);
            case "is" -> is(it);
            case "price" -> QueryNumbers.prices(it.value()).map(range -> price(it, range)).orElseGet(() -> unknown(it));
            case "larger", "smaller", "size" ->
                QueryNumbers.sizes(it.operator(), it.value()).map(QueryTranslation::size).orElseGet(() -> unknown(it));
            default -> date(it);
        };
    }

    private Piece customer(String operator, Node.Field it) {
        Optional<Set<String>> ids = customers.ids(operator, it.value());
        if (ids.isEmpty() && operator.equals("customer")) {
            return exact(it, Fields.CUSTOMER, it.value().toUpperCase(Locale.ROOT), false);
        }
        return ids.map(some -> new Piece(customers(some), new Understood.Operator(operator, it.value()))).orElseGet(() -> unknown(it));
    }

    private static Query customers(Set<String> ids) {
        return new ConstantScoreQuery(new TermInSetQuery(Fields.CUSTOMER, ids.stream().map(BytesRef::new).toList()));
    }

    /** Sources are named by their address or the folder's name, or a part of it. */
    private static Piece source(Node.Field it) {
        Query query = new ConstantScoreQuery(new WildcardQuery(
                new Term(Fields.SOURCE, "*" + Folding.of(it.value()).replaceAll("[*?\\\\]", "?") + "*")));
        return new Piece(query, new Understood.Operator("source", it.value()));
    }

    private static Piece exact(Node.Field it, String field, String value) {
        return exact(it, field, value, true);
    }

    private static Piece exact(Node.Field it, String field, String value, boolean lower) {
        String term = lower ? value.toLowerCase(Locale.ROOT) : value;
        return new Piece(
                new ConstantScoreQuery(new TermQuery(new Term(field, term))), new Understood.Operator(it.operator(), term));
    }

    /** The type of an attachment, or of what the message says: {@code type:pdf}, {@code type:quote}. */
    private static Piece type(Node.Field it) {
        String value = KNOWN.meaning("type", it.value()).orElse(it.value().toLowerCase(Locale.ROOT));
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        any.add(new TermQuery(new Term(Fields.TYPE, value)), Occur.SHOULD);
        any.add(new TermQuery(new Term(Fields.SAYS, value)), Occur.SHOULD);
        List<String> alike = switch (value) {
            case "image" -> List.of("jpg", "png", "gif", "webp", "tiff", "bmp", "heic");
            case "docx" -> List.of("doc");
            case "xlsx" -> List.of("xls", "csv");
            case "pptx" -> List.of("ppt");
            case "zip" -> List.of("rar", "7z");
            default -> List.of();
        };
        alike.forEach(other -> any.add(new TermQuery(new Term(Fields.TYPE, other)), Occur.SHOULD));
        return new Piece(new ConstantScoreQuery(any.build()), new Understood.Operator("type", value));
    }

    private Piece has(Node.Field it) {
        String value = KNOWN.meaning("has", it.value()).orElse("");
        return switch (value) {
            case "attachment" -> new Piece(hasAttachment(), new Understood.Operator("has", value));
            case "price" -> price(it, new QueryNumbers.Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, ""));
            case "quoted" -> new Piece(
                    new ConstantScoreQuery(new FieldExistsQuery(Fields.QUOTED)),
                    new Understood.Operator("has", value));
            default -> KNOWN.meaning("type", it.value()).isPresent() ? type(it) : unknown(it);
        };
    }

    private Piece in(Node.Field it) {
        String value = KNOWN.meaning("in", it.value()).orElse("");
        return switch (value) {
            case "inbox" -> exact(it, Fields.DIRECTION, "in");
            case "sent" -> exact(it, Fields.DIRECTION, "out");
            case "anywhere" -> new Piece(MatchAllDocsQuery.INSTANCE, new Understood.Everything());
            case "" -> unknown(it);
            default -> new Piece(alone(value), new Understood.Operator("in", value));
        };
    }

    private Piece is(Node.Field it) {
        String value = KNOWN.meaning("is", it.value()).orElse("");
        Understood understood = new Understood.Operator("is", value);
        return switch (value) {
            case "" -> unknown(it);
            case "unsorted" -> {
                BooleanQuery.Builder any = new BooleanQuery.Builder();
                any.add(new TermQuery(new Term(Fields.STATE, "several")), Occur.SHOULD);
                any.add(new TermQuery(new Term(Fields.STATE, "nobody")), Occur.SHOULD);
                yield new Piece(new ConstantScoreQuery(any.build()), understood);
            }
            case "set-aside" ->
                new Piece(new ConstantScoreQuery(new TermQuery(new Term(Fields.STATE, value))), understood);
            case "in", "out" -> exact(it, Fields.DIRECTION, value);
            default -> customers.ids("is", value).map(ids -> new Piece(customers(ids), understood)).orElseGet(() -> unknown(it));
        };
    }

    private static Piece price(Node.Field it, QueryNumbers.Range range) {
        String field = range.currency().isEmpty() ? Fields.PRICE : Fields.PRICE + "." + range.currency();
        boolean any = it.operator().equals("has");
        return new Piece(
                new ConstantScoreQuery(DoublePoint.newRangeQuery(field, range.from(), range.to())),
                new Understood.Operator(it.operator(), any ? "price" : range.inWords()));
    }

    private static Piece size(QueryNumbers.Range range) {
        long from = range.from() == Double.NEGATIVE_INFINITY ? 0 : (long) Math.ceil(range.from());
        long to = range.to() == Double.POSITIVE_INFINITY ? Long.MAX_VALUE : (long) Math.floor(range.to());
        return new Piece(
                new ConstantScoreQuery(LongPoint.newRangeQuery(Fields.SIZE, from, to)),
                new Understood.Operator("size", range.inWords()));
    }

    private Piece date(Node.Field it) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Optional<QueryDates.Range> range = QueryDates.range(it.operator(), it.value(), today);
        if (range.isEmpty()) {
            return asWords(it, Hint.Kind.NO_DATE);
        }
        LocalDate first = range.get().from();
        LocalDate end = range.get().end();
        long from = first.equals(LocalDate.MIN) ? Long.MIN_VALUE : millis(first);
        long to = end.equals(LocalDate.MAX) ? Long.MAX_VALUE : millis(end) - 1;
        return new Piece(
                new ConstantScoreQuery(LongPoint.newRangeQuery(Fields.SENT_AT, from, to)),
                new Understood.Operator("date", range.get().inWords()));
    }

    private long millis(LocalDate date) {
        return date.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private Piece unknown(Node.Field it) {
        return asWords(it, Hint.Kind.NO_VALUE);
    }

    private Piece asWords(Node.Field it, Hint.Kind why) {
        hints.add(new Hint(why, it.operator() + ":" + it.value()));
        return words.piece(it.value(), Understood.Words.Kind.WORD, "");
    }
}

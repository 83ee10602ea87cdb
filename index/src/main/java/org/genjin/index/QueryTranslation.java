package org.genjin.index;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.genjin.index.Syntax.Node;

/** Translates a query's tree into Lucene's, says how it was understood, and which words are to be marked in hits. */
final class QueryTranslation {

    private static final int MOST_STEMS = 16;

    private final TextAnalysis analysis;
    private final CustomerTerms customers;
    private final ZoneId zone;
    private final Instant now;
    private static final Pattern LIKE_AN_OPERATOR = Pattern.compile("([\\p{L}_]{3,20})[:：](?!//)\\S+");

    private final List<String> hints = new ArrayList<>();
    private final List<Wanted> wanted = new ArrayList<>();
    private boolean words;

    QueryTranslation(TextAnalysis analysis, CustomerTerms customers, ZoneId zone, Instant now) {
        this.analysis = analysis;
        this.customers = customers;
        this.zone = zone;
        this.now = now;
    }

    /**
     * What is to be marked: terms that follow each other, or one with its stems, or the beginning of words.
     *
     * @param stems folded and marked; empty for a phrase
     */
    record Wanted(List<String> terms, Set<String> stems, boolean prefix) {}

    /** @param hasWords false if only operators were given: then the newest come first */
    record Translated(Query query, String understood, String hint, List<Wanted> wanted, boolean hasWords) {}

    Translated translate(Node node) {
        Query query = query(node);
        return new Translated(query, describe(node), String.join(" ", hints), List.copyOf(wanted), words);
    }

    private Query query(Node node) {
        return switch (node) {
            case Node.All _ -> MatchAllDocsQuery.INSTANCE;
            case Node.Words it -> words(it.text(), it.phrase());
            case Node.Field it -> field(it);
            case Node.Not it -> without(it);
            case Node.And it -> and(it);
            case Node.Or it -> {
                BooleanQuery.Builder any = new BooleanQuery.Builder();
                it.parts().forEach(part -> any.add(query(part), Occur.SHOULD));
                yield any.build();
            }
        };
    }

    private Query and(Node.And it) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean positive = false;
        for (Node part : it.parts()) {
            if (part instanceof Node.Not not) {
                all.add(unmarked(not.part()), Occur.MUST_NOT);
            } else {
                all.add(query(part), Occur.MUST);
                positive = true;
            }
        }
        if (!positive) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        }
        return all.build();
    }

    private Query without(Node.Not it) {
        return new BooleanQuery.Builder()
                .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
                .add(unmarked(it.part()), Occur.MUST_NOT)
                .build();
    }

    /** What must not be there is not marked where something else is found. */
    private Query unmarked(Node node) {
        int before = wanted.size();
        Query query = query(node);
        wanted.subList(before, wanted.size()).clear();
        return query;
    }

    private Query words(String text, boolean phrase) {
        boolean prefix = !phrase && text.length() > 1 && text.endsWith("*");
        List<TextAnalysis.Term> terms = analysis.terms(prefix ? text.substring(0, text.length() - 1) : text);
        if (terms.isEmpty()) {
            hints.add("'" + text + "' has nothing in it to look for.");
            return MatchAllDocsQuery.INSTANCE;
        }
        Matcher operator = LIKE_AN_OPERATOR.matcher(text);
        if (!phrase && operator.matches()) {
            hints.add("'" + operator.group(1) + ":' is no operator; it was looked for as words.");
        }
        words = true;
        List<String> texts = terms.stream().map(TextAnalysis.Term::text).toList();
        Set<String> stems = prefix || phrase || terms.size() > 1 ? Set.of() : stems(text, texts.getFirst());
        wanted.add(new Wanted(texts, stems, prefix));
        Query query = in(Fields.TEXT, terms, prefix, stems);
        // Words in the subject count for more than the same words anywhere.
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new BoostQuery(in(Fields.SUBJECT, terms, prefix, stems), 1.5f), Occur.SHOULD)
                .build();
    }

    private Set<String> stems(String text, String term) {
        if (!Character.isLetter(term.codePointAt(0)) || Character.isIdeographic(term.codePointAt(0)) || term.length() < 3) {
            return Set.of();
        }
        Set<String> stems = new LinkedHashSet<>();
        for (String stem : Stems.of(text.toLowerCase(Locale.ROOT))) {
            List<TextAnalysis.Term> folded = analysis.terms(stem.substring(1));
            if (folded.size() == 1 && stems.size() < MOST_STEMS) {
                stems.add(Stems.MARK + folded.getFirst().text());
            }
        }
        return stems;
    }

    private static Query in(String field, List<TextAnalysis.Term> terms, boolean prefix, Set<String> stems) {
        if (terms.size() == 1) {
            Term term = new Term(field, terms.getFirst().text());
            if (prefix) {
                return new PrefixQuery(term);
            }
            if (stems.isEmpty()) {
                return new TermQuery(term);
            }
            SynonymQuery.Builder any = new SynonymQuery.Builder(field).addTerm(term);
            stems.forEach(stem -> any.addTerm(new Term(field, stem), 0.7f));
            return any.build();
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        terms.forEach(term -> phrase.add(new Term(field, term.text()), term.position()));
        return phrase.build();
    }

    private Query field(Node.Field it) {
        String value = it.value();
        return switch (it.operator()) {
            case "from" -> people(Fields.FROM, value);
            case "to" -> people(Fields.TO, value);
            case "people" -> any(people(Fields.FROM, value), people(Fields.TO, value));
            case "subject" -> named(Fields.SUBJECT, value);
            case "attachment" -> any(named(Fields.ATTACHMENT, value), named(Fields.FILE_NAME, value));
            case "filename" -> named(Fields.FILE_NAME, value);
            case "customer", "country", "grade", "stage", "owner" -> customer(it);
            case "channel" -> exact(Fields.CHANNEL, value);
            case "dir" -> exact(Fields.DIRECTION, direction(value));
            case "lang" -> exact(Fields.LANGUAGE, value);
            case "type" -> exact(Fields.TYPE, value);
            case "has" -> has(it);
            default -> date(it);
        };
    }

    private Query people(String field, String value) {
        return named(field, value);
    }

    private Query named(String field, String value) {
        boolean prefix = value.length() > 1 && value.endsWith("*");
        List<TextAnalysis.Term> terms = analysis.terms(prefix ? value.substring(0, value.length() - 1) : value);
        if (terms.isEmpty()) {
            return MatchNoDocsQuery.INSTANCE;
        }
        wanted.add(new Wanted(terms.stream().map(TextAnalysis.Term::text).toList(), Set.of(), prefix));
        return in(field, terms, prefix && terms.size() == 1, Set.of());
    }

    private static Query any(Query one, Query other) {
        return new BooleanQuery.Builder().add(one, Occur.SHOULD).add(other, Occur.SHOULD).build();
    }

    private Query customer(Node.Field it) {
        Optional<Set<String>> ids = customers.ids(it.operator(), it.value());
        if (ids.isEmpty() && it.operator().equals("customer")) {
            return exact(Fields.CUSTOMER, it.value().toUpperCase(Locale.ROOT), false);
        }
        if (ids.isEmpty()) {
            return asWords(it, "'" + it.value() + "' is no " + it.operator());
        }
        return new ConstantScoreQuery(new TermInSetQuery(
                Fields.CUSTOMER, ids.get().stream().map(BytesRef::new).toList()));
    }

    private Query exact(String field, String value) {
        return exact(field, value, true);
    }

    private Query exact(String field, String value, boolean lower) {
        return new ConstantScoreQuery(new TermQuery(new Term(field, lower ? value.toLowerCase(Locale.ROOT) : value)));
    }

    private static String direction(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "received", "收", "收到", "来" -> "in";
            case "sent", "发", "发出", "去" -> "out";
            default -> value;
        };
    }

    private Query has(Node.Field it) {
        return switch (it.value().toLowerCase(Locale.ROOT)) {
            case "attachment", "attachments", "file", "附件" ->
                new ConstantScoreQuery(new PrefixQuery(new Term(Fields.TYPE, "")));
            default -> asWords(it, "has: knows 'attachment' only");
        };
    }

    private Query date(Node.Field it) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Optional<QueryDates.Range> range = QueryDates.range(it.operator(), it.value(), today);
        if (range.isEmpty()) {
            return asWords(it, "'" + it.value() + "' is no date; write 2026-03-09, 2026-03 or 2026");
        }
        long from = range.get().from().isEqual(LocalDate.MIN) ? Long.MIN_VALUE : millis(range.get().from());
        long end = range.get().end().isEqual(LocalDate.MAX) ? Long.MAX_VALUE : millis(range.get().end()) - 1;
        return new ConstantScoreQuery(LongPoint.newRangeQuery(Fields.SENT_AT, from, end));
    }

    private long millis(LocalDate date) {
        return date.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private Query asWords(Node.Field it, String why) {
        hints.add(why + "; it was looked for as words.");
        return words(it.operator() + " " + it.value(), false);
    }

    private static String describe(Node node) {
        return switch (node) {
            case Node.All _ -> "*";
            case Node.Words it -> it.phrase() ? '"' + it.text() + '"' : it.text();
            case Node.Field it -> it.operator() + ":" + (it.value().indexOf(' ') < 0 ? it.value() : '"' + it.value() + '"');
            case Node.Not it -> "-" + describe(it.part());
            case Node.And it -> String.join(" ", it.parts().stream()
                    .map(part -> part instanceof Node.Or ? "(" + describe(part) + ")" : describe(part))
                    .toList());
            case Node.Or it -> String.join(" OR ", it.parts().stream().map(QueryTranslation::describe).toList());
        };
    }
}

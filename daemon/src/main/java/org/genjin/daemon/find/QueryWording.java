package org.genjin.daemon.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.genjin.config.Language;
import org.genjin.daemon.words.Words;
import org.genjin.index.Hint;
import org.genjin.index.SearchResult;
import org.genjin.index.Understood;

/** Says in words how a query was read, and what of it was not. Immutable. */
final class QueryWording {

    private final Words words;
    private final Words values;

    QueryWording(Language language) {
        this.words = Words.of("search", language);
        this.values = Words.of("customer", language);
    }

    String understood(Understood it) {
        return said(it, false);
    }

    private String said(Understood understood, boolean within) {
        return switch (understood) {
            case Understood.Everything _ -> words.text("everything");
            case Understood.Words it -> words(it);
            case Understood.Operator it -> operator(it.operator(), it.value());
            case Understood.All it -> joined("and", it.parts());
            case Understood.Any it -> within ? "(" + joined("or", it.parts()) + ")" : joined("or", it.parts());
            case Understood.Without it -> words.text("without", said(it.part(), true));
        };
    }

    private String joined(String key, List<Understood> parts) {
        List<String> said = new ArrayList<>();
        parts.forEach(it -> said.add(said(it, true)));
        return String.join(words.text(key), said.stream().distinct().toList());
    }

    private String words(Understood.Words it) {
        String said = words.text("words." + it.kind().name().toLowerCase(Locale.ROOT), apart(it.text()));
        return it.place().isEmpty() ? said : words.text("in." + it.place(), said);
    }

    /** In a text from right to left, what was typed keeps the order of its signs. */
    private String apart(String typed) {
        return words.isRightToLeft() ? "\u2068" + typed + "\u2069" : typed;
    }

    private String operator(String operator, String value) {
        String whole = operator + "." + value;
        if (words.has(whole)) {
            return words.text(whole);
        }
        if (operator.equals("date") || operator.equals("price") || operator.equals("size")) {
            return range(operator, value);
        }
        return words.has(operator) ? words.text(operator, apart(named(operator, value))) : whole;
    }

    private String named(String operator, String value) {
        String key = (operator.equals("type") ? "says" : operator) + "." + value.toLowerCase(Locale.ROOT);
        return switch (operator) {
            case "stage", "channel", "type" -> values.has(key) ? values.text(key) : value;
            case "country" -> value.length() == 2
                    ? Locale.of("", value.toUpperCase(Locale.ROOT)).getDisplayCountry(words.language().locale())
                    : value;
            case "lang" -> Locale.of(value).getDisplayLanguage(words.language().locale());
            default -> value;
        };
    }

    private String range(String operator, String value) {
        int dots = value.indexOf("..");
        if (dots < 0) {
            return words.text(operator, value);
        }
        String from = value.substring(0, dots);
        String to = value.substring(dots + 2);
        if (from.isEmpty()) {
            return words.text(operator + ".to", to);
        }
        return to.isEmpty() || to.startsWith(" ")
                ? words.text(operator + ".from", from + to)
                : words.text(operator + ".from-to", from, to);
    }

    String hint(Hint it) {
        return words.text("hint." + it.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), apart(it.word()));
    }

    /** @param kept names of the searches there are */
    String notKept(String name, List<String> kept) {
        return kept.isEmpty()
                ? words.text("not-kept.none", name)
                : words.text("not-kept", name, apart(kept.stream().map(it -> "@" + it).collect(Collectors.joining(" "))));
    }

    String instead(SearchResult.Instead it) {
        boolean beginning = it.by().size() == 1 && it.by().getFirst().endsWith("*");
        return words.text(beginning ? "instead.beginning" : "instead", apart(it.word()), apart(String.join(words.text("or"), it.by())));
    }
}

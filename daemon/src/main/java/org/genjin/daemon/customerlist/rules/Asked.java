package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Gathers questions; of a kind that comes often, the first are named and the rest counted. One thread. */
final class Asked {

    private static final int NAMED = 12;
    private static final Pattern KNOWN_BY = Pattern.compile("\\p{L}{1,4}[-_ ]?\\d{1,7}(?:[-_]\\w{1,4})?");

    private final Map<Question.Kind, List<Question>> byKind = new LinkedHashMap<>();

    void ask(Question.Kind kind, String where, String what) {
        Question question = new Question(kind, where, what.replaceAll("\\s+", " ").strip());
        List<Question> known = byKind.computeIfAbsent(kind, _ -> new ArrayList<>());
        if (!known.contains(question)) {
            known.add(question);
        }
    }

    /** With the customer's number, where it is one that people know a customer by. */
    void ask(Question.Kind kind, Entry entry, String what) {
        boolean known = KNOWN_BY.matcher(entry.number).matches() && !what.contains(entry.number);
        ask(kind, entry.where(), known ? entry.number + " " + what : what);
    }

    /** Many of one kind become one question that names them. */
    List<Question> all() {
        List<Question> all = new ArrayList<>();
        byKind.forEach((kind, questions) -> {
            if (questions.size() <= NAMED) {
                all.addAll(questions);
            } else {
                List<String> named = questions.stream().limit(NAMED).map(Question::what).toList();
                all.add(new Question(kind, "", String.join("; ", named) + " … (" + questions.size() + ")"));
            }
        });
        return all;
    }
}

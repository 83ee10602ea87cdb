package org.genjin.daemon.reading.said;

import java.util.List;

/** Tells whether a sentence wants an answer or something done by its reader. */
final class Expecting {

    private static final long REQUEST = Mark.of(Mark.DO, Mark.SHIP, Mark.ANSWER, Mark.GOODS, Mark.DELIVERY, Mark.LEAD, Mark.VISIT, Mark.CALL);

    private Expecting() {}

    static boolean answer(List<Clause> clauses, List<Act> acts) {
        boolean absent = clauses.stream().anyMatch(it -> it.has(Mark.ABSENT));
        boolean offered = clauses.stream().anyMatch(it -> it.has(Mark.POLITE) && it.has(Mark.IF));
        for (int i = 0; i < clauses.size(); i++) {
            Clause it = clauses.get(i);
            if (acts.get(i) == Act.READER && !(offered && it.dates().isEmpty())) {
                return true;
            }
            if (it.question() && !absent && !offered && !isPolite(clauses, i)) {
                return true;
            }
            boolean told = it.has(Mark.FYI) && it.after(REQUEST, it.first(Mark.FYI.bit)) >= 0 && it.has(Mark.ASK);
            if (told) {
                return true;
            }
        }
        return false;
    }

    /** 'How are you?', and what only goes on after it: 'Hope all is well, and the family?'. */
    private static boolean isPolite(List<Clause> clauses, int at) {
        Clause it = clauses.get(at);
        boolean asks = it.any(Mark.of(Mark.QUESTION, Mark.ASK)) || it.any(REQUEST);
        return it.has(Mark.POLITE) || !asks && clauses.stream().anyMatch(other -> other.has(Mark.POLITE));
    }
}

package org.genjin.daemon.reminder;

import org.genjin.config.Language;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.words.Words;

/** Says in a sentence why a customer is due. Immutable. */
public final class DueSentence {

    private final Words words;

    public DueSentence(Language language) {
        this.words = Words.of("due", language);
    }

    public String why(DueItem it) {
        int silent = Math.max(0, it.silentDays());
        String grade = it.customer().grade().name();
        String sentence = words.text(it.reason().id(), silent, it.overdueDays(), grade);
        String overdue = it.overdueDays() > 0 ? words.text("overdue", silent, it.overdueDays()) : "";
        String moved = it.movedBecause().isEmpty() ? "" : words.text("moved");
        return sentence + overdue + moved;
    }
}

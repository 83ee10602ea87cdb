package org.genjin.daemon.cli;

import org.genjin.config.Language;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.decision.Decided;
import org.genjin.daemon.decision.Refusal;
import org.genjin.daemon.decision.RefusalWords;
import org.jspecify.annotations.Nullable;

/** What a command says of a decision. */
final class DecidedLine {

    /** Whose decisions those of the command line are. */
    static final String OPERATOR = "operator";

    /** The command line speaks English. */
    static final RefusalWords REFUSALS = new RefusalWords(Language.EN);

    private DecidedLine() {}

    record Done(long decision, @Nullable CustomerId customer, int messages) {

        /** The end of the sentence: how to take it back. */
        String undo() {
            return " (decision " + decision + "; 'genjin undo' takes it back)";
        }
    }

    static Done of(Decided decided) throws Trouble {
        return switch (decided) {
            case Decided.Done done -> new Done(done.decision(), done.customer(), done.messages());
            case Decided.Impossible(Refusal why) -> throw Trouble.failed(REFUSALS.say(why));
        };
    }
}

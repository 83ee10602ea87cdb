package org.genjin.daemon.cli;

import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.decision.Decided;
import org.jspecify.annotations.Nullable;

/** What a command says of a decision. */
final class DecidedLine {

    /** Whose decisions those of the command line are. */
    static final String OPERATOR = "operator";

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
            case Decided.Impossible(String why) -> throw Trouble.failed(why);
        };
    }
}

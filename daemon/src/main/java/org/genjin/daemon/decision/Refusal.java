package org.genjin.daemon.decision;

import java.util.List;
import java.util.Locale;

/**
 * Why something that a person wants cannot be done, or what would be accepted instead; {@link RefusalWords} says it in a language.
 *
 * @param what names, numbers and values that belong in the sentence, in the order of its places
 */
public record Refusal(Why kind, List<String> what) {

    public Refusal {
        what = List.copyOf(what);
    }

    static Refusal of(Why kind, Object... what) {
        return new Refusal(kind, List.of(what).stream().map(Object::toString).toList());
    }

    /** A sentence each; those that begin with EXPECTS are what a value must be, and end without a full stop. */
    public enum Why {
        SAME_CUSTOMER,
        GONE,
        NO_SUCH_CUSTOMER,
        /** {0} a customer's name. */
        WHICH_CONTACTS,
        /** {0} a customer's name, {1} what was taken for a contact, {2} the customer's number. */
        NO_CONTACT,
        /** {0} a customer's name. */
        NOTHING_LEFT,
        /** {0} what was taken for a message's key. */
        NO_MESSAGE,
        NO_SUCH_MESSAGE,
        /** {0} a customer's number. */
        NO_CUSTOMER,
        /** {0} what was to be set aside. */
        NOT_ASIDE,
        /** {0} what was to be set aside. */
        OURS,
        /** {0} a question's number. */
        NO_QUESTION,
        ONE_CUSTOMER,
        NOTHING_TO_UNDO,
        /** {0} a decision's number. */
        NO_DECISION,
        /** {0} a decision's number. */
        UNDONE,
        /** {0} a decision's number, {1} its kind, {2} its words. */
        LATER,
        EXPECTS_NAME,
        EXPECTS_COUNTRY,
        /** {0} the grades. */
        EXPECTS_GRADE,
        /** {0} the stages. */
        EXPECTS_STAGE,
        /** {0} the owners. */
        EXPECTS_OWNER,
        /** {0} the lines of trade, {1} what is written for none. */
        EXPECTS_INDUSTRY,
        EXPECTS_DAY,
        EXPECTS_NUMBER,
        EXPECTS_YES_NO,
        /** {0} the keys. */
        EXPECTS_KEY;

        /** As bundles of sentences call it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

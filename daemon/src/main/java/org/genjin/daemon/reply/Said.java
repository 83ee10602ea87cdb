package org.genjin.daemon.reply;

import java.util.List;

/** What one line of a reply came to. */
public sealed interface Said {

    /** The words as they were typed. */
    String words();

    /** @param numbers of the mail's lines; empty where the command is about the mails themselves */
    record Order(String words, List<Integer> numbers, Command command) implements Said {
        public Order {
            numbers = List.copyOf(numbers);
        }
    }

    /** @param detail what is doubted, such as the number that the mail does not have; may be empty */
    record Unclear(String words, Doubt doubt, String detail) implements Said {}

    /** Why a line cannot be obeyed. */
    enum Doubt {
        /** No command is in it. */
        WORDS,
        /** It does not say about which line of the mail. */
        WHICH,
        /** The mail has no such line. */
        NO_SUCH_LINE,
        /** Several customers of the mail are called so. */
        SEVERAL,
        /** The day is not to come. */
        DAY_PAST,
        /** That cannot be done with this line, such as yes to a customer. */
        NOT_HERE
    }
}

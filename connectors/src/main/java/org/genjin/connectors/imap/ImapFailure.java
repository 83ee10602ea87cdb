package org.genjin.connectors.imap;

import java.io.IOException;

/** Why an exchange with a server did not end as hoped. Whatever else breaks is a plain {@link IOException} of the network. */
abstract sealed class ImapFailure extends IOException {

    private ImapFailure(String message) {
        super(message);
    }

    /** The server answered a command with NO or BAD; the connection goes on. */
    static final class Refused extends ImapFailure {
        private final String what;
        private final Completion completion;

        /** @param what it refuses to do: {@code open the folder} */
        Refused(String what, Completion completion) {
            super("the server refuses to " + what + ": " + completion.text());
            this.what = what;
            this.completion = completion;
        }

        String what() {
            return what;
        }

        Completion completion() {
            return completion;
        }
    }

    /** The server refused the login. */
    static final class LoginRefused extends ImapFailure {
        private final Completion completion;

        LoginRefused(Completion completion) {
            super(completion.text());
            this.completion = completion;
        }

        Completion completion() {
            return completion;
        }
    }

    /** The server said BYE. */
    static final class Ended extends ImapFailure {
        private final Completion completion;

        Ended(Completion completion) {
            super("the server ended the connection: " + completion.text());
            this.completion = completion;
        }

        Completion completion() {
            return completion;
        }
    }

    /** What came is not IMAP, or is more than can be taken: the connection is of no use any more. */
    static final class Garbled extends ImapFailure {
        Garbled(String why) {
            super("the server's answer cannot be followed: " + why);
        }
    }

    /** The connection would not be encrypted, or not by the server alone; nothing secret was sent. */
    static final class NotEncrypted extends ImapFailure {
        NotEncrypted(String why) {
            super(why);
        }
    }
}

package org.genjin.connectors;

import java.time.Instant;

/** How a mailbox's sign-in with its provider stands, as far as this machine knows; the provider is not asked. */
public sealed interface SignInState {

    /** It has a password. */
    record NotNeeded() implements SignInState {}

    /** Nobody has signed in, or with another client id than the configuration has now. */
    record Missing() implements SignInState {}

    record Valid(Instant since) implements SignInState {}

    /**
     * The provider has ended it.
     *
     * @param why in the provider's words
     */
    record Ended(Instant since, String why) implements SignInState {}
}

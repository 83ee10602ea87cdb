package org.genjin.connectors;

/** What a mail server is told at a login. Printed, it says only of what kind it is. */
public sealed interface Login {

    String user();

    /** The password, or what stands in its place. */
    String word();

    record Password(String user, String word) implements Login {
        @Override
        public String toString() {
            return "a password";
        }
    }

    /** An access token (RFC 6749 section 1.4), for the SASL mechanism XOAUTH2. */
    record Token(String user, String word) implements Login {
        @Override
        public String toString() {
            return "an access token";
        }
    }
}

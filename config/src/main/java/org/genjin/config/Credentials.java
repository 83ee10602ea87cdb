package org.genjin.config;

/** With what a mailbox lets us in: a password that lies somewhere, or a sign-in with its provider. Never the word itself. */
public sealed interface Credentials permits Secret, OAuthClient {}

package org.genjin.connectors.imap;

import java.time.Duration;

/**
 * How long a server is waited for.
 *
 * @param connect until a connection stands
 * @param answer for each piece of an answer
 * @param idle how long to wait for news without a word: servers end what is silent for 29 minutes, and routers sooner
 * @param afterIdle for the answer to the end of such a wait: who does not give it is not there any more
 * @param leave for the server to take leave of us when such a wait is cut short
 */
record Patience(Duration connect, Duration answer, Duration idle, Duration afterIdle, Duration leave) {

    static final Patience USUAL = new Patience(
            Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofMinutes(9), Duration.ofSeconds(30), Duration.ofSeconds(2));
}

package org.genjin.connectors;

/** A run of messages with its own cursor: an IMAP folder, an mbox file, a chat export. */
public record Mailbox(String source, String name) {}

package org.genjin.connectors;

/** Identifies a message wherever it is seen: the same mail in two mailboxes has one key. At most 100 characters. */
public record MessageKey(String value) {}

package org.genjin.daemon.workbook;

/**
 * A picture that came with a message.
 *
 * @param message its row in the ledger
 * @param ordinal its place among the message's attachments
 * @param hash of its content
 */
record Picture(long message, int ordinal, String hash, String name) {}

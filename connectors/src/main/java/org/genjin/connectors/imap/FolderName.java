package org.genjin.connectors.imap;

/**
 * A folder's name, as the server writes it and as people read it.
 *
 * @param raw a character for each byte; what the server is asked for
 * @param shown decoded; also the name of the mailbox in the ledger
 */
record FolderName(String raw, String shown) {

    private static final String INBOX = "INBOX";

    /** Of what a server lists. INBOX is INBOX in any case (RFC 3501, section 5.1). */
    static FolderName listed(String raw) {
        if (raw.equalsIgnoreCase(INBOX)) {
            return new FolderName(INBOX, INBOX);
        }
        return new FolderName(raw, ModifiedUtf7.decode(raw).orElseGet(() -> ServerText.read(raw)));
    }

    /** Of a name that was shown before. */
    static FolderName shown(String name) {
        return new FolderName(ModifiedUtf7.encode(name), name);
    }

    boolean isInbox() {
        return raw.equals(INBOX);
    }

    /** Tells it from another folder that is shown by the same name. */
    FolderName toldApart() {
        return new FolderName(raw, shown + " [" + raw + "]");
    }

    /** Whether it can be sent between quotation marks; else only as a literal. */
    boolean isQuotable() {
        return raw.chars().allMatch(c -> c == '\t' || c >= ' ' && c < 127);
    }

    String quoted() {
        return '"' + raw.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

package org.genjin.connectors.imap;

import java.util.HashSet;
import java.util.Set;

/**
 * Which mails need not be brought again from another folder. On Gmail a folder is a label, and a mail is in each of its labels;
 * where the folder of all mail is hidden, X-GM-MSGID tells that it is the same. Empty elsewhere.
 */
final class GmailCopies {

    private final Set<Long> brought = new HashSet<>();
    private final Set<FolderName> asked = new HashSet<>();

    void brought(long mailId) {
        if (mailId != 0) {
            brought.add(mailId);
        }
    }

    boolean isBrought(long mailId) {
        return mailId != 0 && brought.contains(mailId);
    }

    /** Whether this folder is asked for what it brought earlier; once. */
    boolean askNow(FolderName folder) {
        return asked.add(folder);
    }
}

package org.genjin.config;

import java.util.List;

/**
 * What is never logged, as the operator wrote it. Everything is in lower case.
 *
 * @param folders names of folders as a mailbox shows them; what lies below them is meant too
 * @param addresses mail addresses, and for chats phone numbers or the chats' titles
 * @param domains mail domains; what lies below them is meant too
 */
public record NeverLog(List<String> folders, List<String> addresses, List<String> domains) {

    public static final NeverLog NOTHING = new NeverLog(List.of(), List.of(), List.of());

    public NeverLog {
        folders = List.copyOf(folders);
        addresses = List.copyOf(addresses);
        domains = List.copyOf(domains);
    }

    public boolean isEmpty() {
        return folders.isEmpty() && addresses.isEmpty() && domains.isEmpty();
    }
}

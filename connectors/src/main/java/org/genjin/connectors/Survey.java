package org.genjin.connectors;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mailbox looks like at its server, for a person who sets it up.
 *
 * @param saidWho whether the server was told who reads (RFC 2971), as NetEase wants before it shows any mail
 * @param sent whether a folder of what the owner wrote is among them
 * @param folders those that are read, INBOX first
 */
public record Survey(boolean saidWho, boolean sent, List<Folder> folders) {

    public Survey {
        folders = List.copyOf(folders);
    }

    /**
     * @param oldest when the oldest mail came, as far as its first mails tell; null in an empty folder
     */
    public record Folder(String name, long messages, @Nullable Instant oldest) {}
}

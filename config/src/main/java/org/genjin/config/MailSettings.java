package org.genjin.config;

import java.util.Map;

/**
 * How the owners are written to.
 *
 * @param usual to whoever has nothing of their own
 * @param own by address, what is different for some
 */
public record MailSettings(OwnerMails usual, Map<String, OwnerMails> own) {

    public MailSettings {
        own = Map.copyOf(own);
    }

    public OwnerMails of(String owner) {
        return own.getOrDefault(owner, usual);
    }
}

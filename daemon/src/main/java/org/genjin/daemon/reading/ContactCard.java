package org.genjin.daemon.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is by their own signature. What is not written there is null or empty, never guessed.
 *
 * @param name without honorifics
 * @param country ISO 3166, only where its name is written
 * @param addresses e-mail addresses in lower case
 * @param phones E.164, without fax numbers and extensions
 * @param sites without scheme and {@code www.}
 */
public record ContactCard(
        @Nullable String name,
        @Nullable String title,
        @Nullable String company,
        @Nullable String country,
        List<String> addresses,
        List<String> phones,
        List<String> sites,
        List<Handle> handles) {

    public ContactCard {
        addresses = List.copyOf(addresses);
        phones = List.copyOf(phones);
        sites = List.copyOf(sites);
        handles = List.copyOf(handles);
    }

    /**
     * @param channel such as {@code whatsapp}
     * @param name a number in E.164, or a name on that channel
     */
    public record Handle(String channel, String name) {}
}

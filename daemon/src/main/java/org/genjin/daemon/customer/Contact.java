package org.genjin.daemon.customer;

import java.util.List;

/**
 * A person at a customer, with the addresses and handles we know.
 *
 * @param name "" if not known
 * @param title "" if not known
 * @param addresses e-mail addresses in lower case, the most used first
 * @param phones in E.164
 */
public record Contact(String name, String title, List<String> addresses, List<String> phones, List<Handle> handles) {

    public Contact {
        addresses = List.copyOf(addresses);
        phones = List.copyOf(phones);
        handles = List.copyOf(handles);
    }

    /** @param channel such as {@code whatsapp} */
    public record Handle(String channel, String name) {}
}

package org.genjin.daemon.crm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.customer.Contact;

/** The people at a customer, a line each. What belongs to the firm alone stands in the customer's line too. Pure. */
final class Contacts {

    /** As the apps write themselves. */
    private static final Map<String, String> APPS = Map.of(
            "whatsapp", "WhatsApp", "wechat", "WeChat", "linkedin", "LinkedIn", "telegram", "Telegram", "skype", "Skype", "line", "LINE",
            "viber", "Viber", "signal", "Signal", "instagram", "Instagram", "messenger", "Messenger");

    List<Line> of(Line customer, List<Contact> contacts, boolean lonely) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (Contact it : contacts) {
            number++;
            lines.add(line(customer, it, number));
        }
        if (lines.isEmpty() && lonely) {
            lines.add(customer.with().put(Field.CONTACT_ID, customer.first(Field.COMPANY_ID) + "-0").put(Field.MAIN, "yes").line());
        }
        return lines;
    }

    /** The customer with whom a deal, note or task is spoken of: the first contact who has a name, else the first. */
    Line main(Line customer, List<Contact> contacts) {
        Optional<Contact> named =
                contacts.stream().filter(it -> !it.name().isBlank()).findFirst().or(() -> contacts.stream().findFirst());
        return named.map(it -> line(customer, it, contacts.indexOf(it) + 1)).orElse(customer);
    }

    private static Line line(Line customer, Contact it, int number) {
        String name = it.name().strip();
        int blank = name.lastIndexOf(' ');
        List<String> addresses = it.addresses();
        List<String> phones = it.phones();
        return customer.with()
                .put(Field.CONTACT_ID, customer.first(Field.COMPANY_ID) + "-" + number)
                .put(Field.CONTACT, name)
                .put(Field.FIRST, blank < 0 ? "" : name.substring(0, blank).strip())
                .put(Field.LAST, name.substring(blank + 1))
                .put(Field.TITLE, it.title())
                .put(Field.EMAIL, at(addresses, 0))
                .put(Field.EMAIL2, at(addresses, 1))
                .put(Field.EMAIL3, at(addresses, 2))
                .put(Field.EMAILS, addresses)
                .put(Field.MORE_EMAILS, rest(addresses))
                .put(Field.PHONE, at(phones, 0))
                .put(Field.PHONE2, at(phones, 1))
                .put(Field.PHONE3, at(phones, 2))
                .put(Field.PHONES, phones)
                .put(Field.MORE_PHONES, rest(phones))
                .put(Field.WECHAT, handles(it, "wechat"))
                .put(Field.LINKEDIN, handles(it, "linkedin"))
                .put(Field.SOCIAL, it.handles().stream().map(Contacts::social).toList())
                .put(Field.MAIN, number == 1 ? "yes" : "no")
                .line();
    }

    private static String at(List<String> values, int index) {
        return index < values.size() ? values.get(index) : "";
    }

    private static List<String> rest(List<String> values) {
        return values.size() < 2 ? List.of() : values.subList(1, values.size());
    }

    private static List<String> handles(Contact it, String channel) {
        return it.handles().stream().filter(handle -> handle.channel().equals(channel)).map(Contact.Handle::name).toList();
    }

    private static String social(Contact.Handle it) {
        return APPS.getOrDefault(it.channel(), it.channel().toUpperCase(Locale.ROOT)) + "-" + it.name();
    }
}

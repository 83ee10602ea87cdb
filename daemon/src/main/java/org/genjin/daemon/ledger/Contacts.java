package org.genjin.daemon.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genjin.daemon.customer.Contact;
import org.genjin.daemon.customer.Names;

/** Puts what a customer is known by together, person by person. */
final class Contacts {

    private static final class Person {
        String name = "";
        String title = "";
        final List<String> addresses = new ArrayList<>();
        final List<String> phones = new ArrayList<>();
        final List<Contact.Handle> handles = new ArrayList<>();
    }

    private Contacts() {}

    /** @param identities of one customer, the newest of each kind first */
    static List<Contact> of(List<IdentityTable.Identity> identities) {
        Map<String, Person> people = new LinkedHashMap<>();
        for (IdentityTable.Identity it : identities) {
            switch (it.kind()) {
                case ADDRESS -> person(people, it).addresses.add(it.knownAs());
                case PHONE -> person(people, it).phones.add(it.knownAs());
                case CHAT -> {
                    int colon = it.knownAs().indexOf(':');
                    person(people, it)
                            .handles
                            .add(new Contact.Handle(it.knownAs().substring(0, colon), it.knownAs().substring(colon + 1)));
                }
                case NAME -> {
                    // What is said in chats alone names no contact; a list that somebody keeps does.
                    if (it.by() == IdentityTable.By.LIST && !it.person().isEmpty()) {
                        person(people, it);
                    }
                }
                case DOMAIN, FIRM -> {} // tells whose a message is, but of no person
            }
        }
        return people.values().stream()
                .map(it -> new Contact(it.name, it.title, it.addresses, it.phones, it.handles))
                .toList();
    }

    private static Person person(Map<String, Person> people, IdentityTable.Identity it) {
        String folded = Names.folded(it.person());
        Person person = people.computeIfAbsent(folded.isEmpty() ? it.knownAs() : folded, _ -> new Person());
        if (person.name.isEmpty()) {
            person.name = it.person();
        }
        if (person.title.isEmpty()) {
            person.title = it.title();
        }
        return person;
    }
}

package org.genjin.daemon.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genjin.daemon.customer.Match.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Whose message it is, from what is known of the customers. The whole rule, with no database in it.
 *
 * <p>Of each of the others who are named, the first of these that tells anything decides: a known address, a known phone
 * number, the company's domain, a person's name in a chat. The first in the message counts before the rest; whoever else is a
 * customer is told too. Where nobody named is known, the chat, the conversation that is answered and whose words are passed
 * on tell. Of an address that several customers share the conversation tells which; where it does not, a person decides.
 */
public final class CustomerMatcher {

    private final Known known;

    public CustomerMatcher(Known known) {
        this.known = known;
    }

    /** What is known, as far as the messages to be matched can ask for it; values in lower case, names folded. */
    public record Known(
            Map<String, Set<CustomerId>> addresses,
            Map<String, Set<CustomerId>> phones,
            Map<String, Set<CustomerId>> chats,
            Map<String, Set<CustomerId>> domains,
            Map<String, Set<CustomerId>> names) {}

    /** One of the others named in a message: never one of us. Lists are empty where nothing is known. */
    public record Party(List<String> addresses, List<String> phones, List<String> domains, List<String> names) {}

    /**
     * What is to be matched.
     *
     * @param parties the others, the one who counts most first
     * @param chat the chat it was said in, with its channel; empty list for mail
     * @param conversation customers of the messages it answers
     * @param forwarded whose words are passed on
     * @param domainsTell false where a domain alone proves nothing: a firm's newsletter is not for us, its machine's order is
     */
    public record Question(
            List<Party> parties,
            List<String> chat,
            Collection<CustomerId> conversation,
            List<Party> forwarded,
            boolean domainsTell) {

        public Question(List<Party> parties, List<String> chat, Collection<CustomerId> conversation) {
            this(parties, chat, conversation, List.of(), true);
        }
    }

    /** Whom one value tells, and how. */
    private record Found(Set<CustomerId> customers, Evidence evidence, String detail) {}

    public Match match(Question question) {
        List<Found> all = new ArrayList<>(question.parties().size());
        for (Party it : question.parties()) {
            Found found = find(it, question.domainsTell());
            if (found != null) {
                all.add(found);
            }
        }
        Found chat = first(question.chat(), known.chats(), Evidence.CHAT);
        if (chat != null && (all.isEmpty() || all.getFirst().evidence().compareTo(Evidence.CHAT) > 0)) {
            all.addFirst(chat);
        }
        Collection<CustomerId> conversation = question.conversation();
        if (all.isEmpty() && conversation.size() == 1) {
            return new Match.One(conversation.iterator().next(), Evidence.CONVERSATION, "");
        }
        if (all.isEmpty()) {
            return forwarded(question);
        }
        return decide(all, conversation);
    }

    /** Whether somebody is known by themselves, whoever else is named with them. */
    public boolean knows(Party party) {
        return find(party, true) != null;
    }

    private Match forwarded(Question question) {
        for (Party it : question.forwarded()) {
            Found found = find(it, true);
            if (found != null && found.customers().size() == 1) {
                return new Match.One(found.customers().iterator().next(), Evidence.FORWARD, found.detail());
            }
        }
        return new Match.Nobody();
    }

    private static Match decide(List<Found> all, Collection<CustomerId> conversation) {
        Found first = all.getFirst();
        for (Found it : all) {
            if (it.customers().size() == 1) {
                first = it;
                break;
            }
        }
        if (first.customers().size() > 1) {
            List<CustomerId> spoken = first.customers().stream().filter(conversation::contains).toList();
            return spoken.size() == 1
                    ? new Match.One(spoken.getFirst(), Evidence.CONVERSATION, first.detail())
                    : new Match.Several(List.copyOf(first.customers()), first.evidence(), first.detail());
        }
        CustomerId main = first.customers().iterator().next();
        if (all.size() == 1) {
            return new Match.One(main, first.evidence(), first.detail());
        }
        Set<CustomerId> further = new LinkedHashSet<>();
        for (Found it : all) {
            if (it.customers().size() == 1) {
                further.addAll(it.customers());
            }
        }
        further.remove(main);
        return new Match.One(main, first.evidence(), first.detail(), List.copyOf(further));
    }

    private @Nullable Found find(Party party, boolean domainsTell) {
        Found found = first(party.addresses(), known.addresses(), Evidence.ADDRESS);
        if (found == null) {
            found = first(party.phones(), known.phones(), Evidence.PHONE);
        }
        if (found == null && domainsTell) {
            found = first(party.domains(), known.domains(), Evidence.DOMAIN);
        }
        return found == null ? first(party.names(), known.names(), Evidence.NAME) : found;
    }

    private static @Nullable Found first(List<String> values, Map<String, Set<CustomerId>> known, Evidence evidence) {
        Set<CustomerId> customers = null;
        String detail = "";
        for (String value : values) {
            Set<CustomerId> them = known.get(value);
            if (them != null && customers == null) {
                detail = value;
                customers = them;
            } else if (them != null && customers != null && !customers.equals(them)) {
                Set<CustomerId> both = new LinkedHashSet<>(customers);
                both.addAll(them);
                customers = both;
            }
        }
        return customers == null ? null : new Found(customers, evidence, detail);
    }
}

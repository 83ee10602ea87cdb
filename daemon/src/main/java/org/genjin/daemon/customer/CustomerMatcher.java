package org.genjin.daemon.customer;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genjin.daemon.customer.Match.Evidence;

/**
 * Whose message it is, from what is known of the customers. The whole rule, with no database in it.
 *
 * <p>Evidence in this order, the first that tells anything decides: a known address, a known phone number, a known chat,
 * the conversation that the message belongs to, the company's domain, a person's name in a chat. What the sender (or, for
 * what we wrote, the first recipient) tells goes before what everybody named in the message tells. One customer: that is
 * the answer. Several: a person decides.
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
     */
    public record Question(List<Party> parties, List<String> chat, Collection<CustomerId> conversation) {}

    public Match match(Question question) {
        List<Party> first = question.parties().isEmpty() ? List.of() : List.of(question.parties().getFirst());
        Match match = strong(first, question);
        if (match instanceof Match.Nobody) {
            match = weak(first);
        }
        if (match instanceof Match.Nobody && question.parties().size() > 1) {
            List<Party> rest = question.parties().subList(1, question.parties().size());
            match = strong(rest, question);
            if (match instanceof Match.Nobody) {
                match = weak(rest);
            }
        }
        return match;
    }

    private Match strong(List<Party> parties, Question question) {
        Match match = look(parties, Party::addresses, known.addresses(), Evidence.ADDRESS);
        if (match instanceof Match.Nobody) {
            match = look(parties, Party::phones, known.phones(), Evidence.PHONE);
        }
        if (match instanceof Match.Nobody) {
            match = answer(question.chat(), known.chats(), Evidence.CHAT);
        }
        if (match instanceof Match.Nobody && !question.conversation().isEmpty()) {
            match = decide(new LinkedHashSet<>(question.conversation()), Evidence.CONVERSATION, "");
        }
        return match;
    }

    private Match weak(List<Party> parties) {
        Match match = look(parties, Party::domains, known.domains(), Evidence.DOMAIN);
        return match instanceof Match.Nobody ? look(parties, Party::names, known.names(), Evidence.NAME) : match;
    }

    private static Match look(
            List<Party> parties,
            java.util.function.Function<Party, List<String>> values,
            Map<String, Set<CustomerId>> known,
            Evidence evidence) {
        return answer(parties.stream().flatMap(party -> values.apply(party).stream()).toList(), known, evidence);
    }

    private static Match answer(List<String> values, Map<String, Set<CustomerId>> known, Evidence evidence) {
        Set<CustomerId> found = new LinkedHashSet<>();
        String detail = "";
        for (String value : values) {
            Set<CustomerId> customers = known.getOrDefault(value, Set.of());
            if (!customers.isEmpty() && found.isEmpty()) {
                detail = value;
            }
            found.addAll(customers);
        }
        return decide(found, evidence, detail);
    }

    private static Match decide(Set<CustomerId> found, Evidence evidence, String detail) {
        return switch (found.size()) {
            case 0 -> new Match.Nobody();
            case 1 -> new Match.One(found.iterator().next(), evidence, detail);
            default -> new Match.Several(List.copyOf(found), evidence);
        };
    }
}

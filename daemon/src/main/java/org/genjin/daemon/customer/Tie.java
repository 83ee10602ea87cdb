package org.genjin.daemon.customer;

import java.util.EnumSet;
import java.util.Set;

/**
 * What ties somebody unknown to a customer. One tie is seldom enough: what anybody can read on a web site, such as a name and
 * a firm, proves nothing by itself; what only those know who have written with us weighs more.
 */
public enum Tie {
    /** Their telephone number is the customer's. */
    PHONE(3, Match.Evidence.PHONE),
    /** It answers a message of the customer. */
    CONVERSATION(2, Match.Evidence.CONVERSATION),
    /** The customer named them among the readers of a message to us. */
    INTRODUCED(3, Match.Evidence.CONVERSATION),
    /** They wrote to the customer and us together. */
    IN_COMPANY(2, Match.Evidence.CONVERSATION),
    /** We answered them with the customer among the readers. */
    COPIED(2, Match.Evidence.CONVERSATION),
    /** What they wrote before belongs to the customer, and to nobody else. */
    WROTE_FOR(2, Match.Evidence.CONVERSATION),
    /** They name the number of an order, an invoice or the like that stands in messages with the customer. */
    DOCUMENT(2, Match.Evidence.DOCUMENT),
    /** The subject of a conversation with the customer, within some weeks. */
    SUBJECT(1, Match.Evidence.SUBJECT),
    /** They name an address of the customer as theirs. */
    NAMES_ADDRESS(2, Match.Evidence.ADDRESS),
    /** They write from a house that many firms write from, under the customer's name. */
    HOSTED(4, Match.Evidence.NAME),
    /** The same, under the first word of the customer's name only. */
    HOST_LIKE(2, Match.Evidence.NAME),
    /** The customer wrote down their address, as one does with one's own other address. */
    GIVEN(3, Match.Evidence.ADDRESS),
    /** They sign for the customer's firm, or say they are from there. */
    FIRM(2, Match.Evidence.SIGNATURE),
    /** They have the whole name of one of the customer's people. */
    PERSON(2, Match.Evidence.NAME),
    /** They say that we know each other from the platform where we know one of that name. */
    PLATFORM(2, Match.Evidence.NAME),
    /** Their domain has a telling word in common with the customer's. */
    LIKE_DOMAIN(1, Match.Evidence.DOMAIN),
    /** A chat is called by the first name of one of the customer's people, and by its country, or its firm is named there. */
    FIRST_NAME(2, Match.Evidence.NAME),
    /** A person of ours answered them, as one answers whom one knows. */
    ANSWERED(1, Match.Evidence.CONVERSATION),
    /** The firm's name is in what the chat is called. */
    CHAT_TITLE(4, Match.Evidence.NAME);

    private static final int STRONG = 4;
    private static final Set<Tie> PRIVATE =
            EnumSet.of(PHONE, CONVERSATION, INTRODUCED, IN_COMPANY, COPIED, WROTE_FOR, DOCUMENT, SUBJECT, NAMES_ADDRESS, GIVEN, PLATFORM, CHAT_TITLE, HOSTED);
    private static final Set<Tie> OF_THE_FIRM =
            EnumSet.of(FIRM, LIKE_DOMAIN, NAMES_ADDRESS, GIVEN, PLATFORM, CHAT_TITLE, HOSTED, HOST_LIKE);

    /** What makes one ask even of another firm's people. */
    private static final Set<Tie> OF_THE_BUSINESS = EnumSet.of(PHONE, CONVERSATION, DOCUMENT, WROTE_FOR);

    private final int weight;
    private final Match.Evidence evidence;

    Tie(int weight, Match.Evidence evidence) {
        this.weight = weight;
        this.evidence = evidence;
    }

    public Match.Evidence evidence() {
        return evidence;
    }

    /** How sure several ties to one customer make. */
    public enum Strength {
        NONE,
        /** A person is asked. */
        WEAK,
        /** The message is the customer's; whoever wrote it need not be: an accountant, an inspector. */
        MESSAGE,
        STRONG
    }

    /** Where somebody writes from. */
    public enum From {
        /** Free mail, which anybody can have. */
        FREE_MAIL,
        /** A firm's domain that is not the customer's: people change employers. */
        OTHER_DOMAIN,
        CHAT
    }

    public static Strength strength(Set<Tie> ties, From from) {
        if (ties.isEmpty()) {
            return Strength.NONE;
        }
        if (from == From.CHAT && ties.contains(PHONE)) {
            return Strength.STRONG; // a chat's number is its own
        }
        int points = ties.stream().mapToInt(it -> it.weight).sum();
        boolean ofTheFirm = from != From.OTHER_DOMAIN || ties.stream().anyMatch(OF_THE_FIRM::contains);
        boolean secret = from != From.FREE_MAIL || ties.stream().anyMatch(PRIVATE::contains);
        if (points >= STRONG && ofTheFirm && secret) {
            return Strength.STRONG;
        }
        boolean again = ties.contains(WROTE_FOR) && (ties.contains(INTRODUCED) || ties.contains(IN_COMPANY) || ties.contains(COPIED));
        if (!ofTheFirm && (again || (points >= STRONG && ties.contains(DOCUMENT)))) {
            return Strength.MESSAGE;
        }
        if (!ofTheFirm && ties.stream().noneMatch(OF_THE_BUSINESS::contains)) {
            return Strength.NONE;
        }
        return points > 1 ? Strength.WEAK : Strength.NONE;
    }
}

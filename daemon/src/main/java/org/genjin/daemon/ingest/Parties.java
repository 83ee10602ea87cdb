package org.genjin.daemon.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Domains;
import org.genjin.daemon.customer.OwnSide;
import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.genjin.daemon.party.Platforms;
import org.jspecify.annotations.Nullable;

/** Who is named in a message, and under what each would be known as a customer. */
final class Parties {

    private static final Pattern VIA =
            Pattern.compile("^(.{1,200}?)\\s{1,9}(?:via|through|on|durch|por|par|через|通过|عبر)\\s.{1,200}$", Pattern.CASE_INSENSITIVE);

    private final OwnSide own;

    Parties(OwnSide own) {
        this.own = own;
    }

    Direction direction(Message message) {
        if (message.channel() == Channel.EMAIL) {
            return own.direction(address(speaker(message)), recipients(message));
        }
        return switch (message.speaker()) {
            case OWNER -> Direction.OUT;
            case OTHER -> Direction.IN;
            // Where a chat names people by their mail addresses, ours are known.
            case UNKNOWN -> own.isOurs(address(message.from())) ? Direction.OUT : Direction.IN;
        };
    }

    /** Whether what sends to many, such as our own list or web site, or a platform, passes on what one person wrote. */
    boolean passesOn(Message message) {
        Message.Participant from = message.from();
        Message.Participant speaker = speaker(message);
        return message.channel() == Channel.EMAIL
                && from != null
                && speaker != null
                && (own.isOurs(address(from)) || isPlatform(address(from)))
                && !address(speaker).equals(address(from))
                && !own.isOurs(address(speaker));
    }

    /**
     * Who speaks: the mail's author; whoever filled in the form on our own web site, which sends to us in our name and wants the
     * answer to go to them; or whose words a platform passes on. Null if nobody is named.
     */
    Message.@Nullable Participant speaker(Message message) {
        Message.Participant author = message.author();
        Message.Participant replyTo = message.replyTo();
        if (message.channel() == Channel.EMAIL && isPlatform(address(author))) {
            return behindPlatform(author, replyTo);
        }
        boolean form = message.channel() == Channel.EMAIL
                && replyTo != null
                && own.isOurs(address(author))
                && !own.isOurs(address(replyTo))
                && own.direction(address(author), recipients(message)) == Direction.INTERNAL;
        return form ? replyTo : author;
    }

    private boolean isPlatform(String address) {
        return Domains.ofAddress(address).filter(Platforms.KNOWN::isPlatform).isPresent();
    }

    /** A house that many firms write from is nobody's domain. */
    private boolean isDesk(String address) {
        return Domains.ofAddress(address).filter(Platforms.KNOWN::isDesk).isPresent();
    }

    /** Whoever wants the answer: by an address of their own, or by one of the platform's that leads to them alone. */
    private static Message.@Nullable Participant behindPlatform(
            Message.@Nullable Participant sender, Message.@Nullable Participant replyTo) {
        if (sender == null || replyTo == null || address(replyTo).equals(address(sender))) {
            return sender;
        }
        String name = replyTo.name() == null || replyTo.name().isBlank() ? sender.name() : replyTo.name();
        return new Message.Participant(replyTo.address(), name == null ? null : withoutVia(name));
    }

    /** Who somebody is that a platform names with itself: "Kim via Platform" is Kim. */
    static String withoutVia(String name) {
        Matcher via = VIA.matcher(name);
        return via.matches() ? via.group(1).strip() : name;
    }

    List<Participant> of(long id, Message message, Direction direction) {
        List<Participant> parties = new ArrayList<>();
        if (message.channel() == Channel.EMAIL) {
            Message.Participant from = speaker(message);
            if (from != null) {
                parties.add(mail(id, "from", 0, from));
            }
            add(id, "to", message.to(), parties);
            add(id, "cc", message.cc(), parties);
            return parties;
        }
        // A chat between two has one other side, whoever of the two speaks.
        String chat = message.room() == null ? chat(message) : null;
        Message.Participant from = message.from();
        if (from != null) {
            parties.add(new Participant(
                    id, "from", 0, from.address(), from.name(), direction == Direction.IN ? chat : null));
        }
        if (direction == Direction.OUT && chat != null) {
            parties.add(new Participant(id, "to", 0, null, message.chat(), chat));
        }
        return parties;
    }

    /** The chat's name with its channel before it; null for mail. */
    static @Nullable String chat(Message message) {
        return chat(message.channel(), message.chat());
    }

    static @Nullable String chat(Channel channel, @Nullable String title) {
        return title == null ? null : channel.id() + ":" + title;
    }

    private void add(long id, String role, List<Message.Participant> named, List<Participant> parties) {
        for (int i = 0; i < named.size(); i++) {
            parties.add(mail(id, role, i, named.get(i)));
        }
    }

    private Participant mail(long id, String role, int position, Message.Participant it) {
        String address = it.address();
        String party = address == null || address.indexOf('@') < 0 || own.isOurs(address)
                ? null
                : isPlatform(address) || isDesk(address) ? address : own.companyDomain(address).orElseGet(() -> Domains.mailbox(address));
        return new Participant(id, role, position, address, it.name(), party);
    }

    private static String address(Message.@Nullable Participant participant) {
        return participant == null || participant.address() == null ? "" : participant.address();
    }

    private static List<String> recipients(Message message) {
        List<String> recipients = new ArrayList<>();
        message.to().forEach(it -> recipients.add(address(it)));
        message.cc().forEach(it -> recipients.add(address(it)));
        return recipients.stream().filter(it -> !it.isEmpty()).toList();
    }
}

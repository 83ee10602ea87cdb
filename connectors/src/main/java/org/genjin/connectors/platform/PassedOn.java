package org.genjin.connectors.platform;

import java.util.ArrayList;
import java.util.List;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said through a platform.
 *
 * @param platform its name, as people know it
 * @param channel of the platform
 * @param name of who said it
 * @param address of their own, where the mail tells it; null if not
 * @param relay an address that leads to them alone through the platform; null if there is none
 * @param words what they wrote
 * @param details company, telephone, country as far as the mail has them
 */
record PassedOn(
        String platform, Channel channel, String name, @Nullable String address, @Nullable String relay, String words,
        List<String> details) {

    /**
     * With an address of their own it is a mail from them; else they are known by their name on the platform. Nobody's
     * machine wrote it, whatever the platform's header says.
     */
    Message message(Message mail) {
        boolean direct = address != null;
        return new Message(
                mail.key(), mail.kind(), direct ? Channel.EMAIL : channel, mail.locator(), mail.messageId(), mail.sentAt(),
                mail.localTime(), new Message.Participant(direct ? address : relay, name), mail.to(), mail.cc(),
                direct ? mail.speaker() : Message.Speaker.OTHER, direct ? null : handle(channel, platform, name), null, mail.subject(),
                new Message.Body(direct ? signed() : words, null), mail.inReplyTo(), mail.references(),
                false, false, mail.attachments(), mail.headers(), mail.raw(), mail.problem());
    }

    /** The answer to somebody by way of a platform, as said there by us. */
    static Message answer(Message mail, Channel channel, String platform, String name) {
        return new Message(
                mail.key(), mail.kind(), channel, mail.locator(), mail.messageId(), mail.sentAt(), mail.localTime(), mail.from(),
                mail.to(), mail.cc(), Message.Speaker.OWNER, handle(channel, platform, name), null, mail.subject(), mail.body(),
                mail.inReplyTo(), mail.references(), mail.bulk(), mail.auto(), mail.attachments(), mail.headers(), mail.raw(),
                mail.problem());
    }

    /** What somebody is known by on a channel; there is one channel for all trading platforms. */
    private static String handle(Channel channel, String platform, String name) {
        return channel == Channel.MARKETPLACE ? name + " (" + platform + ")" : name;
    }

    /** As the person would have signed it, so that telephone and company are found where they always are. */
    private String signed() {
        List<String> lines = new ArrayList<>(List.of(words, "", "-- ", name));
        lines.addAll(details);
        return String.join("\n", lines);
    }
}

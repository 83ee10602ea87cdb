package org.genjin.connectors;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message as its source has it, before anyone knows which customer it belongs to.
 *
 * @param locator where in its mailbox it was seen: {@code uid 7}, {@code line 12}, a path
 * @param messageId an e-mail's Message-ID with its angle brackets; null where the channel has none
 * @param sentAt when it was said: for mail the Date header, or when that is unusable the top Received or the server's
 *     own date; for chats from {@code localTime} in the zone given; null if nothing tells
 * @param localTime what a chat export prints, which knows no zone; null for mail
 * @param from null where nobody is named
 * @param speaker which side of the source said it, where the source itself tells
 * @param chat what the conversation is called at its source (a chat's title); null for mail
 * @param room the title of a group or channel; null between two people
 * @param inReplyTo Message-IDs of In-Reply-To, with angle brackets
 * @param references Message-IDs of References, oldest first, with angle brackets
 * @param bulk newsletters and list mail, by header
 * @param auto written by a machine: auto-replies, bounces, receipts, by header
 * @param headers the further header fields that rules look at, names in lower case; for chats only {@link #CHANGED}
 * @param raw the bytes as the source has them: for mail the whole message, for chats this entry
 * @param problem what was wrong with it, for people; null if nothing
 */
public record Message(
        MessageKey key,
        Kind kind,
        Channel channel,
        String locator,
        @Nullable String messageId,
        @Nullable Instant sentAt,
        @Nullable LocalDateTime localTime,
        @Nullable Participant from,
        List<Participant> to,
        List<Participant> cc,
        Speaker speaker,
        @Nullable String chat,
        @Nullable String room,
        String subject,
        Body body,
        List<String> inReplyTo,
        List<String> references,
        boolean bulk,
        boolean auto,
        List<Attachment> attachments,
        java.util.Map<String, String> headers,
        Content raw,
        @Nullable String problem) {

    /** The header by which a chat's entry says that it was changed after it was sent. */
    public static final String CHANGED = "genjin-changed";

    public Message {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
        headers = java.util.Map.copyOf(headers);
    }

    /** The same with a sentence more about what was wrong with it. */
    public Message withProblem(String sentence) {
        return new Message(
                key, kind, channel, locator, messageId, sentAt, localTime, from, to, cc, speaker, chat, room, subject, body, inReplyTo,
                references, bulk, auto, attachments, headers, raw, problem == null ? sentence : problem + " " + sentence);
    }

    /** {@link #SYSTEM}: a chat's own notices ("X added Y"), said by nobody. */
    public enum Kind {
        MESSAGE,
        SYSTEM
    }

    /** What its sender did to a chat's message after it had been sent, as far as the export tells. */
    public enum Change {
        NONE,
        EDITED,
        /** What is left is a notice that there was something. */
        TAKEN_BACK
    }

    public Change change() {
        return Change.valueOf(headers.getOrDefault(CHANGED, Change.NONE.name()));
    }

    /** Who spoke, as far as a source tells without knowing any customer. Mail never tells: addresses decide there. */
    public enum Speaker {
        OWNER,
        OTHER,
        UNKNOWN
    }

    /**
     * Somebody named in a message.
     *
     * @param address an e-mail address in lower case, a phone number in E.164 or a channel's own id; null if there is
     *     none
     * @param name as written, decoded; null if there is none
     */
    public record Participant(@Nullable String address, @Nullable String name) {}

    /**
     * The words as they came. At least one of the two is there for mail with a body; both empty means no words.
     *
     * @param quoted what is replied to, where the source itself tells it apart (chats); null where only the words can
     */
    public record Body(String plain, @Nullable String html, @Nullable String quoted) {
        public Body(String plain, @Nullable String html) {
            this(plain, html, null);
        }
    }

    /**
     * A named document within a message.
     *
     * @param name never a path; "" if it has none
     * @param mediaType as declared, which may be wrong
     * @param size in bytes, or -1 if not known
     * @param content null if the document was left out of the export
     */
    public record Attachment(String name, String mediaType, long size, @Nullable Content content) {
        public boolean present() {
            return content != null;
        }
    }
}

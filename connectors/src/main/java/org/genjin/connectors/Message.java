package org.genjin.connectors;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
 * @param inReplyTo what it answers: for mail Message-IDs of In-Reply-To, with angle brackets; for chats, which have none, the
 *     {@link #key} of that message
 * @param references Message-IDs of References, oldest first, with angle brackets
 * @param bulk newsletters and list mail, by header
 * @param auto written by a machine: auto-replies, bounces, receipts, by header
 * @param headers the further header fields that rules look at, names in lower case, and what a mail's structure tells beyond
 *     its fields under the names of {@link Told}; for chats only {@link #CHANGED}
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

    private static final int MOST_MINUTES = 18 * 60;

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

    /** The same with one more thing told, under one of the names of {@link Told}. */
    public Message telling(String name, String value) {
        java.util.Map<String, String> told = new java.util.HashMap<>(headers);
        told.put(name, value);
        return new Message(
                key, kind, channel, locator, messageId, sentAt, localTime, from, to, cc, speaker, chat, room, subject, body, inReplyTo,
                references, bulk, auto, attachments, told, raw, problem);
    }

    /**
     * Who really said it: {@link #from}, but for a mail that a mailing list, a form or a carrier sent in somebody's name that
     * somebody. Only the name is there where the address is hidden; null where nobody is named.
     */
    public @Nullable Participant author() {
        String address = headers.get(Told.AUTHOR_ADDRESS);
        String name = headers.get(Told.AUTHOR_NAME);
        return address == null && name == null ? from : new Participant(address, name);
    }

    /** Whom a mail wants answers to go to, if that is not {@link #from}; null else. */
    public @Nullable Participant replyTo() {
        String address = headers.get(Told.REPLY_ADDRESS);
        return address == null ? null : new Participant(address, headers.get(Told.REPLY_NAME));
    }

    /**
     * When it was said by its writer's clock, from which "tomorrow" and "next Tuesday" count: in the Date header's zone for
     * mail, in the zone of the export for chats, else in UTC; null if nothing tells when.
     */
    public @Nullable OffsetDateTime writtenAt() {
        if (sentAt == null) {
            return null;
        }
        String offset = headers.get(Told.OFFSET);
        if (offset != null) {
            return sentAt.atOffset(ZoneOffset.of(offset));
        }
        // An export prints whole minutes at best: the rest of the difference is no zone.
        long minutes = localTime == null ? 0 : Duration.between(sentAt.atOffset(ZoneOffset.UTC).toLocalDateTime(), localTime).toMinutes();
        return Math.abs(minutes) <= MOST_MINUTES ? sentAt.atOffset(ZoneOffset.ofTotalSeconds((int) minutes * 60)) : sentAt.atOffset(ZoneOffset.UTC);
    }

    /** Names in {@link #headers} for what no field of a mail says by itself. */
    public static final class Told {
        /** Of {@link #author}, if it is not {@link #from}. */
        public static final String AUTHOR_ADDRESS = "told-author-address";

        public static final String AUTHOR_NAME = "told-author-name";

        /** Of {@link #replyTo}. */
        public static final String REPLY_ADDRESS = "told-reply-address";

        public static final String REPLY_NAME = "told-reply-name";

        /** {@code bounce}, {@code receipt} or {@code complaint}: a report about a mail (RFC 3464, RFC 8098, RFC 5965). */
        public static final String REPORT = "told-report";

        /** Whom the reported mail did or did not reach: addresses, separated by blanks. */
        public static final String REPORT_RECIPIENT = "told-report-recipient";

        /** {@code failed}, {@code delayed}, {@code delivered} …, or of a receipt {@code displayed}. */
        public static final String REPORT_ACTION = "told-report-action";

        /** The enhanced status code (RFC 3463), such as {@code 5.1.1}. */
        public static final String REPORT_STATUS = "told-report-status";

        /** The Message-ID of the mail that is reported about, with angle brackets. */
        public static final String REPORT_MESSAGE = "told-report-message";

        /** By how much its writer's clock differs from UTC, as the Date header says: {@code +08:00}, {@code Z}. */
        public static final String OFFSET = "told-offset";

        /** The labels that stand for folders where all mail lies in one (Gmail), a line each; not in the bytes of the mail. */
        public static final String LABELS = "told-labels";

        private Told() {}
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
     * @param within the name of the attachment of the same message that it was taken out of: an attached mail, a
     *     {@code winmail.dat}; null if it came by itself
     */
    public record Attachment(
            String name, String mediaType, long size, @Nullable Content content, Role role, @Nullable String within) {

        public Attachment(String name, String mediaType, long size, @Nullable Content content) {
            this(name, mediaType, size, content, Role.DOCUMENT, null);
        }

        public boolean present() {
            return content != null;
        }

        /** Nothing that a person would call an attachment. */
        public boolean isHidden() {
            return role != Role.DOCUMENT;
        }
    }

    /** What an attachment is to the person who reads the message. */
    public enum Role {
        /** Sent for its own sake. */
        DOCUMENT,
        /** Seen within the words: a picture in the text, a logo, a counting pixel. */
        PICTURE,
        /** The calendar entry of an invitation, which the words say already. */
        INVITATION,
        /** For programs: signatures, keys, the envelope of an encrypted mail, a {@code winmail.dat} that was unpacked. */
        MACHINERY
    }
}

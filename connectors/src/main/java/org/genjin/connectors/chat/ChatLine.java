package org.genjin.connectors.chat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.genjin.connectors.Message;
import org.genjin.connectors.mime.FileNames;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a chat.
 *
 * @param locator where in the export it stands: {@code line 12}, {@code message 7}
 * @param nativeId the format's own id, the same in every export; null if it has none
 * @param from null where nobody is named
 * @param speaker which side said it, where the format tells
 * @param to whom it was said to, where the format tells
 * @param system a notice, a deletion, a call
 * @param text the words, without marks that nobody sees
 * @param quoted what it replies to, where the format has the words; "" if not
 * @param replyTo the {@code nativeId} of what it replies to; null if it is no reply
 * @param subject "" if there is none
 * @param auto written by a machine
 * @param change what its sender did to it afterwards, where the export tells
 */
record ChatLine(
        String locator,
        @Nullable String nativeId,
        Time time,
        Message.@Nullable Participant from,
        Message.Speaker speaker,
        List<Message.Participant> to,
        boolean system,
        String text,
        String quoted,
        @Nullable String replyTo,
        String subject,
        boolean auto,
        List<Message.Attachment> files,
        Message.Change change) {

    ChatLine {
        to = List.copyOf(to);
        // What an export calls a file can be anything, a path too.
        files = files.stream().map(ChatLine::harmless).toList();
    }

    /** A line as it was first said. */
    ChatLine(
            String locator,
            @Nullable String nativeId,
            Time time,
            Message.@Nullable Participant from,
            Message.Speaker speaker,
            List<Message.Participant> to,
            boolean system,
            String text,
            String quoted,
            @Nullable String replyTo,
            String subject,
            boolean auto,
            List<Message.Attachment> files) {
        this(
                locator, nativeId, time, from, speaker, to, system, text, quoted, replyTo, subject, auto, files,
                Message.Change.NONE);
    }

    private static Message.Attachment harmless(Message.Attachment it) {
        String name = FileNames.safe(it.name());
        return name.equals(it.name())
                ? it
                : new Message.Attachment(name, it.mediaType(), it.size(), it.content(), it.role(), it.within());
    }

    /** A line with the usual fields only. */
    static ChatLine of(
            String locator, Time time, Message.@Nullable Participant from, boolean system, String text,
            List<Message.Attachment> files) {
        return new ChatLine(
                locator, null, time, from, Message.Speaker.UNKNOWN, List.of(), system, text, "", null, "", false, files);
    }

    ChatLine changed(Message.Change how) {
        return new ChatLine(
                locator, nativeId, time, from, speaker, to, system, text, quoted, replyTo, subject, auto, files, how);
    }

    /** With the format's own id. */
    ChatLine identified(@Nullable String id) {
        return new ChatLine(locator, id, time, from, speaker, to, system, text, quoted, replyTo, subject, auto, files, change);
    }

    ChatLine at(Time when) {
        return new ChatLine(
                locator, nativeId, when, from, speaker, to, system, text, quoted, replyTo, subject, auto, files, change);
    }

    ChatLine saidBy(Message.Speaker side) {
        return new ChatLine(locator, nativeId, time, from, side, to, system, text, quoted, replyTo, subject, auto, files, change);
    }

    ChatLine saidTo(List<Message.Participant> people) {
        return new ChatLine(
                locator, nativeId, time, from, speaker, people, system, text, quoted, replyTo, subject, auto, files, change);
    }

    /** With what it replies to: its words as far as they are printed, its {@code nativeId} where that is known. */
    ChatLine replying(String words, @Nullable String id) {
        return new ChatLine(locator, nativeId, time, from, speaker, to, system, text, words, id, subject, auto, files, change);
    }

    ChatLine about(String title) {
        return new ChatLine(locator, nativeId, time, from, speaker, to, system, text, quoted, replyTo, title, auto, files, change);
    }

    ChatLine written(boolean byMachine) {
        return new ChatLine(
                locator, nativeId, time, from, speaker, to, system, text, quoted, replyTo, subject, byMachine, files, change);
    }

    /** When something was said, as the export has it. */
    sealed interface Time {

        /**
         * @param instant to the second, as mail has it; finer parts only put the lines of an export in order
         * @param local what the export prints besides, for people; null if nothing
         */
        record At(Instant instant, @Nullable LocalDateTime local) implements Time {
            public At {
                instant = instant.truncatedTo(ChronoUnit.SECONDS);
            }
        }

        /** What a clock showed, in a zone the export does not name. */
        record Local(LocalDateTime local) implements Time {}
    }
}

package org.genjin.connectors.files;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Content;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.MailReader;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;

/** What a pull brings, while it comes. */
final class Gathered {

    private final MailReader mails;
    private final List<Message> messages = new ArrayList<>();
    private final List<Batch.Unreadable> unreadable = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final long begun = System.nanoTime();
    private Duration parsing = Duration.ZERO;
    private long bytes;

    Gathered(MailReader mails) {
        this.mails = mails;
    }

    /** @param problem a sentence about the mail that only its place tells; null if there is none */
    void mail(Content content, String locator, @Nullable String problem) {
        mail(content, locator, problem, null);
    }

    /** @param noted when it came, by who kept it; for mails that have no date of their own */
    void mail(Content content, String locator, @Nullable String problem, @Nullable Instant noted) {
        long from = System.nanoTime();
        try {
            Message message = mails.read(content, locator, null);
            if (message.sentAt() == null && noted != null) {
                message = mails.read(content, locator, noted);
            }
            if (!LeftOut.byLabels(message.headers().getOrDefault("x-gmail-labels", ""))) {
                messages.add(problem == null ? message : message.withProblem(problem));
            }
        } catch (MailReader.UnreadableMail e) {
            unreadable.add(new Batch.Unreadable(locator, String.valueOf(e.getMessage()), content));
        }
        parsing = parsing.plusNanos(System.nanoTime() - from);
        bytes += content.size();
    }

    void message(Message message) {
        messages.add(message);
    }

    void bad(String locator, String reason, @Nullable Content raw) {
        unreadable.add(new Batch.Unreadable(locator, reason, raw));
    }

    void warn(String sentence) {
        warnings.add(sentence);
    }

    /** Whether the batch has as much as it may have. */
    boolean isFull(int limit) {
        return messages.size() + unreadable.size() >= limit || bytes > Bounds.BATCH;
    }

    Batch batch(Cursor next, boolean drained, long remaining) {
        Duration whole = Duration.ofNanos(System.nanoTime() - begun);
        return new Batch(
                messages, unreadable, next, drained, remaining, warnings, new Batch.Timing(whole.minus(parsing), parsing));
    }
}

package org.genjin.connectors.mime;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;

/**
 * Which mails no person wrote to this person: sent to many (RFC 2369, RFC 2919) or by a machine (RFC 3834, or by what it
 * writes). {@code X-Auto-Response-Suppress} proves nothing: it is on people's mail too.
 */
final class Automatic {

    private static final List<String> LIST_HEADERS =
            List.of("list-unsubscribe", "list-id", "list-post", "x-campaign", "x-campaignid", "feedback-id", "x-mailer-recptid");
    private static final Set<String> BULK = Set.of("bulk", "junk", "list");
    private static final List<String> REPLY_HEADERS = List.of(
            "x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply", "auto-reply", "x-autoreply-from", "x-mail-autoreply",
            "x-failed-recipients", "x-ricevuta");
    private static final Pattern NO_REPLY = Pattern.compile(
            "^(?:no-?_?\\.?reply|do-?_?not-?_?reply|noreply.*|.*[-_.]no-?reply|newsletter|notifications?|notify|news)@.*");
    private static final Pattern DAEMON = Pattern.compile(
            "^(?:mailer-daemon|postmaster|mail-daemon|mdaemon|bounces?|double-bounce|mail delivery (?:system|subsystem))(?:[+-].*)?(?:@.*|$)");
    private static final Pattern SUBJECT = Pattern.compile(
            "(?:" + alternatives("automatic-subjects.txt") + ")"
                    + "(?:(?<=[:：])|[\\s_]*[:：;\\-–—(\\[<|,，【（]|\\s+(?:re|fw|aw|回复)\\s*[:：]|\\s*$)");
    private static final Pattern RECEIPT =
            Pattern.compile("(?:" + alternatives("receipt-subjects.txt") + ")\\s*[:：]");
    private static final List<String> OPENINGS = Phrases.of("automatic-openings.txt");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int OPENING_LENGTH = 400;
    private static final int RECEIPT_LENGTH = 1500;

    private Automatic() {}

    /** @param from the sender's address; null if there is none */
    static boolean bulk(Headers headers, @Nullable String from) {
        return LIST_HEADERS.stream().anyMatch(headers::has)
                || BULK.contains(lower(headers.text("precedence")))
                || headers.text("x-linkedin-class").toUpperCase(Locale.ROOT).startsWith("MARKETING")
                || (from != null && NO_REPLY.matcher(from).matches());
    }

    static boolean auto(Entity root, @Nullable String from, MailParts parts, Message.Body body) {
        Headers headers = root.headers();
        String submitted = lower(headers.text("auto-submitted"));
        String subject = lower(headers.text("subject"));
        return (!submitted.isEmpty() && !submitted.startsWith("no"))
                || REPLY_HEADERS.stream().anyMatch(headers::has)
                || lower(headers.text("precedence")).equals("auto_reply")
                || parts.report().isThere()
                || isReport(root)
                || (from != null && DAEMON.matcher(from).matches())
                || parts.isCalendarsOwn()
                || SUBJECT.matcher(subject).lookingAt()
                || (headers.has("in-reply-to") && RECEIPT.matcher(subject).lookingAt() && isShort(body))
                || opens(opening(body));
    }

    private static boolean isReport(Entity root) {
        String kind = lower(root.contentType().get("report-type"));
        return root.type().equals("multipart/report")
                && (kind.isEmpty() || kind.endsWith("delivery-status") || kind.endsWith("disposition-notification")
                        || kind.equals("feedback-report"));
    }

    /** A receipt says no more than that: a person who begins a subject with the same word does. */
    private static boolean isShort(Message.Body body) {
        return body.plain().length() + (body.html() == null ? 0 : body.html().length()) / 4 < RECEIPT_LENGTH;
    }

    private static boolean opens(String opening) {
        return OPENINGS.stream().anyMatch(opening::contains);
    }

    private static String opening(Message.Body body) {
        String plain = body.plain().stripLeading();
        String html = body.html();
        String start = !plain.isEmpty()
                ? plain.substring(0, Math.min(plain.length(), OPENING_LENGTH))
                : html == null ? "" : HtmlWords.opening(html, OPENING_LENGTH);
        return BLANKS.matcher(lower(start)).replaceAll(" ");
    }

    private static String alternatives(String file) {
        return Phrases.of(file).stream()
                .map(phrase -> phrase.replaceAll("[.()+*?\\[\\]|]", "\\\\$0").replace(" ", "[\\s_]+").replace(":", "\\s*[:：]"))
                .collect(Collectors.joining("|"));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).strip();
    }
}

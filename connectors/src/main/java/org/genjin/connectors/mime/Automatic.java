package org.genjin.connectors.mime;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which mails no person wrote to this person: sent to many (RFC 2369, RFC 2919) or by a machine (RFC 3834). */
final class Automatic {

    private static final List<String> LIST_HEADERS =
            List.of("list-unsubscribe", "list-id", "list-post", "x-campaign", "x-campaignid", "feedback-id", "x-mailer-recptid");
    private static final Set<String> BULK = Set.of("bulk", "junk", "list");
    private static final List<String> REPLY_HEADERS =
            List.of("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply", "auto-reply");
    private static final Pattern NO_REPLY = Pattern.compile(
            "^(?:no-?_?\\.?reply|do-?_?not-?_?reply|noreply.*|.*[-_.]no-?reply|newsletter|notifications?|notify|news)@.*");
    private static final Pattern DAEMON = Pattern.compile("^(?:mailer-daemon|postmaster|mail-daemon|bounces?|double-bounce)(?:[+-].*)?@.*");
    private static final Pattern SUBJECT = Pattern.compile(
            "^(?:automatic[ _]reply|auto(?:matic)?[- ]?repl(?:y|ied)|auto:|out of (?:the )?office|automatische antwort|abwesenheit"
                    + "|réponse automatique|respuesta automática|resposta automática|risposta automatica|автоответ"
                    + "|自动回复|自動回覆|رد تلقائي)(?:[\\s:：].*|$)");

    private Automatic() {}

    /** @param from the sender's address; null if there is none */
    static boolean bulk(Headers headers, @Nullable String from) {
        return LIST_HEADERS.stream().anyMatch(headers::has)
                || BULK.contains(lower(headers.text("precedence")))
                || headers.text("x-linkedin-class").toUpperCase(Locale.ROOT).startsWith("MARKETING")
                || (from != null && NO_REPLY.matcher(from).matches());
    }

    static boolean auto(Entity root, @Nullable String from, boolean answersInvitation) {
        Headers headers = root.headers();
        String submitted = lower(headers.text("auto-submitted"));
        String precedence = lower(headers.text("precedence"));
        return (!submitted.isEmpty() && !submitted.startsWith("no"))
                || REPLY_HEADERS.stream().anyMatch(headers::has)
                || precedence.equals("auto_reply")
                || isReport(root)
                || (from != null && DAEMON.matcher(from).matches())
                || answersInvitation
                || SUBJECT.matcher(lower(headers.text("subject"))).matches();
    }

    private static boolean isReport(Entity root) {
        String kind = lower(root.contentType().get("report-type"));
        return root.type().equals("multipart/report")
                && (kind.isEmpty() || kind.equals("delivery-status") || kind.equals("disposition-notification")
                        || kind.equals("feedback-report"));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).strip();
    }
}

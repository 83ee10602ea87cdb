package org.genjin.connectors.mime;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.connectors.Message.Participant;
import org.genjin.connectors.Message.Told;

/**
 * What a report about a mail says by its structure: a delivery status (RFC 3464), a read receipt (RFC 8098), a complaint
 * (RFC 5965). The worst news of several recipients counts.
 */
final class Report {

    private static final int MOST_RECIPIENTS = 50;
    private static final Pattern FIELD = Pattern.compile("(?m)^([A-Za-z-]{1,60}):[ \\t]*(.*+(?:\\n[ \\t].*+)*+)");
    private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final List<String> WORST_FIRST = List.of("failed", "delayed", "relayed", "expanded", "delivered");

    private final Set<String> recipients = new LinkedHashSet<>();
    private String kind = "";
    private String action = "";
    private String status = "";
    private String messageId = "";

    /** @param type of the part, such as {@code message/delivery-status} */
    void read(String type, String text) {
        if (type.endsWith("delivery-status")) {
            kind = "bounce";
        } else if (type.endsWith("disposition-notification")) {
            kind = "receipt";
        } else if (type.equals("message/feedback-report")) {
            kind = "complaint";
        }
        Matcher fields = FIELD.matcher(text.replace("\r\n", "\n"));
        while (fields.find()) {
            field(fields.group(1).toLowerCase(Locale.ROOT), HeaderText.decode(fields.group(2)));
        }
    }

    /** The header of the mail that came back. */
    void readReturned(Headers headers) {
        if (messageId.isEmpty()) {
            messageId = MailIdentity.messageId(headers).orElse("");
        }
    }

    /** {@code X-Failed-Recipients}, where a server writes its reports in prose. */
    void readHeader(Headers headers) {
        String failed = headers.text("x-failed-recipients");
        if (!failed.isEmpty() && recipients.isEmpty()) {
            kind = "bounce";
            action = "failed";
            Addresses.parse(failed, "").forEach(this::recipient);
        }
    }

    boolean isThere() {
        return !kind.isEmpty();
    }

    /** By the names of {@link Told}. */
    Map<String, String> told() {
        Map<String, String> told = new LinkedHashMap<>();
        if (isThere()) {
            told.put(Told.REPORT, kind);
            told.put(Told.REPORT_RECIPIENT, String.join(" ", recipients));
            told.put(Told.REPORT_ACTION, action);
            told.put(Told.REPORT_STATUS, status);
            told.put(Told.REPORT_MESSAGE, messageId);
            told.values().removeIf(String::isEmpty);
        }
        return told;
    }

    private void field(String name, String value) {
        switch (name) {
            case "final-recipient", "original-recipient", "original-rcpt-to" -> {
                // rfc822; kim@acme.example
                String address = value.substring(value.indexOf(';') + 1).strip();
                if (recipients.isEmpty() || !name.equals("original-recipient")) {
                    Addresses.parse(address, "").forEach(this::recipient);
                }
            }
            case "action" -> {
                String said = value.toLowerCase(Locale.ROOT).strip();
                if (action.isEmpty() || rank(said) < rank(action)) {
                    action = said;
                }
            }
            case "status", "diagnostic-code" -> {
                Matcher code = STATUS.matcher(value);
                if (code.find() && (status.isEmpty() || code.group(1).charAt(0) > status.charAt(0))) {
                    status = code.group(1);
                }
            }
            case "disposition" -> action = value.substring(value.indexOf(';') + 1).replaceAll("/.*", "").strip().toLowerCase(Locale.ROOT);
            case "original-message-id", "message-id" -> {
                if (messageId.isEmpty()) {
                    messageId = MailIdentity.ids(value).stream().findFirst().orElse("");
                }
            }
            case "feedback-type" -> action = value.strip().toLowerCase(Locale.ROOT);
            default -> {}
        }
    }

    private void recipient(Participant participant) {
        String address = participant.address();
        if (address != null && recipients.size() < MOST_RECIPIENTS) {
            recipients.add(address);
        }
    }

    private static int rank(String action) {
        int rank = WORST_FIRST.indexOf(action);
        return rank < 0 ? WORST_FIRST.size() : rank;
    }
}

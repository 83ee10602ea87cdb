package org.genjin.connectors.outlook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The header of an item: the one it was received with if Outlook kept it, filled up from the item's properties where a field is
 * missing, as all are in mails that were sent.
 */
final class OutlookHeader {

    private static final int TO = 1;
    private static final int CC = 2;
    private static final int BCC = 3;
    private static final Pattern FIELD = Pattern.compile("^([!-9;-~]{1,70})[ \\t]*:.*", Pattern.DOTALL);

    private final MapiItem item;
    private final MapiProperties properties;
    private final MailHeader header = new MailHeader();
    private final Set<String> there = new HashSet<>();

    private OutlookHeader(MapiItem item) {
        this.item = item;
        this.properties = item.properties();
    }

    /** Without the fields that say how the body is built. */
    static String of(MapiItem item) {
        OutlookHeader writer = new OutlookHeader(item);
        writer.received();
        writer.people();
        writer.subject();
        writer.dates();
        writer.thread();
        writer.kind();
        return writer.header.toString();
    }

    /** Whose lines do not all look like a header, for Outlook puts a line of its own before it. */
    private void received() {
        for (String field : fields(properties.textOr(Mapi.TRANSPORT_HEADERS, ""))) {
            var matcher = FIELD.matcher(field);
            if (!matcher.matches()) {
                continue;
            }
            String name = matcher.group(1).toLowerCase(Locale.ROOT);
            boolean structure = name.startsWith("content-") && !name.equals("content-language") || name.equals("mime-version");
            boolean empty = field.substring(field.indexOf(':') + 1).isBlank();
            if (!structure && !empty) {
                there.add(name);
                header.received(field + "\r\n");
            }
        }
    }

    /** With the lines they are folded into. */
    private static List<String> fields(String lines) {
        List<String> fields = new ArrayList<>();
        for (String line : lines.split("\\r\\n|\\n|\\r", -1)) {
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            if (folded && !fields.isEmpty()) {
                fields.set(fields.size() - 1, fields.getLast() + "\r\n" + line);
            } else if (!line.isBlank()) {
                fields.add(line);
            }
        }
        return fields;
    }

    private void people() {
        String sender = OutlookPeople.sender(properties);
        String author = OutlookPeople.author(properties).orElse(sender);
        missing("From", author);
        if (!sender.isEmpty() && !there.contains("sender") && !author.equals(sender)) {
            missing("Sender", sender);
        }
        missing("To", recipients(TO, Mapi.DISPLAY_TO));
        missing("Cc", recipients(CC, Mapi.DISPLAY_CC));
        missing("Bcc", recipients(BCC, 0));
    }

    private String recipients(int type, int display) {
        Set<String> people = new java.util.LinkedHashSet<>();
        for (MapiProperties it : item.recipients()) {
            if ((it.number(Mapi.RECIPIENT_TYPE).orElse(TO) & 0xF) == type) {
                people.add(OutlookPeople.recipient(it));
            }
        }
        people.remove("");
        if (people.isEmpty() && display != 0) {
            for (String name : properties.textOr(display, "").split(";", -1)) {
                people.add(OutlookPeople.named(name.strip()));
            }
            people.remove("");
        }
        return String.join(",\r\n ", people);
    }

    private void subject() {
        if (!there.contains("subject")) {
            String subject = properties.text(Mapi.SUBJECT).orElseGet(() -> properties.textOr(Mapi.SUBJECT_PREFIX, "")
                    + properties.textOr(Mapi.NORMALIZED_SUBJECT, properties.textOr(Mapi.CONVERSATION_TOPIC, "")));
            header.words("Subject", withoutPrefixMark(subject));
        }
    }

    /** In a mail store a subject may begin with two characters that say how long its "Re: " is. */
    private static String withoutPrefixMark(String subject) {
        return subject.length() > 1 && subject.charAt(0) == 1 ? subject.substring(2) : subject;
    }

    private void dates() {
        if (!there.contains("date")) {
            sentAt(properties).ifPresent(header::date);
        }
    }

    static Optional<Instant> sentAt(MapiProperties properties) {
        return properties.time(Mapi.CLIENT_SUBMIT_TIME)
                .or(() -> properties.time(Mapi.DELIVERY_TIME))
                .or(() -> properties.time(Mapi.CREATION_TIME))
                .or(() -> properties.time(Mapi.MODIFICATION_TIME));
    }

    private void thread() {
        missing("Message-ID", properties.textOr(Mapi.MESSAGE_ID, ""));
        missing("In-Reply-To", properties.textOr(Mapi.IN_REPLY_TO, ""));
        missing("References", properties.textOr(Mapi.REFERENCES, ""));
        if (!there.contains("thread-index")) {
            properties.octets(Mapi.CONVERSATION_INDEX)
                    .ifPresent(it -> header.raw("Thread-Index", Base64.getEncoder().encodeToString(it.bytes())));
        }
    }

    private void kind() {
        String kind = item.messageClass();
        boolean machine = kind.startsWith("report.") || kind.startsWith("ipm.note.rules.oof");
        if (machine && !there.contains("auto-submitted")) {
            header.raw("Auto-Submitted", "auto-replied");
        }
        boolean neverSent = properties.has(Mapi.MESSAGE_FLAGS, Mapi.FLAG_UNSENT)
                && there.isEmpty()
                && properties.time(Mapi.CLIENT_SUBMIT_TIME).isEmpty()
                && kind.startsWith("ipm.note");
        if (neverSent) {
            header.raw("X-Unsent", "1");
        }
    }

    private void missing(String name, String value) {
        if (!value.isEmpty() && !there.contains(name.toLowerCase(Locale.ROOT))) {
            header.received(name + ": " + value + "\r\n");
        }
    }
}

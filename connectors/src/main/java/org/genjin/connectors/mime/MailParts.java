package org.genjin.connectors.mime;

import java.util.ArrayList;
import java.util.List;
import org.genjin.connectors.Content;
import org.genjin.connectors.Message;

/** Which parts of a mail are its words and which are documents with it. */
final class MailParts {

    private final List<String> plain = new ArrayList<>();
    private final List<String> html = new ArrayList<>();
    private final List<String> reports = new ArrayList<>();
    private final List<String> calendars = new ArrayList<>();
    private final List<Message.Attachment> attachments = new ArrayList<>();
    private boolean encrypted;

    private MailParts() {}

    static MailParts of(Entity root) {
        MailParts parts = new MailParts();
        parts.take(root, false);
        return parts;
    }

    /** Both forms if both are there; a mail that is an invitation only says what it invites to. */
    Message.Body body() {
        List<String> words = new ArrayList<>(plain);
        if (plain.isEmpty() && html.isEmpty()) {
            calendars.stream().map(Invitation::summary).forEach(words::add);
        }
        words.addAll(reports);
        return new Message.Body(join(words), html.isEmpty() ? null : join(html));
    }

    List<Message.Attachment> attachments() {
        return attachments;
    }

    boolean encrypted() {
        return encrypted && plain.isEmpty() && html.isEmpty();
    }

    boolean answersInvitation() {
        return calendars.stream().anyMatch(Invitation::isReply);
    }

    private void take(Entity entity, boolean alternative) {
        if (entity.isMultipart()) {
            encrypted |= entity.type().equals("multipart/encrypted");
            boolean either = entity.type().equals("multipart/alternative");
            entity.children().forEach(child -> take(child, either));
            return;
        }
        String name = entity.fileName();
        if (entity.isMessage()) {
            attach(name.isEmpty() ? messageName(entity) : name, entity);
        } else if (entity.isAttached() || !name.isEmpty()) {
            if (entity.type().equals("text/calendar")) {
                calendars.add(entity.text());
            }
            encrypted |= entity.type().endsWith("pkcs7-mime");
            attach(name, entity);
        } else {
            words(entity, alternative);
        }
    }

    private void words(Entity entity, boolean alternative) {
        switch (entity.type()) {
            case "text/html" -> html.add(entity.text());
            case "text/calendar" -> calendars.add(entity.text());
            case "message/delivery-status", "message/disposition-notification", "message/feedback-report",
                    "text/rfc822-headers" -> reports.add(entity.text());
            default -> {
                if (entity.type().startsWith("text/")) {
                    // A rich or watch form beside the plain one says the same again.
                    if (!alternative || entity.type().equals("text/plain") || plain.isEmpty()) {
                        plain.add(Flowed.unfold(entity));
                    }
                } else if (!entity.type().startsWith("image/") && entity.body().length > 0) {
                    encrypted |= entity.type().endsWith("pkcs7-mime");
                    attach("", entity);
                }
            }
        }
    }

    private void attach(String name, Entity entity) {
        byte[] bytes = entity.body();
        String shown = name.isEmpty() ? FileNames.ofType(entity.type(), attachments.size() + 1) : name;
        attachments.add(new Message.Attachment(shown, entity.type(), bytes.length, Content.of(bytes)));
    }

    private static String messageName(Entity entity) {
        String subject = EntityParser.parse(entity.body()).root().headers().text("subject");
        String name = FileNames.safe(subject.replaceAll("[/\\\\:*?\"<>|]", " ").strip());
        return (name.isBlank() ? "message" : name) + ".eml";
    }

    private static String join(List<String> texts) {
        return String.join("\n\n", texts.stream().filter(it -> !it.isBlank()).toList());
    }
}

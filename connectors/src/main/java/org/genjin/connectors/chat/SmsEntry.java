package org.genjin.connectors.chat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genjin.connectors.Content;
import org.genjin.connectors.Message;
import org.genjin.connectors.Message.Participant;
import org.genjin.connectors.Message.Speaker;

/**
 * One text or multimedia message that was received or sent.
 *
 * @param numbers of the other side, more than one in a group
 * @param contact the name in the phone's contacts; "" if there is none
 * @param sender the number of who spoke; "" for the owner, and where it is the only other one
 */
record SmsEntry(
        int number, Instant at, boolean sent, List<String> numbers, String contact, String sender, String text,
        String subject, List<Message.Attachment> files) {

    private static final String RECEIVED = "1";
    private static final String SENT = "2";
    private static final String FROM = "137";

    /** Empty for drafts and what was never sent. */
    static Optional<SmsEntry> sms(XmlTags.Tag it, int number) {
        return entry(it, it.get("type"), number, it.get("body"), "", List.of());
    }

    private static Optional<SmsEntry> entry(
            XmlTags.Tag it, String box, int number, String text, String sender, List<Message.Attachment> files) {
        List<String> numbers = Arrays.stream(it.get("address").split("~")).map(String::strip).filter(n -> !n.isEmpty()).distinct().toList();
        String date = it.get("date").strip();
        if (!date.matches("\\d{9,14}") || numbers.isEmpty() || !box.equals(RECEIVED) && !box.equals(SENT)) {
            return Optional.empty();
        }
        String contact = it.get("contact_name").strip();
        String subject = it.get("subject").strip().isEmpty() ? it.get("sub").strip() : it.get("subject").strip();
        return Optional.of(new SmsEntry(
                number, Instant.ofEpochMilli(Long.parseLong(date)), box.equals(SENT), numbers,
                contact.equals("(Unknown)") ? "" : contact, sender, words(text), subject, files));
    }

    private static String words(String text) {
        return ChatText.visible(text).replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    ChatLine line(SmsNumbers known) {
        boolean one = numbers.size() == 1;
        String other = sender.isEmpty() ? numbers.getFirst() : sender;
        Participant from = sent ? null : new Participant(known.shown(other), one && !contact.isEmpty() ? ChatText.name(contact) : null);
        List<Participant> to = sent
                ? numbers.stream().map(it -> new Participant(known.shown(it), one && !contact.isEmpty() ? ChatText.name(contact) : null)).toList()
                : List.of();
        String what = files.isEmpty() ? text : text + " +" + files.size();
        return ChatLine.of("message " + number, new ChatLine.Time.At(at, null), from, false, text, files)
                .identified(at.toEpochMilli() + " " + (sent ? SENT : RECEIVED) + " " + what)
                .saidBy(sent ? Speaker.OWNER : Speaker.OTHER)
                .saidTo(to)
                .about(subject);
    }

    /** A multimedia message while its parts and people come. */
    static final class Gathering {

        private final XmlTags.Tag head;
        private final StringBuilder text = new StringBuilder();
        private final List<Message.Attachment> files = new ArrayList<>();
        private String sender = "";

        Gathering(XmlTags.Tag head) {
            this.head = head;
        }

        void part(XmlTags.Tag it, Content backup) {
            String type = it.get("ct").toLowerCase(Locale.ROOT).strip();
            if (type.equals("application/smil")) {
                return;
            }
            if (type.startsWith("text/plain") && !it.places().containsKey("data")) {
                text.append(text.isEmpty() ? "" : "\n").append(it.get("text"));
                return;
            }
            String name = first(it.get("name"), it.get("cl"), it.get("fn"));
            XmlTags.Place data = it.places().get("data");
            Content content = data == null || data.length() == 0 ? null : new Encoded(backup, data);
            files.add(new Message.Attachment(
                    Attached.fileName(name), type.isEmpty() ? MediaTypes.ofName(name) : type, content == null ? -1 : content.size(), content));
        }

        private static String first(String... names) {
            return Arrays.stream(names).filter(it -> !it.isBlank()).findFirst().orElse("");
        }

        void person(XmlTags.Tag it) {
            if (it.get("type").equals(FROM) && !it.get("address").equals("insert-address-token")) {
                sender = it.get("address").strip();
            }
        }

        Optional<SmsEntry> entry(int number) {
            return SmsEntry.entry(head, head.get("msg_box"), number, text.toString(), sender, files);
        }
    }

    /** Base64 within the backup, decoded when it is read. */
    private record Encoded(Content backup, XmlTags.Place place) implements Content {
        @Override
        public long size() {
            return place.length() * 3 / 4;
        }

        @Override
        public InputStream open() throws IOException {
            return Base64.getMimeDecoder().wrap(ContentRange.open(backup, place.offset(), place.length()));
        }
    }
}

package org.genjin.connectors.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genjin.connectors.Message;
import org.genjin.connectors.Message.Role;
import org.genjin.connectors.outlook.Winmail;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a mail are its words, which are documents with it, and which are neither. What an attached mail says is
 * kept beside the words; an envelope that holds the mail itself (S/MIME, certified mail, {@code winmail.dat}) is opened.
 */
final class MailParts {

    private static final Set<String> REPORTS = Set.of(
            "message/delivery-status", "message/global-delivery-status", "message/disposition-notification",
            "message/global-disposition-notification", "message/feedback-report", "text/rfc822-headers",
            "message/global-headers", "text/rfc822-header");
    private static final Set<String> MACHINERY = Set.of(
            "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature",
            "application/pgp-encrypted", "application/pgp-keys", "application/applefile", "application/x-pkcs7-certificates",
            "text/css", "text/javascript", "text/x-amp-html");
    private static final Set<String> PKCS7 = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");
    private static final Set<String> CALENDAR = Set.of("text/calendar", "text/x-vcalendar", "application/ics");

    private final int depth;
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> beside = new ArrayList<>();
    private final Set<Invitation> invitations = new LinkedHashSet<>();
    private final Attachments attachments = new Attachments();
    private final Report report = new Report();
    private final Set<String> problems = new LinkedHashSet<>();
    private boolean encrypted;
    private @Nullable AttachedMail certified;

    private MailParts(int depth) {
        this.depth = depth;
    }

    static MailParts of(Entity root) {
        return of(root, 0);
    }

    /** @param depth how many mails this one is attached within */
    static MailParts of(Entity root, int depth) {
        MailParts parts = new MailParts(depth);
        parts.blocks.addAll(Block.withoutCopies(parts.take(root, new Place(true, false, false))));
        return parts;
    }

    /** Both forms if both are there, each with all of the words; what is attached or reported about beside them. */
    Message.Body body() {
        List<Block> words = new ArrayList<>(blocks);
        List<String> quoted = new ArrayList<>();
        if (certified != null) {
            quoted.add(Block.allPlain(words));
            words = new ArrayList<>(certified.parts().blocks);
        }
        invitations.stream().map(Invitation::words).filter(it -> !it.isBlank()).map(Block::plain).forEach(words::add);
        beside.stream().filter(it -> !it.isBlank()).forEach(quoted::add);
        if (report.isThere() && !quoted.isEmpty() && words.stream().allMatch(Block::isBlank)) {
            words.add(Block.plain(quoted.removeFirst()));
        }
        String plain = Block.plain(words);
        return new Message.Body(plain == null ? "" : plain, Block.html(words), quoted.isEmpty() ? null : String.join("\n\n", quoted));
    }

    List<Message.Attachment> attachments() {
        return attachments.list(Block.html(blocks));
    }

    /** One sentence each, for people. */
    List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        if (encrypted) {
            boolean words = blocks.stream().anyMatch(it -> !it.isBlank());
            all.add(words ? "A part of the mail is encrypted and cannot be read." : "The mail is encrypted; its words cannot be read.");
        }
        return all;
    }

    Report report() {
        return report;
    }

    /** An answer to an invitation or its end, which calendars send by themselves. */
    boolean isCalendarsOwn() {
        return invitations.stream().anyMatch(Invitation::isAutomatic);
    }

    /** The header of the mail that a certified mail (PEC) carries; null if it carries none. */
    @Nullable Headers certifiedHeaders() {
        return certified == null ? null : certified.headers();
    }

    /**
     * Where a part stands.
     *
     * @param first nothing of the mail comes before it
     * @param alternative it says what another part says in another form
     * @param inReport it belongs to a report about a mail
     */
    private record Place(boolean first, boolean alternative, boolean inReport) {
        Place child(int number, String type) {
            return new Place(
                    first && number == 0 || type.equals("multipart/alternative"),
                    alternative || type.equals("multipart/alternative"),
                    inReport || type.equals("multipart/report"));
        }
    }

    private List<Block> take(Entity entity, Place place) {
        if (!entity.isMultipart()) {
            return leaf(entity, place);
        }
        encrypted |= entity.type().equals("multipart/encrypted");
        if (entity.body().length > 0) {
            beside.add(entity.text().strip()); // relays that know no MIME write their words behind it
        }
        List<List<Block>> children = new ArrayList<>();
        for (int i = 0; i < entity.children().size(); i++) {
            children.add(take(entity.children().get(i), place.child(i, entity.type())));
        }
        return entity.type().equals("multipart/alternative")
                ? Block.alternatives(children)
                : children.stream().flatMap(List::stream).toList();
    }

    private List<Block> leaf(Entity entity, Place place) {
        String type = entity.type();
        if (entity.isMessage()) {
            mail(entity, place.inReport());
            return List.of();
        }
        if (REPORTS.contains(type)) {
            report(entity);
            return List.of();
        }
        if (CALENDAR.contains(type)) {
            return calendar(entity, place);
        }
        if (PKCS7.contains(type)) {
            return envelope(entity, place);
        }
        if (OutlookPart.isWinmail(entity)) {
            return winmail(entity);
        }
        Optional<byte[]> saved = OutlookPart.msg(entity);
        if (saved.isPresent()) {
            attachments.add(entity, Role.DOCUMENT);
            inner(entity.name(), saved.get());
            return List.of();
        }
        boolean named = !entity.name().isEmpty() || entity.isAttached();
        boolean words = entity.isText() && (!named || place.first() && !entity.isAttached() || entity.isFooter());
        if (named || !words) {
            boolean machinery = words || MACHINERY.contains(type) || encrypted || entity.name().equalsIgnoreCase("daticert.xml");
            attachments.add(entity, machinery ? Role.MACHINERY : Role.DOCUMENT);
        }
        return words ? words(entity) : List.of();
    }

    private void report(Entity entity) {
        String text = entity.text().strip();
        report.read(entity.type(), text);
        beside.add(text);
        if (entity.type().startsWith("text/") && !entity.name().isEmpty()) {
            attachments.add(entity, Role.MACHINERY);
        }
    }

    private List<Block> words(Entity entity) {
        if (entity.type().equals("text/html")) {
            return List.of(Block.html(entity.text()));
        }
        InlinePgp.Opened opened = InlinePgp.open(Flowed.unfold(entity, files(entity)));
        encrypted |= opened.encrypted();
        return List.of(new Block(opened.text(), null, !entity.type().equals("text/plain"), false));
    }

    /** The words without the files that are written into them. */
    private byte[] files(Entity entity) {
        Uuencoded.Opened opened = Uuencoded.open(new String(entity.body(), StandardCharsets.ISO_8859_1));
        if (opened.files().isEmpty()) {
            return entity.body();
        }
        opened.files().forEach(it -> attachments.addFromWords(HeaderText.decode(it.name()), it.bytes()));
        return opened.words().getBytes(StandardCharsets.ISO_8859_1);
    }

    private List<Block> calendar(Entity entity, Place place) {
        Invitation invitation = Invitation.read(entity.text());
        boolean itself = place.alternative() || place.first() || invitation.hasMethod() || entity.name().isEmpty();
        if (itself) {
            invitations.add(invitation);
        } else if (!invitation.words().isBlank()) {
            beside.add(invitation.words());
        }
        if (!entity.name().isEmpty() || entity.isAttached()) {
            attachments.add(entity, itself ? Role.INVITATION : Role.DOCUMENT);
        }
        return List.of();
    }

    private List<Block> envelope(Entity entity, Place place) {
        attachments.add(entity, Role.MACHINERY);
        byte[] content = SignedData.content(entity.body()).orElse(null);
        if (content == null || depth >= AttachedMail.DEEPEST) {
            encrypted |= !entity.contentType().get("smime-type").equalsIgnoreCase("certs-only");
            return List.of();
        }
        return take(EntityParser.parse(content).root(), place);
    }

    private List<Block> winmail(Entity entity) {
        Winmail opened = OutlookPart.winmail(entity).orElse(null);
        attachments.add(entity, opened == null ? Role.DOCUMENT : Role.MACHINERY);
        if (opened == null) {
            problems.add("What Outlook packed into " + (entity.name().isEmpty() ? "the mail" : entity.name()) + " is damaged.");
            return List.of();
        }
        for (Winmail.File file : opened.files()) {
            String name = attachments.addWithin(entity.name(), file.name(), file.mediaType(), file.contentId(), file.bytes());
            if (file.mediaType().equals("message/rfc822")) {
                inner(name, file.bytes());
            }
        }
        return opened.plain().isBlank() && opened.html() == null
                ? List.of()
                : List.of(new Block(opened.plain().isBlank() ? null : opened.plain(), opened.html(), false, true));
    }

    /** A mail that came as a part. */
    private void mail(Entity entity, boolean returned) {
        boolean postacert = entity.name().equalsIgnoreCase("postacert.eml");
        AttachedMail mail = read(entity.body());
        String name = !entity.name().isEmpty() ? entity.name() : mail == null ? "message.eml" : mail.fileName();
        attachments.addMail(name, entity, returned || postacert ? Role.MACHINERY : Role.DOCUMENT);
        if (mail == null) {
            return;
        }
        if (returned) {
            report.readReturned(mail.headers());
        }
        if (postacert) {
            certified = mail;
            attachments.addAll(name, mail.parts().attachments());
        } else {
            keep(name, mail);
        }
    }

    private void inner(String name, byte[] bytes) {
        AttachedMail mail = read(bytes);
        if (mail != null) {
            keep(name, mail);
        }
    }

    private @Nullable AttachedMail read(byte[] bytes) {
        return depth < AttachedMail.DEEPEST ? AttachedMail.read(bytes, depth + 1) : null;
    }

    private void keep(String name, AttachedMail mail) {
        beside.add(mail.words());
        attachments.addAll(name, mail.parts().attachments());
    }
}

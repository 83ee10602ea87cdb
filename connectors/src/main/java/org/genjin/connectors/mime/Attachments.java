package org.genjin.connectors.mime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.genjin.connectors.Content;
import org.genjin.connectors.Message;
import org.genjin.connectors.Message.Role;
import org.jspecify.annotations.Nullable;

/** The documents of a mail while they are being found. What lies within others comes last. */
final class Attachments {

    /** {@link Message.Attachment#within} of what was written into the words. */
    private static final String WORDS = "";

    @SuppressWarnings("ArrayRecordComponent") // lives as long as the reading of one mail, never compared
    private record Found(Message.Attachment attachment, String contentId, String location, byte[] bytes) {}

    private final List<Found> own = new ArrayList<>();
    private final List<Found> inner = new ArrayList<>();

    /** A part; one that is neither named nor attached has no name. */
    void add(Entity entity, Role role) {
        String name = entity.name();
        String shown = name.isEmpty() && entity.isAttached() ? FileNames.ofType(entity.type(), own.size() + 1) : name;
        if (entity.body().length > 0 || !shown.isEmpty()) {
            own.add(new Found(
                    attachment(shown, entity.type(), entity.body(), role, null), entity.contentId(), entity.location(), entity.body()));
        }
    }

    void addMail(String name, Entity entity, Role role) {
        own.add(new Found(attachment(name, entity.type(), entity.body(), role, null), "", "", entity.body()));
    }

    /** @return the name under which it is listed */
    String addWithin(String container, String name, String type, String contentId, byte[] bytes) {
        String safe = FileNames.safe(name);
        String shown = safe.isEmpty() ? FileNames.ofType(type, inner.size() + 1) : safe;
        inner.add(new Found(attachment(shown, type, bytes, Role.DOCUMENT, container), contentId, "", bytes));
        return shown;
    }

    void addFromWords(String name, byte[] bytes) {
        String safe = FileNames.safe(name);
        String shown = safe.isEmpty() ? FileNames.ofType("application/octet-stream", inner.size() + 1) : safe;
        inner.add(new Found(attachment(shown, "application/octet-stream", bytes, Role.DOCUMENT, WORDS), "", "", bytes));
    }

    /** What an attached mail has attached itself; what is hidden there is of no use here. */
    void addAll(String container, List<Message.Attachment> attachments) {
        for (Message.Attachment it : attachments) {
            if (!it.isHidden()) {
                String within = it.within() == null || it.within().equals(WORDS) ? container : it.within();
                inner.add(new Found(
                        new Message.Attachment(it.name(), it.mediaType(), it.size(), it.content(), it.role(), within),
                        "", "", new byte[0]));
            }
        }
    }

    /** @param html the mail's own, which says what pictures it shows; null if there is none */
    List<Message.Attachment> list(@Nullable String html) {
        Set<String> shown = html == null ? new HashSet<>() : Pictures.shownIn(html);
        List<Message.Attachment> all = new ArrayList<>();
        own.forEach(it -> all.add(settled(it, shown)));
        inner.forEach(it -> all.add(settled(it, shown)));
        return all;
    }

    private static Message.Attachment settled(Found found, Set<String> shown) {
        Message.Attachment it = found.attachment();
        boolean picture = !it.isHidden()
                && Pictures.isPicture(it.mediaType(), it.name())
                && (shown.contains(found.contentId()) || shown.contains(found.location())
                        || Pictures.isPixel(found.bytes()) || Pictures.isLogo(found.contentId(), it.size()));
        return picture
                ? new Message.Attachment(it.name(), it.mediaType(), it.size(), it.content(), Role.PICTURE, it.within())
                : it;
    }

    private static Message.Attachment attachment(
            String name, String type, byte[] bytes, Role role, @Nullable String within) {
        return new Message.Attachment(name, type, bytes.length, Content.of(bytes), role, within);
    }
}

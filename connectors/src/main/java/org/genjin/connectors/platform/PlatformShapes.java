package org.genjin.connectors.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genjin.connectors.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All shapes of such mails that are known, from the data file. Immutable. */
final class PlatformShapes {

    private final List<PlatformShape> shapes = new ArrayList<>();

    PlatformShapes() {
        try (InputStream file = PlatformShapes.class.getResourceAsStream("/platform/platforms.json")) {
            for (JsonNode it : JsonMapper.shared().readTree(file).get("shapes")) {
                shapes.add(PlatformShape.of(it));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same mail as said on a platform, if it was written to an address that leads to one person there. */
    Optional<Message> answered(Message mail) {
        for (Message.Participant to : mail.to()) {
            String address = to.address();
            String name = to.name();
            if (address != null && name != null && !name.isBlank() && name.indexOf('@') < 0) {
                Optional<PlatformShape> shape = shapes.stream().filter(it -> it.leadsToOne(address)).findFirst();
                if (shape.isPresent()) {
                    return Optional.of(PassedOn.answer(mail, shape.get().channel(), shape.get().platform(), name));
                }
            }
        }
        return Optional.empty();
    }

    /** What the first shape that fits makes of a mail; empty if none does. */
    Optional<PassedOn> passedOn(Message mail) {
        Message.Participant from = mail.from();
        String address = from == null || from.address() == null ? "" : from.address().toLowerCase(Locale.ROOT);
        List<PlatformShape> possible = address.isEmpty()
                ? List.of()
                : shapes.stream().filter(it -> it.isSentBy(address, mail.subject())).toList();
        if (possible.isEmpty()) {
            return Optional.empty();
        }
        MailText text = MailText.of(mail.body());
        return possible.stream().flatMap(it -> it.passedOn(mail, text).stream()).findFirst();
    }
}

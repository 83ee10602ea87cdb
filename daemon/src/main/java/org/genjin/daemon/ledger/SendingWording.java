package org.genjin.daemon.ledger;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.genjin.config.Language;
import org.genjin.daemon.words.Words;
import org.jspecify.annotations.Nullable;

/** Says how Genjin's own mails get on, and what to do. Immutable. */
public final class SendingWording {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private final Words words;
    private final ZoneId zone;

    public SendingWording(Language language, ZoneId zone) {
        this.words = Words.of("sending", language);
        this.zone = zone;
    }

    public String title() {
        return words.text("title");
    }

    /** When the last mail left. */
    public String last(Sending it) {
        return it.lastSent() == null ? words.text("never") : words.text("last", minute(it.lastSent()));
    }

    /** What has not left, a sentence or two for each. */
    public List<String> troubles(Sending it) {
        return it.troubles().stream().map(this::trouble).toList();
    }

    private String trouble(Sending.Trouble it) {
        String kind = words.text("kind." + it.kind().id());
        return words.text(it.state().id(), kind, minute(it.at()), it.next() == null ? words.text("soon") : minute(it.next()), it.why()).strip();
    }

    private String minute(@Nullable Instant at) {
        return at == null ? "" : words.bare(MINUTE.format(at.atZone(zone)));
    }
}

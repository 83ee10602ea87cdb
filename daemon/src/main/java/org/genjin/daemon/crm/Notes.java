package org.genjin.daemon.crm;

import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.words.Words;

/** What was said with a customer, a line a message: its subject and first words. Pure. */
final class Notes {

    private final Words values;
    private final ZoneId zone;

    Notes(Words values, ZoneId zone) {
        this.values = values;
        this.zone = zone;
    }

    List<Line> of(Line customer, List<MessageRow> messages) {
        return messages.stream().map(it -> line(customer, it)).toList();
    }

    private Line line(Line customer, MessageRow it) {
        String channel = values.text("channel." + it.channel().id());
        String direction = values.text("direction." + it.direction().id());
        String head = Stream.of(channel, direction, it.subject()).filter(word -> !word.isBlank()).collect(Collectors.joining(" · "));
        return customer.with()
                .put(Field.NOTE_ID, "M" + it.id())
                .put(Field.NOTE_AT, it.sentAt().atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS).format(BookReading.MOMENT))
                .put(Field.CHANNEL, channel)
                .put(Field.DIRECTION, it.direction().id())
                .put(Field.SUBJECT, it.subject())
                .put(Field.TEXT, it.preview())
                .put(Field.NOTE, it.preview().isBlank() ? head : head + "\n" + it.preview())
                .line();
    }
}

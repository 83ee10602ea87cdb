package org.genjin.daemon.workbook;

import java.util.List;
import java.util.stream.Stream;
import org.genjin.connectors.Channel;
import org.genjin.daemon.customer.Direction;

/** The words for how and in which direction people spoke, as the dropdowns of a log offer them. */
final class Conversation {

    private Conversation() {}

    /** The channels that reps write down most, and those that no connector reads. */
    static List<String> channels(SheetWords words) {
        Stream<String> read = Stream.of(Channel.EMAIL, Channel.WHATSAPP, Channel.WECHAT, Channel.MARKETPLACE, Channel.LINKEDIN)
                .map(it -> words.value("channel", it.id()));
        return Stream.concat(read, words.list("channels").stream()).distinct().toList();
    }

    static List<String> directions(SheetWords words) {
        return Stream.of(Direction.values()).map(it -> words.value("direction", it.id())).toList();
    }
}

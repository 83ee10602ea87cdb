package org.genjin.daemon.reading;

import org.genjin.connectors.Message;

/** What a message says, whatever its channel. Thread-safe, no state. */
@FunctionalInterface
public interface MessageReading {

    Reading read(Message message);
}

package org.genjin.connectors.outlook;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Bytes that are not what Outlook writes, or an item that is no message; the message is one sentence for a person. */
public final class OutlookException extends IOException {

    public OutlookException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package org.genjin.daemon.reading;

import org.genjin.connectors.Message;

/** A mail as text, all in its order, with {@code >} before the lines that its program marks as quoted. Pure. */
public final class MarkedText {

    private MarkedText() {}

    /** The plain part; the HTML's where there is none. */
    public static String of(Message message) {
        Message.Body body = message.body();
        String html = body.html();
        return body.plain().isBlank() && html != null ? HtmlText.marked(html) : body.plain();
    }
}

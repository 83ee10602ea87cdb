package org.genjin.connectors.chat;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.genjin.connectors.Channel;

/**
 * Meta's export of one conversation, {@code message_1.json} and on: the same for Messenger and Instagram, the folder tells
 * which it is; and what Messenger writes of encrypted conversations.
 */
final class MetaFormat implements ChatFormat {

    private static final Pattern MESSAGES = Pattern.compile("\"messages\"\\s*:\\s*\\[");
    private static final Pattern TIME = Pattern.compile("\"timestamp_ms\"\\s*:\\s*\\d");
    private static final Pattern ENCRYPTED = Pattern.compile("\"threadName\"\\s*:\\s*\"");

    private final Channel channel;

    /** @param channel Messenger or Instagram */
    MetaFormat(Channel channel) {
        this.channel = channel;
    }

    @Override
    public String id() {
        return channel.id();
    }

    @Override
    public Recognised recognise(ExportHead head) {
        String text = head.text();
        boolean ours = channel == Channel.INSTAGRAM == isInstagram(head.path());
        boolean plain = MESSAGES.matcher(text).find() && text.contains("\"sender_name\"") && TIME.matcher(text).find();
        boolean encrypted = ENCRYPTED.matcher(text).find() && text.contains("\"participants\"");
        return ours && ChatText.visible(text).stripLeading().startsWith("{") && (plain || encrypted) ? Recognised.YES : Recognised.NO;
    }

    private static boolean isInstagram(String path) {
        return path.toLowerCase(Locale.ROOT).contains("instagram");
    }

    @Override
    public Transcript read(ChatExport export) throws IOException, UnreadableExport {
        return MetaThread.read(channel, export);
    }
}

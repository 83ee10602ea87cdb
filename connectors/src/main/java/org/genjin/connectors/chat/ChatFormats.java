package org.genjin.connectors.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genjin.connectors.Channel;

/** All kinds of chat exports that are read, the most certain first. */
public final class ChatFormats {

    private static final List<ChatFormat> ALL = List.of(
            new TelegramFormat(),
            new MetaFormat(Channel.INSTAGRAM),
            new MetaFormat(Channel.MESSENGER),
            new SkypeFormat(Channel.TEAMS),
            new SkypeFormat(Channel.SKYPE),
            new GoogleChatFormat(),
            new SlackFormat(),
            new SmsFormat(),
            new LinkedInFormat(),
            new KakaoTalkFormat(),
            new LineFormat(),
            new WeChatFormat(),
            new SignalFormat(),
            new WhatsAppFormat(),
            new ViberFormat());

    private ChatFormats() {}

    public static Optional<ChatFormat> of(String id) {
        return ALL.stream().filter(it -> it.id().equals(id.toLowerCase(Locale.ROOT))).findFirst();
    }

    /** The first kind whose export begins like this. */
    public static Optional<ChatFormat> of(ExportHead head) {
        return ALL.stream().filter(it -> it.recognise(head) == ChatFormat.Recognised.YES).findFirst();
    }

    /** Whether a file belongs to a chat export without holding messages. */
    public static boolean isCompanion(ExportHead head) {
        return ALL.stream().anyMatch(it -> it.recognise(head) == ChatFormat.Recognised.COMPANION);
    }

    /** All names, for people. */
    public static List<String> ids() {
        return ALL.stream().map(ChatFormat::id).toList();
    }
}

package org.genjin.connectors.chat;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.genjin.connectors.Channel;

/** All conversations of a Skype account, as {@code messages.json}, which comes in an archive; Teams for free writes the same. */
final class SkypeFormat implements ChatFormat {

    private static final Pattern USER = Pattern.compile("\"userId\"\\s*:\\s*\"");
    private static final Pattern CONVERSATIONS = Pattern.compile("\"conversations\"\\s*:\\s*\\[");
    private static final Pattern FIRM = Pattern.compile("\"8:orgid:|@unq\\.gbl\\.spaces\"");

    private final Channel channel;

    /** @param channel Skype or Teams */
    SkypeFormat(Channel channel) {
        this.channel = channel;
    }

    @Override
    public String id() {
        return channel.id();
    }

    @Override
    public Recognised recognise(ExportHead head) {
        String text = head.text();
        boolean teams = head.fileName().toLowerCase(Locale.ROOT).contains("teams")
                || head.path().toLowerCase(Locale.ROOT).contains("/teams/")
                || FIRM.matcher(text).find();
        boolean json = ChatText.visible(text).stripLeading().startsWith("{")
                && USER.matcher(text).find() && CONVERSATIONS.matcher(text).find();
        return json && teams == (channel == Channel.TEAMS) ? Recognised.YES : Recognised.NO;
    }

    @Override
    public Transcript read(ChatExport export) throws IOException, UnreadableExport {
        return SkypeAccount.read(channel, export);
    }
}

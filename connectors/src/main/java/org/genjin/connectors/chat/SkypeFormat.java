package org.genjin.connectors.chat;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Content;

/** All conversations of a Skype account, as {@code messages.json} or the archive it comes in; Teams for free writes the same. */
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
        boolean archive = TarFile.looksLike(text) && text.substring(0, 100).matches("(?s)(?:\\./)?(?:messages|endpoints)\\.json\\u0000.*|(?:\\./)?media/.*");
        boolean json = ChatText.visible(text).stripLeading().startsWith("{")
                && USER.matcher(text).find() && CONVERSATIONS.matcher(text).find();
        return (archive || json) && teams == (channel == Channel.TEAMS) ? Recognised.YES : Recognised.NO;
    }

    @Override
    public Transcript read(ChatExport export) throws IOException, UnreadableExport {
        Optional<TarFile> archive = TarFile.of(export.content());
        if (archive.isEmpty()) {
            return SkypeAccount.read(channel, export);
        }
        Content messages = archive.get().find("messages.json");
        if (messages == null) {
            throw new UnreadableExport("There is no messages.json in this archive: ask Skype for an export with conversations.");
        }
        return SkypeAccount.read(
                channel, new ChatExport(export.path(), messages, export.zone(), export.writtenAt(), archive.get()));
    }
}

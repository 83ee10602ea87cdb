package org.genjin.connectors.chat;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/** A conversation or space of Google Chat as Takeout gives it: {@code messages.json}, with {@code group_info.json} beside. */
final class GoogleChatFormat implements ChatFormat {

    private static final Pattern MESSAGES = Pattern.compile("\"messages\"\\s*:\\s*\\[");
    private static final Set<String> LISTS = Set.of("group_info.json", "user_info.json");

    @Override
    public String id() {
        return "google-chat";
    }

    @Override
    public Recognised recognise(ExportHead head) {
        String text = head.text();
        if (LISTS.contains(head.fileName()) && ChatText.visible(text).stripLeading().startsWith("{")) {
            return Recognised.COMPANION;
        }
        boolean said = text.contains("\"creator\"") && text.contains("\"created_date\"");
        return said && MESSAGES.matcher(text).find() ? Recognised.YES : Recognised.NO;
    }

    @Override
    public Transcript read(ChatExport export) throws IOException, UnreadableExport {
        return GoogleChatSpace.read(export);
    }
}

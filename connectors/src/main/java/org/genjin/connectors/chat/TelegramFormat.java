package org.genjin.connectors.chat;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A chat, or a whole account, exported by Telegram Desktop: {@code result.json}, or pages named {@code messages.html}. */
final class TelegramFormat implements ChatFormat {

    private static final Pattern ACCOUNT = Pattern.compile("\"(?:personal_information|chats|left_chats)\"\\s*:\\s*\\{");
    private static final Pattern LIST = Pattern.compile("\"list\"\\s*:\\s*\\[");
    private static final Pattern MESSAGES = Pattern.compile("\"messages\"\\s*:\\s*\\[");
    private static final Pattern KIND =
            Pattern.compile("\"type\"\\s*:\\s*\"(?:message|service|unsupported|personal_chat|bot_chat|saved_messages"
                    + "|(?:private|public)_(?:group|supergroup|channel))\"");
    private static final Pattern TIME = Pattern.compile("\"date(?:_unixtime)?\"\\s*:\\s*\"\\d");

    @Override
    public String id() {
        return "telegram";
    }

    @Override
    public Recognised recognise(ExportHead head) {
        String text = head.text();
        return isHtml(text) || isJson(text) ? Recognised.YES : Recognised.NO;
    }

    private static boolean isHtml(String text) {
        return text.contains("class=\"page_wrap\"") && text.contains("class=\"message ") && text.contains("pull_right date details");
    }

    private static boolean isJson(String text) {
        if (!text.stripLeading().startsWith("{")) {
            return false;
        }
        boolean one = MESSAGES.matcher(text).find() && KIND.matcher(text).find() && TIME.matcher(text).find();
        boolean all = ACCOUNT.matcher(text).find()
                && (text.contains("\"personal_information\"") || LIST.matcher(text).find() && KIND.matcher(text).find());
        return one || all;
    }

    @Override
    public Transcript read(ChatExport export) throws IOException, UnreadableExport {
        return startsAsJson(export) ? TelegramJson.read(export) : TelegramHtml.read(export);
    }

    private static boolean startsAsJson(ChatExport export) throws IOException {
        try (Reader in = ChatText.reader(export.content().open())) {
            int next = in.read();
            while (next >= 0 && Character.isWhitespace(next)) {
                next = in.read();
            }
            return next == '{';
        }
    }

    /**
     * What makes a message the same in every export: its number and its second. Numbers are counted by chat or by account,
     * so that neither they nor the chat alone tell; a page does not say the chat's number, and a title can change.
     */
    static String nativeId(String number, long second) {
        return number + "@" + second;
    }

    /** The chat's part of a key: none where every message has a number of its own, see {@link #nativeId}. */
    static String chatId(String title, List<ChatLine> lines) {
        return lines.stream().allMatch(it -> it.nativeId() != null) ? "" : title;
    }

    static @Nullable String nonEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}

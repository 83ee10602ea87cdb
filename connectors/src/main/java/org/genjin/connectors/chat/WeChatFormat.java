package org.genjin.connectors.chat;

import java.io.IOException;

/**
 * A WeChat conversation in one of the forms that people have: MemoTrace's text, tables and pages, and the text that WeChat
 * itself makes when a conversation is forwarded by mail.
 */
final class WeChatFormat implements ChatFormat {

    @Override
    public String id() {
        return "wechat";
    }

    @Override
    public Recognised recognise(ExportHead head) {
        String text = head.text();
        boolean known = WeChatTable.looksLike(text)
                || WeChatForwarded.looksLike(text)
                || WeChatPage.looksLike(text)
                || WeChatText.looksLike(text);
        return known ? Recognised.YES : Recognised.NO;
    }

    @Override
    public Transcript read(ChatExport export) throws IOException, UnreadableExport {
        String text = export.text();
        Transcript read;
        if (WeChatTable.looksLike(text)) {
            read = WeChatTable.read(text, export);
        } else if (WeChatForwarded.looksLike(text)) {
            read = WeChatForwarded.read(text, export);
        } else if (WeChatPage.looksLike(text)) {
            read = WeChatPage.read(text, export);
        } else {
            read = WeChatText.read(text, export);
        }
        if (read.chats().stream().allMatch(it -> it.lines().isEmpty())) {
            throw new UnreadableExport("There is no message in this WeChat export. Read are MemoTrace's txt, csv and html, and"
                    + " conversations forwarded by mail.");
        }
        return read;
    }

    /** The other one's name: exporters call the file so, the tables with {@code _utf8} behind it. */
    static String title(ChatExport export) {
        return ChatText.name(export.fileName()
                .replaceFirst("(?i)\\.(?:txt|csv|html?)$", "")
                .replaceFirst("(?i)_(?:utf-?8|gbk)$", "")
                .replaceFirst(" ?\\(\\d{1,3}\\)$", ""));
    }
}

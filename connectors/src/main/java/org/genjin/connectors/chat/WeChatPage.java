package org.genjin.connectors.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.genjin.connectors.Message.Speaker;
import org.jsoup.Jsoup;

/** MemoTrace's page, whose messages stand in its script: {@code { type:1, text:'…',is_send:0,timestamp:…,displayname:'…'}}. */
final class WeChatPage {

    private static final Pattern BEGIN = Pattern.compile("\\{\\s*[\"']?type[\"']?\\s*:\\s*\\d");
    private static final Pattern TITLE = Pattern.compile("(?is)<title>(.{0,200}?)</title>");

    private WeChatPage() {}

    static boolean looksLike(String text) {
        return text.contains("is_send") && text.contains("<script") && BEGIN.matcher(text).find();
    }

    static Transcript read(String text, ChatExport export) {
        List<ChatLine> lines = new ArrayList<>();
        Set<String> others = new HashSet<>();
        Map<String, Integer> equal = new HashMap<>();
        boolean group = false;
        Matcher begin = BEGIN.matcher(text);
        int from = 0;
        while (begin.find(from)) {
            ScriptObject it = ScriptObject.read(text, begin.start());
            from = Math.max(begin.end(), it.end());
            String seconds = it.get("timestamp");
            if (!seconds.matches("\\d{9,11}")) {
                continue; // a row that shows the time to people
            }
            boolean ours = it.get("is_send").equals("1") || it.get("is_send").equals("true");
            String name = ChatText.name(it.get("displayname"));
            WeChatWords.Said said = said(it, export);
            String who = ours ? "1" : name;
            int number = equal.merge(seconds + who, 1, Integer::sum);
            if (!ours && !said.system() && !name.isEmpty()) {
                others.add(name);
            }
            group |= it.get("is_chatroom").equals("1") || it.get("is_chatroom").equals("true");
            lines.add(ChatLine.of(
                            "message " + (lines.size() + 1),
                            new ChatLine.Time.At(Instant.ofEpochSecond(Long.parseLong(seconds)), null),
                            said.system() || name.isEmpty() ? null : new Message.Participant(null, name),
                            said.system(), said.text(), said.files())
                    .identified(seconds + " " + who + " " + number)
                    .saidBy(ours ? Speaker.OWNER : Speaker.OTHER)
                    .replying(said.quoted(), null));
        }
        Matcher heading = TITLE.matcher(text);
        String shown = heading.find() ? ChatText.name(Jsoup.parse(heading.group(1)).text()) : "";
        boolean several = group || others.size() > 1;
        String title = !several && others.size() == 1
                ? others.iterator().next()
                : shown.isEmpty() ? WeChatFormat.title(export) : shown;
        return Transcript.of(new Chat(Channel.WECHAT, title, title, several, lines, null));
    }

    private static WeChatWords.Said said(ScriptObject it, ChatExport export) {
        int type = it.get("type").matches("\\d{1,6}") ? Integer.parseInt(it.get("type")) : 1;
        String text = it.get("text");
        return switch (type) {
            case 0, 10000, 10002 -> WeChatWords.Said.notice(words(text));
            case 3, 34, 43, 47 -> text.isBlank() || text.length() > 300
                    ? WeChatWords.kind(type, 0, "")
                    : WeChatWords.Said.sent(Attached.at(text, export.beside()));
            case 49 -> new WeChatWords.Said(words(text.isEmpty() ? it.get("title") + "\n" + it.get("link_url") : text),
                    words(it.get("refer_text")), null, null, false);
            default -> WeChatWords.shown(words(text), export.beside());
        };
    }

    /** The page's HTML as words. */
    private static String words(String html) {
        return html.indexOf('<') < 0 && html.indexOf('&') < 0 ? html.strip() : HtmlWords.of(html);
    }
}

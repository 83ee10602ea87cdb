package org.genjin.connectors.chat;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.genjin.connectors.Message.Speaker;

/** MemoTrace's tables, with WeChat's own numbers for kinds, or with Chinese words for them. One reading, one thread. */
final class WeChatTable {

    private static final String OLD = "localid,talkerid,type,subtype,issender,createtime";
    private static final String NEW = "消息id,类型,发送人,时间,内容";

    private final ChatExport export;
    private final Map<String, Integer> equal = new HashMap<>();

    private WeChatTable(ChatExport export) {
        this.export = export;
    }

    static boolean looksLike(String text) {
        String head = text.lines().findFirst().map(it -> ChatText.visible(it).replaceAll("[\\s\"]", "")).orElse("");
        String folded = head.toLowerCase(Locale.ROOT);
        return folded.startsWith(OLD) || folded.startsWith(NEW);
    }

    static Transcript read(String text, ChatExport export) throws IOException {
        CsvRows rows = CsvRows.read(text, true);
        WeChatTable reading = new WeChatTable(export);
        Map<String, List<Entry>> byChat = new LinkedHashMap<>();
        for (CsvRows.Row it : rows.rows()) {
            Optional<Entry> entry = rows.has("createtime") ? reading.old(it, rows.width()) : reading.fresh(it);
            entry.ifPresent(found -> byChat.computeIfAbsent(it.get("TalkerId"), _ -> new ArrayList<>()).add(found));
        }
        List<Chat> chats = new ArrayList<>();
        byChat.forEach((talker, entries) -> chats.add(reading.chat(talker, entries, byChat.size() == 1)));
        return new Transcript(chats, rows.complete() ? List.of() : List.of(Warnings.CUT));
    }

    private record Entry(ChatLine line, String sender) {}

    private Chat chat(String talker, List<Entry> entries, boolean only) {
        Set<String> others = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Entry it : entries) {
            Message.Participant from = it.line().from();
            if (it.line().speaker() == Speaker.OTHER && !it.line().system() && from != null) {
                others.add(it.sender());
                names.add(from.name() == null ? it.sender() : from.name());
            }
        }
        boolean group = others.size() > 1;
        String title = only ? WeChatFormat.title(export) : names.size() == 1 ? names.iterator().next() : "WeChat " + talker;
        // A person's id stays when the name we gave changes, and the same chat has another number on another machine.
        String id = others.size() == 1 ? others.iterator().next() : title;
        return new Chat(
                Channel.WECHAT, id, !group && names.size() == 1 ? names.iterator().next() : title, group,
                entries.stream().map(Entry::line).toList(), null);
    }

    /** Before version 0.2.7 the head names nine columns over ten values: the tenth is the name. */
    private Optional<Entry> old(CsvRows.Row it, int width) {
        Optional<Instant> at = seconds(it.get("CreateTime"));
        if (at.isEmpty()) {
            return Optional.empty();
        }
        String name = it.get("Remark").isBlank() ? it.get("NickName") : it.get("Remark");
        if (name.isBlank() && it.values().size() > width) {
            name = it.values().get(width);
        }
        WeChatWords.Said said = WeChatWords.kind(number(it.get("Type")), number(it.get("SubType")), it.get("StrContent"));
        boolean ours = it.get("IsSender").strip().equals("1");
        String sender = it.get("Sender").strip();
        LocalDateTime local = local(it.get("StrTime")).orElse(null);
        return Optional.of(entry(it, new ChatLine.Time.At(at.get(), local), name, sender, ours ? Speaker.OWNER : Speaker.OTHER, said,
                String.valueOf(at.get().getEpochSecond())));
    }

    private Optional<Entry> fresh(CsvRows.Row it) {
        Optional<LocalDateTime> at = local(it.get("时间"));
        if (at.isEmpty()) {
            return Optional.empty();
        }
        String kind = it.get("类型").strip();
        String content = it.get("内容");
        WeChatWords.Said said = switch (kind) {
            case "系统消息", "系统", "系统通知", "拍一拍" -> WeChatWords.Said.notice(ChatText.visible(content).strip());
            case "图片", "视频", "语音", "表情包", "动画表情" -> WeChatWords.shown("[" + kind + "]", export.beside());
            case "文件" -> WeChatWords.kind(49, 6, content);
            case "引用", "引用消息" -> WeChatWords.kind(49, 57, content);
            default -> WeChatWords.shown(content, export.beside());
        };
        String name = it.get("备注").isBlank() ? it.get("发送人").isBlank() ? it.get("昵称") : it.get("发送人") : it.get("备注");
        Speaker side = it.get("发送人").strip().equals("我") ? Speaker.OWNER : Speaker.UNKNOWN;
        return Optional.of(entry(it, new ChatLine.Time.Local(at.get()), name, "", side, said, at.get().toString()));
    }

    private Entry entry(
            CsvRows.Row row, ChatLine.Time at, String name, String sender, Speaker side, WeChatWords.Said said, String second) {
        String shown = ChatText.name(name);
        Message.Participant from = said.system() || shown.isEmpty() && sender.isEmpty()
                ? null
                : new Message.Participant(sender.isEmpty() ? null : sender, shown.isEmpty() ? null : shown);
        // Ids of rows differ between machines: what is the same is the second and who spoke.
        String who = sender.isEmpty() ? shown : sender;
        int number = equal.merge(String.join("\u0001", row.get("TalkerId"), second, who), 1, Integer::sum);
        ChatLine line = ChatLine.of("line " + row.line(), at, from, said.system(), said.text(), said.files())
                .identified(second + " " + who + " " + number)
                .saidBy(side)
                .replying(said.quoted(), null);
        return new Entry(line, who);
    }

    private static int number(String text) {
        String bare = text.strip();
        return bare.matches("\\d{1,9}") ? Integer.parseInt(bare) : 0;
    }

    private static Optional<Instant> seconds(String text) {
        String bare = text.strip();
        return bare.matches("\\d{9,11}") ? Optional.of(Instant.ofEpochSecond(Long.parseLong(bare))) : Optional.empty();
    }

    private static Optional<LocalDateTime> local(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.strip().replace(' ', 'T').replace('/', '-')));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

package org.genjin.connectors.chat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;

/** A conversation forwarded from WeChat by mail, as text: rows of days, rows of name and time, and the words below. Pure. */
final class WeChatForwarded {

    private static final Pattern TWO = Pattern.compile("^(.{1,80}?) ?(?:和|与|與) ?(.{1,80}?) ?在微信上的(?:聊天记录|聊天記錄|对话).*$");
    private static final Pattern GROUP = Pattern.compile("^(?:微信群)?[“\"「]?(.{1,80}?)[”\"」]? ?(?:的)?微信群上的(?:聊天记录|聊天記錄).*$");
    private static final Pattern DAY = Pattern.compile("^[—–-]{3,}\\s*(\\d{4})-(\\d{1,2})-(\\d{1,2})\\s*[—–-]{3,}$");
    private static final Pattern SPEAKER = Pattern.compile("^(\\S.{0,99}?)(?:  +|\\t)(\\d{1,2}):(\\d{2})$");

    private WeChatForwarded() {}

    private record Block(int line, LocalDate day, LocalTime time, String name, List<String> rows) {}

    static boolean looksLike(String text) {
        boolean heading = text.lines().limit(30).map(it -> ChatText.visible(it).strip())
                .anyMatch(it -> TWO.matcher(it).matches() || GROUP.matcher(it).matches());
        return heading && text.lines().anyMatch(it -> DAY.matcher(ChatText.visible(it).strip()).matches());
    }

    static Transcript read(String text, ChatExport export) {
        String title = null;
        boolean group = false;
        List<String> two = List.of();
        LocalDate day = null;
        List<Block> blocks = new ArrayList<>();
        int number = 0;
        for (String raw : text.split("\\r?\\n", -1)) {
            number++;
            String row = ChatText.visible(raw).strip();
            Matcher between = TWO.matcher(row);
            Matcher inGroup = GROUP.matcher(row);
            if (day == null && between.matches()) {
                two = List.of(ChatText.name(between.group(1)), ChatText.name(between.group(2)));
                continue;
            }
            if (day == null && inGroup.matches()) {
                title = ChatText.name(inGroup.group(1));
                group = true;
                continue;
            }
            LocalDate next = day(row);
            Matcher speaker = SPEAKER.matcher(row);
            LocalTime time = next == null && day != null && speaker.matches() ? time(speaker) : null;
            if (next != null) {
                day = next;
            } else if (time != null && day != null) {
                blocks.add(new Block(number, day, time, ChatText.name(speaker.group(1)), new ArrayList<>()));
            } else if (!blocks.isEmpty()) {
                blocks.getLast().rows().add(raw);
            }
        }
        List<ChatLine> lines = lines(blocks, export);
        return Transcript.of(chat(title, group, two, lines, export));
    }

    private static List<ChatLine> lines(List<Block> blocks, ChatExport export) {
        List<ChatLine> lines = new ArrayList<>();
        for (Block it : blocks) {
            WeChatWords.Said said = WeChatWords.shown(String.join("\n", it.rows()), export.beside());
            lines.add(ChatLine.of(
                            "line " + it.line(), new ChatLine.Time.Local(it.day().atTime(it.time())),
                            new Message.Participant(null, it.name()), said.system(), said.text(), said.files())
                    .replying(said.quoted(), null));
        }
        return lines;
    }

    /** Of two names in the heading, the first is the other one: WeChat names whoever forwards last. */
    private static Chat chat(
            @Nullable String title, boolean group, List<String> two, List<ChatLine> lines, ChatExport export) {
        Set<String> speakers = new HashSet<>();
        lines.forEach(it -> speakers.add(it.from() == null ? "" : String.valueOf(it.from().name())));
        String named = title != null ? title : two.isEmpty() ? WeChatFormat.title(export) : two.getFirst();
        return new Chat(Channel.WECHAT, named, named, group || speakers.size() > 2, lines, null);
    }

    private static @Nullable LocalDate day(String row) {
        Matcher it = DAY.matcher(row);
        try {
            return it.matches()
                    ? LocalDate.of(Integer.parseInt(it.group(1)), Integer.parseInt(it.group(2)), Integer.parseInt(it.group(3)))
                    : null;
        } catch (DateTimeException e) {
            return null; // no such day: words
        }
    }

    private static @Nullable LocalTime time(Matcher it) {
        try {
            return LocalTime.of(Integer.parseInt(it.group(2)), Integer.parseInt(it.group(3)));
        } catch (DateTimeException e) {
            return null; // no such time: words
        }
    }
}

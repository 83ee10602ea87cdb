package org.genjin.connectors.chat;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;

/** A KakaoTalk chat saved as text, from the desktop ({@code [name] [오후 3:20] text}) or from a phone ({@code 2025년 …, name : text}). */
final class KakaoTalkFormat implements ChatFormat {

    private static final Pattern TITLE = Pattern.compile("^(.{1,100}?) ?(?:\\d+ )?님과 (?:카카오톡 대화|카카오톡대화)$");
    private static final Pattern TITLE_EN = Pattern.compile("^KakaoTalk Chats? with (.{1,100})$", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY = Pattern.compile("^-{3,} ?(\\d{4})년 (\\d{1,2})월 (\\d{1,2})일.{0,8}-{3,}$");
    private static final Pattern DESKTOP =
            Pattern.compile("^\\[([^\\]\\n]{1,100})\\] \\[(오전|오후|AM|PM)? ?(\\d{1,2}):(\\d{2}) ?(AM|PM)?\\] (.*)$");
    private static final Pattern PHONE = Pattern.compile(
            "^(\\d{4})(?:년|\\.) (\\d{1,2})(?:월|\\.) (\\d{1,2})(?:일|\\.) (오전|오후) (\\d{1,2}):(\\d{2})(?:, (.*))?$");
    private static final Pattern SAID = Pattern.compile("^(.{1,100}?) : (.*)$", Pattern.DOTALL);
    private static final Map<String, String> SENT = Map.of(
            "사진", "image/jpeg", "동영상", "video/mp4", "이모티콘", "image/png", "음성메시지", "audio/mp4", "파일", "application/octet-stream",
            "photo", "image/jpeg", "video", "video/mp4", "emoticons", "image/png", "emoticon", "image/png");
    private static final Pattern SEVERAL = Pattern.compile("^사진 (\\d{1,2})장$");
    private static final Pattern FILE = Pattern.compile("^(?:파일|File): ?(\\S.{0,250})$");
    private static final Pattern NOTICE = Pattern.compile(
            "^.{1,120}님이 .{0,120}(?:들어왔습니다|나갔습니다|초대하였습니다|초대했습니다|내보냈습니다|가렸습니다)\\.?$");
    private static final Set<String> DELETED = Set.of("삭제된 메시지입니다.", "삭제된 메시지입니다", "This message was deleted.");

    @Override
    public String id() {
        return "kakaotalk";
    }

    @Override
    public Recognised recognise(ExportHead head) {
        boolean title = false;
        boolean day = false;
        int said = 0;
        for (String row : head.text().split("\\r?\\n")) {
            String line = ChatText.visible(row).strip();
            title |= title(line).isPresent();
            day |= DAY.matcher(line).matches();
            said += day && DESKTOP.matcher(line).matches() || title && PHONE.matcher(line).matches() ? 1 : 0;
        }
        return said > 0 ? Recognised.YES : Recognised.NO;
    }

    private static Optional<String> title(String line) {
        Matcher korean = TITLE.matcher(line);
        Matcher english = TITLE_EN.matcher(line);
        return korean.matches()
                ? Optional.of(ChatText.name(korean.group(1)))
                : english.matches() ? Optional.of(ChatText.name(english.group(1))) : Optional.empty();
    }

    /** @param name "" for a notice */
    private record Entry(int line, LocalDateTime at, String name, List<String> rows) {}

    @Override
    public Transcript read(ChatExport export) throws IOException, UnreadableExport {
        String[] rows = export.text().split("\\r?\\n", -1);
        String title = rows.length == 0
                ? ""
                : title(ChatText.visible(rows[0]).strip()).orElse("");
        List<Entry> entries = entries(rows);
        if (entries.isEmpty()) {
            throw new UnreadableExport("There is no message in this KakaoTalk export.");
        }
        List<ChatLine> lines = new ArrayList<>();
        Set<String> speakers = new HashSet<>();
        for (Entry it : entries) {
            ChatLine line = line(it);
            lines.add(line);
            if (!line.system()) {
                speakers.add(it.name());
            }
        }
        String named = title.isEmpty() ? export.fileName().replaceFirst("(?i)\\.txt$", "") : title;
        return Transcript.of(new Chat(Channel.KAKAOTALK, named, named, speakers.size() > 2, lines, null));
    }

    private static List<Entry> entries(String[] rows) {
        List<Entry> entries = new ArrayList<>();
        LocalDate day = null;
        for (int i = 0; i < rows.length; i++) {
            String row = ChatText.visible(rows[i]).stripTrailing();
            Matcher heading = DAY.matcher(row);
            Matcher desktop = DESKTOP.matcher(row);
            Matcher phone = PHONE.matcher(row);
            LocalDate next = heading.matches() ? date(heading) : null;
            if (next != null) {
                day = next;
            } else if (day != null && desktop.matches()) {
                String half = desktop.group(2) != null ? desktop.group(2) : desktop.group(5) != null ? desktop.group(5) : "";
                LocalDateTime at = at(day, desktop.group(3), desktop.group(4), half);
                entries.add(new Entry(i + 1, at, ChatText.name(desktop.group(1)), new ArrayList<>(List.of(desktop.group(6)))));
            } else if (phone.matches() && date(phone) != null) {
                phone(entries, i + 1, phone);
            } else if (day != null && NOTICE.matcher(row).matches()) {
                LocalDateTime at = entries.isEmpty() ? day.atStartOfDay() : later(entries.getLast().at(), day.atStartOfDay());
                entries.add(new Entry(i + 1, at, "", new ArrayList<>(List.of(row))));
            } else if (!entries.isEmpty()) {
                entries.getLast().rows().add(row);
            }
        }
        return entries;
    }

    /** A row of a phone's export; one that is a time and nothing else begins a day. */
    private static void phone(List<Entry> entries, int line, Matcher row) {
        String rest = row.group(7);
        LocalDate day = date(row);
        if (rest == null || day == null) {
            return;
        }
        LocalDateTime at = at(day, row.group(5), row.group(6), row.group(4));
        Matcher said = SAID.matcher(rest);
        boolean speaks = said.matches();
        entries.add(new Entry(
                line, at, speaks ? ChatText.name(said.group(1)) : "", new ArrayList<>(List.of(speaks ? said.group(2) : rest))));
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDateTime at(LocalDate day, String hour, String minute, String half) {
        int hours = HalfDay.hour(Integer.parseInt(hour), half);
        return day.atTime(LocalTime.of(Math.min(23, hours), Math.min(59, Integer.parseInt(minute))));
    }

    private static @Nullable LocalDate date(Matcher it) {
        try {
            return LocalDate.of(Integer.parseInt(it.group(1)), Integer.parseInt(it.group(2)), Integer.parseInt(it.group(3)));
        } catch (DateTimeException e) {
            return null; // no such day: words
        }
    }

    private static ChatLine line(Entry it) {
        String words = String.join("\n", it.rows()).strip();
        List<Message.Attachment> files = it.name().isEmpty() ? List.of() : files(words);
        Message.Participant from =
                it.name().isEmpty() ? null : new Message.Participant(ChatText.phone(it.name()), it.name());
        boolean system = it.name().isEmpty() || DELETED.contains(words);
        return ChatLine.of(
                "line " + it.line(), new ChatLine.Time.Local(it.at()), from, system, files.isEmpty() ? words : "", files);
    }

    private static List<Message.Attachment> files(String words) {
        Matcher several = SEVERAL.matcher(words);
        if (several.matches()) {
            return Collections.nCopies(Integer.parseInt(several.group(1)), Attached.leftOut("", "image/jpeg"));
        }
        Matcher file = FILE.matcher(words);
        if (file.matches()) {
            return List.of(Attached.leftOut(file.group(1).strip(), ""));
        }
        String type = SENT.get(words.toLowerCase(Locale.ROOT));
        return type == null ? List.of() : List.of(Attached.leftOut("", type));
    }
}

package org.genjin.connectors.chat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;

/** A LINE chat saved as text: rows of days, and under them time, name and words. It has no ids, and minutes only. */
final class LineFormat implements ChatFormat {

    private final LinePhrases phrases = new LinePhrases();

    @Override
    public String id() {
        return "line";
    }

    @Override
    public Recognised recognise(ExportHead head) {
        String text = head.text();
        String first = text.lines().map(String::strip).filter(it -> !it.isEmpty()).findFirst().orElse("");
        if (ChatText.visible(first).startsWith("[LINE]")) {
            return Recognised.YES;
        }
        boolean day = false;
        int said = 0;
        for (String line : text.split("\\r?\\n")) {
            day |= LineRows.day(line).isPresent();
            said += day && LineRows.said(line).filter(it -> it.columns() == 3).isPresent() ? 1 : 0;
        }
        return said > 0 ? Recognised.YES : Recognised.NO;
    }

    @Override
    public Transcript read(ChatExport export) throws IOException, UnreadableExport {
        String text = export.text();
        List<String> rows = List.of(text.split("\\r?\\n", -1));
        DayMonth.Settled order = DayMonth.settle(rows.stream().flatMap(it -> LineRows.ambiguous(it).stream()).toList());
        Optional<LinePhrases.Title> heading = rows.isEmpty() ? Optional.empty() : phrases.title(rows.getFirst());
        String title = heading.map(LinePhrases.Title::name)
                .or(() -> phrases.title(export.fileName().replaceFirst("(?i)\\.txt$", "")).map(LinePhrases.Title::name))
                .orElseGet(() -> export.fileName().replaceFirst("(?i)\\.txt$", ""));
        List<LineRows.Entry> entries = LineRows.entries(rows, order.monthFirst(), ChatText.name(title));
        if (entries.isEmpty()) {
            throw new UnreadableExport("There is no message in this LINE export: it needs rows of a day, then time, name and words.");
        }
        List<ChatLine> lines = new ArrayList<>();
        Set<String> speakers = new HashSet<>();
        for (LineRows.Entry it : entries) {
            ChatLine line = line(it);
            lines.add(line);
            if (!line.system() && line.from() != null) {
                speakers.add(it.name());
            }
        }
        boolean group = heading.map(LinePhrases.Title::group).orElse(false) && speakers.size() != 2 || speakers.size() > 2;
        return Transcript.of(
                new Chat(Channel.LINE, ChatText.name(title), ChatText.name(title), group, lines, order.problem()));
    }

    private ChatLine line(LineRows.Entry it) {
        String words = ChatText.visible(it.text()).strip();
        Optional<String> sent = phrases.sent(words, it.tabbed());
        String name = ChatText.name(it.name());
        boolean system = name.isEmpty() || phrases.isUnsent(words) || phrases.isCall(words);
        Message.Participant from = name.isEmpty() ? null : new Message.Participant(ChatText.phone(name), name);
        List<Message.Attachment> files =
                sent.isPresent() && !system ? List.of(Attached.leftOut("", sent.get())) : List.of();
        return ChatLine.of(
                "line " + it.line(), new ChatLine.Time.Local(it.at()), from, system, files.isEmpty() ? words : "", files);
    }
}

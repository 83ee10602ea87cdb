package org.genjin.connectors.chat;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
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
import org.genjin.connectors.Message.Speaker;

/**
 * Viber's history as it is mailed: a table without a head, day, time, name, number, words. No public sample of it was found:
 * columns are told by what is in them.
 */
final class ViberFormat implements ChatFormat {

    private static final Pattern DAY = Pattern.compile("^(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4}|\\d{2})$");
    private static final Pattern TIME =
            Pattern.compile("^(\\d{1,2}):(\\d{2})(?::(\\d{2}))? ?(" + HalfDay.WORDS + ")?$");
    private static final Pattern PHONE = Pattern.compile("^\\+?[\\d\\s()\\u2011-]{7,20}$");
    private static final Pattern NAME = Pattern.compile("(?i)^Messages - (.+?)(?: ?\\(\\d+\\))?\\.csv$");
    private static final Map<String, String> SENT = Map.of(
            "photo message", "image/jpeg", "video message", "video/mp4", "voice message", "audio/mp4",
            "sticker message", "image/png", "sticker", "image/png", "gif message", "image/gif",
            "file message", "application/octet-stream");

    @Override
    public String id() {
        return "viber";
    }

    @Override
    public Recognised recognise(ExportHead head) {
        String start = head.text().lines().limit(200).reduce("", (all, it) -> all + it + "\n");
        try {
            List<CsvRows.Row> rows = CsvRows.read(start, false).rows();
            long said = rows.stream().limit(20).filter(it -> columns(it.values()).isPresent()).count();
            return said > 0 && columns(rows.getFirst().values()).isPresent() ? Recognised.YES : Recognised.NO;
        } catch (IOException e) {
            return Recognised.NO; // text in memory does not fail
        }
    }

    private record Columns(DayMonth.Printed day, LocalTime time, String name, String phone, String text) {}

    @Override
    public Transcript read(ChatExport export) throws IOException, UnreadableExport {
        CsvRows rows = CsvRows.read(export.text(), false);
        List<CsvRows.Row> said = rows.rows().stream().filter(it -> columns(it.values()).isPresent()).toList();
        List<Columns> all = said.stream().flatMap(it -> columns(it.values()).stream()).toList();
        if (all.isEmpty()) {
            throw new UnreadableExport("There is no message in this Viber export: it needs rows of day, time, name, number and words.");
        }
        DayMonth.Settled order = DayMonth.settle(all.stream().map(Columns::day).toList());
        List<ChatLine> lines = new ArrayList<>();
        Set<String> others = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            Columns it = all.get(i);
            long row = said.get(i).line();
            it.day().date(order.monthFirst()).ifPresent(day -> lines.add(line(it, new ChatLine.Time.Local(day.atTime(it.time())), row)));
            if (!isMe(it.name())) {
                others.add(it.name());
            }
        }
        Matcher named = NAME.matcher(export.fileName());
        String title = ChatText.name(
                named.matches() ? named.group(1) : others.size() == 1 ? others.iterator().next() : export.fileName());
        return new Transcript(
                List.of(new Chat(Channel.VIBER, title, title, others.size() > 1, lines, order.problem())),
                rows.complete() ? List.of() : List.of(Warnings.CUT));
    }

    private static boolean isMe(String name) {
        return name.equalsIgnoreCase("Me");
    }

    private static ChatLine line(Columns it, ChatLine.Time at, long row) {
        String text = ChatText.visible(it.text()).replace("\r\n", "\n").strip();
        String type = SENT.get(text.toLowerCase(Locale.ROOT));
        List<Message.Attachment> files = type == null ? List.of() : List.of(Attached.leftOut("", type));
        String name = ChatText.name(it.name());
        String phone = ChatText.phone(it.phone());
        Message.Participant from = new Message.Participant(
                phone != null ? phone : it.phone().isBlank() ? null : it.phone().strip(), name.isEmpty() ? null : name);
        return ChatLine.of("line " + row, at, from, false, type == null ? text : "", files)
                .saidBy(isMe(name) ? Speaker.OWNER : Speaker.OTHER);
    }

    /** Day and time first, the words last, a number somewhere between, and what is left is the name. */
    private static Optional<Columns> columns(List<String> values) {
        if (values.size() < 4 || values.size() > 8) {
            return Optional.empty();
        }
        Matcher day = DAY.matcher(ChatText.visible(values.getFirst()).strip());
        Matcher time = TIME.matcher(values.get(1).strip());
        if (!day.matches() || !time.matches()) {
            return Optional.empty();
        }
        String name = "";
        String phone = "";
        for (String value : values.subList(2, values.size() - 1)) {
            if (PHONE.matcher(value.strip()).matches()) {
                phone = value.strip();
            } else if (!value.isBlank()) {
                name = value.strip();
            }
        }
        if (name.isEmpty() && phone.isEmpty()) {
            return Optional.empty();
        }
        try {
            int hour = HalfDay.hour(Integer.parseInt(time.group(1)), time.group(4) == null ? "" : time.group(4));
            int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
            return Optional.of(new Columns(
                    new DayMonth.Printed(
                            Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)), 0),
                    LocalTime.of(hour, Integer.parseInt(time.group(2)), second), name, phone, values.getLast()));
        } catch (DateTimeException e) {
            return Optional.empty(); // no such time: not a row of ours
        }
    }
}

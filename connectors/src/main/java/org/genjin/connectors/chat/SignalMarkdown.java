package org.genjin.connectors.chat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.connectors.Message;

/** signal-export's {@code chat.md}, and the older text with minutes only. Pure. */
final class SignalMarkdown {

    private static final Pattern HEADER =
            Pattern.compile("^\\[(\\d{4}-\\d{2}-\\d{2},? \\d{2}:\\d{2}(?::\\d{2})?)\\] ([^:\\n]{1,120}):(.*)$");
    private static final Pattern MEDIA = Pattern.compile("!?\\[([^\\]\\n]{0,250})\\]\\((?:\\./)?(media/[^)\\n]{1,400})\\)");
    private static final Pattern REACTIONS = Pattern.compile("(?m)^\\(- .{1,400} -\\)[ ]*$");
    private static final Pattern STICKER = Pattern.compile("^\\(\\( (.{0,20}) \\)\\)$");
    private static final String DELETED = "(This message was deleted)";

    private SignalMarkdown() {}

    private record Entry(int line, LocalDateTime at, String sender, List<String> rows) {}

    static List<ChatLine> lines(String text, ChatExport.Beside beside) {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String row : text.split("\\r?\\n", -1)) {
            number++;
            Matcher header = HEADER.matcher(row.startsWith("\ufeff") ? row.substring(1) : row);
            Optional<LocalDateTime> at = header.matches() ? SignalFormat.time(header.group(1)) : Optional.empty();
            if (at.isPresent()) {
                entries.add(new Entry(number, at.get(), header.group(2), new ArrayList<>(List.of(header.group(3)))));
            } else if (!entries.isEmpty()) {
                entries.getLast().rows().add(row);
            }
        }
        return entries.stream().map(it -> line(it, beside)).toList();
    }

    private static ChatLine line(Entry it, ChatExport.Beside beside) {
        String all = REACTIONS.matcher(String.join("\n", it.rows())).replaceAll("").strip();
        List<Message.Attachment> files = new ArrayList<>();
        Matcher media = MEDIA.matcher(all);
        while (media.find()) {
            files.add(Attached.at(decoded(media.group(2)), media.group(1), "", beside));
        }
        String said = media.reset().replaceAll("");
        String quoted = quotation(said);
        String words = SignalFormat.words(said.substring(quotationEnd(said)));
        Matcher sticker = STICKER.matcher(words);
        boolean deleted = words.equals(DELETED);
        String shown = deleted ? "" : sticker.matches() ? sticker.group(1) : words;
        return ChatLine.of(
                        "line " + it.line(), new ChatLine.Time.Local(it.at()), SignalFormat.person(it.sender()),
                        deleted || SignalFormat.isCall(words), shown, files)
                .saidBy(SignalFormat.side(it.sender()))
                .changed(deleted ? Message.Change.TAKEN_BACK : Message.Change.NONE)
                .replying(SignalFormat.quoted(quoted), null);
    }

    private static String quotation(String said) {
        return said.substring(0, quotationEnd(said));
    }

    /** Rows with a mark before the first words are what is replied to. */
    private static int quotationEnd(String said) {
        int end = 0;
        int at = 0;
        for (String row : said.split("(?<=\\n)")) {
            at += row.length();
            if (row.startsWith(">")) {
                end = at;
            } else if (!row.isBlank()) {
                break;
            }
        }
        return end;
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path; // a percent sign that is one
        }
    }
}

package org.genjin.connectors.chat;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;

/** MemoTrace's text: blocks of a line with time and name, and the words below; a notice has no words below. Pure. */
final class WeChatText {

    private static final Pattern HEADER = Pattern.compile("^(\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2})(?: (.*))?$");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private WeChatText() {}

    private record Block(int line, LocalDateTime at, String name, List<String> rows) {
        String text() {
            return String.join("\n", rows).strip();
        }
    }

    /** A log has such lines too, but one below the other and nothing between. */
    static boolean looksLike(String text) {
        List<Block> blocks = blocks(text);
        long headers = text.lines().filter(it -> header(it).isPresent()).count();
        String first = text.lines().map(ChatText::visible).filter(it -> !it.isBlank()).findFirst().orElse("");
        boolean said = blocks.stream().anyMatch(it -> !it.name().isEmpty() && !it.text().isEmpty());
        return header(first).isPresent() && said && headers == blocks.size();
    }

    static Transcript read(String text, ChatExport export) {
        List<ChatLine> lines = new ArrayList<>();
        Set<String> speakers = new HashSet<>();
        for (Block it : blocks(text)) {
            ChatLine.Time at = new ChatLine.Time.Local(it.at());
            String locator = "line " + it.line();
            String words = it.text();
            if (words.isEmpty()) {
                lines.add(ChatLine.of(locator, at, null, true, it.name(), List.of()));
                continue;
            }
            String name = ChatText.name(it.name());
            WeChatWords.Said said = WeChatWords.shown(words, export.beside());
            speakers.add(name);
            Message.Participant from = name.isEmpty() ? null : new Message.Participant(null, name);
            lines.add(ChatLine.of(locator, at, from, said.system(), said.text(), said.files()).replying(said.quoted(), null));
        }
        String title = WeChatFormat.title(export);
        return Transcript.of(new Chat(Channel.WECHAT, title, title, speakers.size() > 2, lines, null));
    }

    /** A line with a time begins a block at the file's beginning or after a blank one; elsewhere it is somebody's words. */
    private static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        boolean blank = true;
        int number = 0;
        for (String row : text.split("\\r?\\n", -1)) {
            number++;
            Optional<Matcher> header = blank ? header(row) : Optional.empty();
            if (header.isPresent()) {
                LocalDateTime at = LocalDateTime.parse(header.get().group(1), TIME);
                String name = header.get().group(2) == null ? "" : header.get().group(2).strip();
                blocks.add(new Block(number, at, name, new ArrayList<>()));
            } else if (!blocks.isEmpty()) {
                blocks.getLast().rows().add(row);
            }
            blank = row.isBlank();
        }
        return blocks;
    }

    private static Optional<Matcher> header(String row) {
        Matcher matcher = HEADER.matcher(row.startsWith("\ufeff") ? row.substring(1) : row);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime.parse(matcher.group(1), TIME);
            return Optional.of(matcher);
        } catch (DateTimeException e) {
            return Optional.empty(); // a time that is none: words
        }
    }
}

package org.genjin.connectors.chat;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Content;
import org.genjin.connectors.Message;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** One of Telegram Desktop's pages, {@code messages.html}, {@code messages2.html} and so on. One reading, one thread. */
final class TelegramHtml {

    private static final Pattern TIME =
            Pattern.compile("(\\d{2}\\.\\d{2}\\.\\d{4} \\d{2}:\\d{2}:\\d{2})(?: UTC([+-]\\d{2}:\\d{2}))?");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d MMMM yyyy")
            .toFormatter(Locale.ENGLISH);
    private static final Pattern ANSWERED = Pattern.compile("^([^#]*)#go_to_message(\\d+)$");
    private static final Pattern PAGE = Pattern.compile("^messages(\\d*)\\.html$");

    private final ChatExport export;
    private final Document page;
    private final Map<String, Map<String, Long>> seconds = new HashMap<>();
    private ChatLine.@Nullable Time lastTime;
    private Message.@Nullable Participant lastFrom;

    private TelegramHtml(ChatExport export, Document page) {
        this.export = export;
        this.page = page;
    }

    static Transcript read(ChatExport export) throws IOException, ChatFormat.UnreadableExport {
        TelegramHtml reading = new TelegramHtml(export, parse(export.content()));
        List<ChatLine> lines = reading.lines();
        if (lines.isEmpty()) {
            throw new ChatFormat.UnreadableExport("There is no message on this page of a Telegram export.");
        }
        Element header = reading.page.selectFirst(".page_header .text.bold");
        String title = header == null ? export.folderName() : ChatText.name(header.text());
        return Transcript.of(new Chat(
                Channel.TELEGRAM, TelegramFormat.chatId(title, lines), title, isGroup(lines, title), lines, null));
    }

    private static Document parse(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return Jsoup.parse(in, "UTF-8", "");
        }
    }

    private static boolean isGroup(List<ChatLine> lines, String title) {
        Set<String> names = new HashSet<>();
        for (ChatLine it : lines) {
            Message.Participant from = it.from();
            if (from != null && from.name() != null) {
                names.add(from.name());
            }
        }
        return names.size() > 2 || names.size() == 2 && !names.contains(title);
    }

    private List<ChatLine> lines() {
        List<ChatLine> lines = new ArrayList<>();
        for (Element it : page.select("div.message")) {
            String number = it.id().replaceFirst("^message", "");
            if (it.hasClass("service")) {
                service(it, number).ifPresent(lines::add);
            } else {
                message(it, number).ifPresent(lines::add);
            }
        }
        return lines;
    }

    /** Notices have no time of their own: they stand where they stand. A day's heading has a number below zero. */
    private Optional<ChatLine> service(Element it, String number) {
        String words = it.text().strip();
        if (number.startsWith("-")) {
            if (lastTime == null) {
                day(words).ifPresent(day -> lastTime = new ChatLine.Time.Local(day.atStartOfDay()));
            }
            return Optional.empty();
        }
        ChatLine.Time time = lastTime;
        return time == null
                ? Optional.empty()
                : Optional.of(ChatLine.of("message " + number, time, null, true, words, List.of()).identified(id(number, time)));
    }

    private static Optional<LocalDate> day(String words) {
        try {
            return Optional.of(LocalDate.parse(words, DAY));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<ChatLine> message(Element it, String number) {
        Optional<ChatLine.Time> time = time(it);
        if (time.isEmpty()) {
            return Optional.empty();
        }
        lastTime = time.get();
        Element name = it.selectFirst("> .body > .from_name");
        if (name != null) {
            lastFrom = new Message.Participant(null, ChatText.name(name.ownText()));
        } else if (lastFrom == null) {
            lastFrom = lastOfPageBefore();
        }
        Element forwarded = it.selectFirst(".forwarded.body");
        Element original = forwarded == null ? null : forwarded.selectFirst("> .from_name");
        Message.Participant from =
                original == null ? lastFrom : new Message.Participant(null, ChatText.name(original.ownText()));
        TelegramMedia.Shown media = TelegramMedia.of(it, export.beside());
        Element words = it.selectFirst(".text:not(.bold)");
        String text = words == null ? media.words() : HtmlWords.of(words);
        ChatLine line = ChatLine.of("message " + number, time.get(), from, media.call(), text, media.files());
        return Optional.of(answering(it, line.identified(id(number, time.get()))));
    }

    private ChatLine answering(Element it, ChatLine line) {
        Element link = it.selectFirst(".reply_to a[href]");
        Matcher answered = ANSWERED.matcher(link == null ? "" : link.attr("href"));
        if (!answered.matches()) {
            return line;
        }
        Long second = seconds(answered.group(1)).get(answered.group(2));
        return second == null ? line : line.replying("", TelegramFormat.nativeId(answered.group(2), second));
    }

    /** When each message of a page was said, by number; the page itself where no file is named. */
    private Map<String, Long> seconds(String file) {
        return seconds.computeIfAbsent(file, name -> {
            Document other = name.isEmpty() || name.equals(export.fileName()) ? page : page(name).orElse(null);
            Map<String, Long> found = new HashMap<>();
            if (other != null) {
                for (Element it : other.select("div.message.default")) {
                    time(it).ifPresent(time -> found.put(it.id().replaceFirst("^message", ""), second(time)));
                }
            }
            return found;
        });
    }

    private Optional<Document> page(String name) {
        try {
            Content content = PAGE.matcher(name).matches() ? export.beside().part(name) : null;
            return content == null ? Optional.empty() : Optional.of(parse(content));
        } catch (IOException e) {
            return Optional.empty(); // as if the page were not there: the message is read all the same
        }
    }

    /** A page can begin in the middle of what somebody says. */
    private Message.@Nullable Participant lastOfPageBefore() {
        Matcher own = PAGE.matcher(export.fileName());
        if (!own.matches() || own.group(1).isEmpty() || own.group(1).length() > 6) {
            return null;
        }
        int number = Integer.parseInt(own.group(1)) - 1;
        return page("messages" + (number == 1 ? "" : number) + ".html")
                .map(it -> it.select("div.message.default > .body > .from_name").last())
                .map(it -> new Message.Participant(null, ChatText.name(it.ownText())))
                .orElse(null);
    }

    private String id(String number, ChatLine.Time time) {
        return TelegramFormat.nativeId(number, second(time));
    }

    private long second(ChatLine.Time time) {
        return switch (time) {
            case ChatLine.Time.At at -> at.instant().getEpochSecond();
            case ChatLine.Time.Local local -> local.local().atZone(export.zone()).toEpochSecond();
        };
    }

    /** {@code 14.12.2021 23:43:49 UTC+03:00}; older pages do not say how far the clock was ahead. */
    private static Optional<ChatLine.Time> time(Element message) {
        Element date = message.selectFirst("> .body > .date.details[title]");
        Matcher matcher = TIME.matcher(date == null ? "" : date.attr("title"));
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.parse(matcher.group(1), CLOCK);
            return Optional.of(
                    matcher.group(2) == null
                            ? new ChatLine.Time.Local(local)
                            : new ChatLine.Time.At(
                                    OffsetDateTime.of(local, ZoneOffset.of(matcher.group(2))).toInstant(), local));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

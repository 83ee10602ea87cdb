package org.genjin.connectors.chat;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Content;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;

/**
 * A WhatsApp chat exported as text, from Android or iOS, in any language and layout. What a line means follows from its
 * header, the names that speak and WhatsApp's own phrases. The same message of another export has the same key.
 */
final class WhatsAppFormat implements ChatFormat {

    private static final Pattern NAMED = Pattern.compile("^(.{1,200}?): ?(.*)$", Pattern.DOTALL);
    private static final Pattern ZH_ATTACHMENT = Pattern.compile("^[^:：<]{1,100}:<.{1,200}>$");
    private static final Pattern QUOTES = Pattern.compile("[\"“”„«»「」‘’]");

    private final WhatsAppPhrases phrases = new WhatsAppPhrases();

    @Override
    public String id() {
        return "whatsapp";
    }

    @Override
    public Recognised recognise(ExportHead head) {
        return WhatsAppLines.looksLike(head.text()) ? Recognised.YES : Recognised.NO;
    }

    @Override
    public Transcript read(ChatExport export) throws IOException {
        return Transcript.of(chat(export.text(), export));
    }

    /** A header with all the lines up to the next. */
    private record Entry(int line, WhatsAppLines.Header header, List<String> more) {
        String text() {
            return more.isEmpty() ? header.rest() : header.rest() + "\n" + String.join("\n", more);
        }
    }

    private Chat chat(String text, ChatExport export) {
        List<Entry> entries = entries(text);
        WhatsAppDates.Settled dates =
                WhatsAppDates.settle(entries.stream().map(Entry::header).toList());
        entries = joined(entries, dates.order());
        Set<String> names = names(entries);
        String title = phrases.title(titleSource(export));
        List<Said> said = new ArrayList<>();
        for (Entry entry : entries) {
            said.add(said(entry, names));
        }
        Set<String> speakers = new LinkedHashSet<>();
        said.stream().filter(it -> !it.system() && it.from() != null).forEach(it -> speakers.add(it.from()));
        boolean group = speakers.size() > 2 || (speakers.size() == 2 && !speakers.contains(ChatText.name(title))
                && said.stream().anyMatch(it -> it.system() && it.from() != null && !phrases.isCall(it.text())
                        && !phrases.isDeleted(it.text()) && !phrases.isEncryptionNotice(it.text())));
        List<ChatLine> lines = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            LocalDateTime at = WhatsAppDates.at(entry.header(), dates.order()).orElseThrow();
            lines.add(said.get(i).line(at, "line " + entry.line(), export.beside()));
        }
        return new Chat(
                Channel.WHATSAPP, title, title, group, lines, dates.problem().isEmpty() ? null : dates.problem());
    }

    /** What one entry says, before anybody knows whose chat it is. */
    private record Said(
            @Nullable String from, boolean system, String text, @Nullable String attachment, boolean media) {

        ChatLine line(LocalDateTime at, String locator, ChatExport.Beside beside) {
            List<Message.Attachment> files = List.of();
            String name = attachment;
            if (media && name != null) {
                Content content = name.isEmpty() ? null : beside.media(name);
                files = List.of(new Message.Attachment(
                        name, MediaTypes.ofName(name), content == null ? -1 : content.size(), content));
            }
            Message.Participant speaker = from == null ? null : new Message.Participant(ChatText.phone(from), from);
            return ChatLine.of(locator, new ChatLine.Time.Local(at), speaker, system, text, files);
        }
    }

    private static List<Entry> entries(String text) {
        List<Entry> entries = new ArrayList<>();
        String[] lines = text.split("\\r\\n|\\n", -1);
        int end = lines.length;
        while (end > 0 && lines[end - 1].isBlank()) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            String line = lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i];
            Optional<WhatsAppLines.Header> header = WhatsAppLines.header(line);
            if (header.isPresent()) {
                entries.add(new Entry(i + 1, header.get(), new ArrayList<>()));
            } else if (!entries.isEmpty()) {
                entries.getLast().more().add(line);
            }
        }
        return entries;
    }

    /** A line with a day that does not exist is no header but somebody's words. */
    private static List<Entry> joined(List<Entry> entries, WhatsAppDates.Order order) {
        List<Entry> joined = new ArrayList<>();
        for (Entry entry : entries) {
            if (joined.isEmpty() || WhatsAppDates.at(entry.header(), order).isPresent()) {
                if (WhatsAppDates.at(entry.header(), order).isPresent()) {
                    joined.add(entry);
                }
            } else {
                joined.getLast().more().add(entry.header().rest());
                joined.getLast().more().addAll(entry.more());
            }
        }
        return joined;
    }

    /** Who speaks: what stands before the first {@code ": "}, or before the second where every line goes on alike. */
    private static Set<String> names(List<Entry> entries) {
        Map<String, Set<String>> continued = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Entry entry : entries) {
            String rest = entry.header().rest();
            int colon = rest.indexOf(": ");
            if (colon <= 0 && rest.endsWith(":")) {
                colon = rest.length() - 1;
            }
            if (colon > 0 && colon <= 100) {
                String name = rest.substring(0, colon);
                counts.merge(name, 1, Integer::sum);
                int second = rest.indexOf(": ", colon + 2);
                continued.computeIfAbsent(name, _ -> new LinkedHashSet<>())
                        .add(second < 0 || second > 100 ? "" : rest.substring(colon + 2, second));
            }
        }
        Set<String> names = new LinkedHashSet<>();
        continued.forEach((name, next) -> {
            boolean alike = next.size() == 1 && counts.getOrDefault(name, 0) > 1 && !next.iterator().next().isEmpty();
            names.add(alike ? name + ": " + next.iterator().next() : name);
        });
        return names;
    }

    private Said said(Entry entry, Set<String> names) {
        String rest = entry.header().rest();
        Optional<String> speaker = names.stream()
                .filter(name -> rest.startsWith(name + ": ") || rest.equals(name + ":"))
                .max(java.util.Comparator.comparingInt(String::length));
        if (speaker.isEmpty()) {
            Matcher chinese = NAMED.matcher(rest);
            boolean blankless = entry.header().ios() && chinese.matches()
                    && (ZH_ATTACHMENT.matcher(ChatText.visible(rest)).matches() || speaks(names, chinese.group(1)));
            if (!blankless) {
                boolean viewOnce = chinese.matches() && speaks(names, chinese.group(1)) && chinese.group(2).length() <= 1;
                return viewOnce
                        ? message(chinese.group(1), chinese.group(2))
                        : new Said(null, true, words(entry.text()), null, false);
            }
            return message(chinese.group(1), entry.text().substring(chinese.group(1).length() + 1).stripLeading());
        }
        String name = speaker.get();
        String text = entry.text().substring(Math.min(entry.text().length(), name.length() + 2));
        if (isNotice(entry, name, text)) {
            return new Said(ChatText.name(name), true, words(text), null, false);
        }
        return message(name, text);
    }

    private static boolean speaks(Set<String> names, String name) {
        return names.contains(name);
    }

    private boolean isNotice(Entry entry, String name, String text) {
        String first = text.lines().findFirst().orElse("");
        if (phrases.isEncryptionNotice(first)) {
            return true;
        }
        // Android writes "Olga changed the subject to “A: b”": the colon is in a quotation.
        if (!entry.header().ios() && QUOTES.matcher(name).find() && QUOTES.matcher(text).find()) {
            return true;
        }
        boolean markedText = text.startsWith("\u200e") || text.startsWith("\u200f");
        return entry.header().ios()
                && markedText
                && !entry.header().marked()
                && phrases.sent(first).isEmpty()
                && !phrases.isCall(first)
                && !phrases.isDeleted(text)
                && !first.contains("https://maps")
                && !first.contains("POLL");
    }

    private Said message(String name, String text) {
        String from = ChatText.name(name);
        String words = words(text);
        if (phrases.isDeleted(words) || phrases.isCall(words.lines().findFirst().orElse(""))) {
            return new Said(from, true, words, null, false);
        }
        String first = words.lines().findFirst().orElse("");
        Optional<WhatsAppPhrases.Sent> sent = phrases.sent(first);
        if (sent.isPresent()) {
            String caption = words.substring(first.length()).strip();
            return new Said(from, false, caption, sent.get().name(), true);
        }
        return new Said(from, false, words.equals("null") ? "" : words, null, false);
    }

    private String words(String text) {
        String words = phrases.unedited(text.replace("\r", ""));
        return ChatText.visible(words).replaceAll("[ \\t\\u00a0\\u202f]+(?=\\n|$)", "").strip();
    }

    /** iOS calls every export {@code _chat.txt}: then the folder or zip has the chat's name. */
    private static String titleSource(ChatExport export) {
        return export.fileName().equalsIgnoreCase("_chat.txt") && !export.folderName().isEmpty()
                ? export.folderName()
                : export.fileName();
    }
}

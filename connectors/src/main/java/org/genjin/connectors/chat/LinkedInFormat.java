package org.genjin.connectors.chat;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.genjin.connectors.Message.Participant;
import org.genjin.connectors.Message.Speaker;

/** LinkedIn's {@code messages.csv}, all conversations of an account, newest first. Columns go by name: older files have fewer. */
final class LinkedInFormat implements ChatFormat {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Pattern HTML = Pattern.compile("(?is)<(?:p|br|div|span|a|ul|strong|em)(?:\\s[^>]*)?/?>");

    @Override
    public String id() {
        return "linkedin";
    }

    @Override
    public Recognised recognise(ExportHead head) {
        // LinkedIn puts notes before the head of some of its tables.
        boolean found = head.text().lines().limit(10).map(it -> it.toUpperCase(Locale.ROOT))
                .anyMatch(it -> it.contains("CONVERSATION ID") && it.contains("SENDER PROFILE URL"));
        return found ? Recognised.YES : Recognised.NO;
    }

    /** A row that is a message. */
    private record Entry(CsvRows.Row row, Instant at, Participant from, List<Participant> to) {
        String conversation() {
            return row.get("CONVERSATION ID");
        }

        Set<String> people() {
            Set<String> people = new LinkedHashSet<>();
            people.add(who(from));
            to.forEach(it -> people.add(who(it)));
            return people;
        }
    }

    @Override
    public Transcript read(ChatExport export) throws IOException, UnreadableExport {
        String text = export.text();
        int head = Math.max(0, text.toUpperCase(Locale.ROOT).indexOf("CONVERSATION ID"));
        CsvRows rows = CsvRows.read(text.substring(text.lastIndexOf('\n', head) + 1), true);
        List<Entry> entries = new ArrayList<>();
        Set<String> draftedBy = new HashSet<>();
        int undated = 0;
        for (CsvRows.Row it : rows.rows()) {
            Participant from = person(it.get("FROM"), it.get("SENDER PROFILE URL"));
            Optional<Instant> at = time(it.get("DATE"));
            if (isDraft(it)) {
                draftedBy.add(who(from));
            } else if (at.isPresent()) {
                entries.add(new Entry(it, at.get(), from, recipients(it)));
            } else {
                undated++;
            }
        }
        if (entries.isEmpty()) {
            throw new UnreadableExport("There is no message in this LinkedIn export"
                    + (undated > 0 ? ": its dates are in a form that is not known." : "."));
        }
        List<String> warnings = new ArrayList<>();
        if (undated > 0) {
            warnings.add("Left out: " + undated + " of the LinkedIn export, whose dates cannot be read.");
        }
        if (!rows.complete()) {
            warnings.add(Warnings.CUT);
        }
        return new Transcript(chats(entries, draftedBy, export), warnings);
    }

    private static boolean isDraft(CsvRows.Row it) {
        return it.get("IS MESSAGE DRAFT").strip().equalsIgnoreCase("yes");
    }

    private static List<Chat> chats(List<Entry> entries, Set<String> draftedBy, ChatExport export) {
        entries.sort(Comparator.comparing(Entry::at));
        Map<String, List<Entry>> conversations = new LinkedHashMap<>();
        entries.forEach(it -> conversations.computeIfAbsent(it.conversation(), _ -> new ArrayList<>()).add(it));
        String owner = owner(conversations, draftedBy);
        List<Chat> chats = new ArrayList<>();
        conversations.forEach((id, said) -> chats.add(chat(id, said, owner, export)));
        return chats;
    }

    /** Whoever wrote a draft, else the one profile that is in all conversations; "" if that does not tell. */
    private static String owner(Map<String, List<Entry>> conversations, Set<String> draftedBy) {
        if (draftedBy.size() == 1) {
            return draftedBy.iterator().next();
        }
        Map<String, Integer> counts = new HashMap<>();
        for (List<Entry> said : conversations.values()) {
            Set<String> people = new HashSet<>();
            said.forEach(it -> people.addAll(it.people()));
            people.forEach(it -> counts.merge(it, 1, Integer::sum));
        }
        int most = counts.values().stream().mapToInt(it -> it).max().orElse(0);
        List<String> first = counts.entrySet().stream().filter(it -> it.getValue() == most).map(Map.Entry::getKey).toList();
        return first.size() == 1 ? first.getFirst() : "";
    }

    private static Chat chat(String id, List<Entry> said, String owner, ChatExport export) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Entry it : said) {
            names.putIfAbsent(who(it.from()), shown(it.from()));
            it.to().forEach(person -> names.putIfAbsent(who(person), shown(person)));
        }
        String given = said.stream().map(it -> it.row().get("CONVERSATION TITLE").strip()).filter(it -> !it.isEmpty())
                .findFirst().orElse("");
        List<String> others = names.entrySet().stream().filter(it -> !it.getKey().equals(owner)).map(Map.Entry::getValue).toList();
        boolean group = names.size() > 2;
        String title = given.isEmpty() || !group ? String.join(", ", others) : given;
        List<ChatLine> lines = said.stream().map(it -> line(it, owner, export)).toList();
        return new Chat(Channel.LINKEDIN, id, ChatText.name(title), group, lines, null);
    }

    private static ChatLine line(Entry it, String owner, ChatExport export) {
        String content = it.row().get("CONTENT");
        List<Message.Attachment> files = new ArrayList<>();
        for (String url : it.row().get("ATTACHMENTS").strip().split("[\\s,]+")) {
            if (!url.isEmpty()) {
                files.add(Attached.at(url, export.beside()));
            }
        }
        String sender = who(it.from());
        Speaker side = owner.isEmpty() ? Speaker.UNKNOWN : sender.equals(owner) ? Speaker.OWNER : Speaker.OTHER;
        return ChatLine.of("line " + it.row().line(), new ChatLine.Time.At(it.at(), null), it.from(), false, words(content), files)
                .identified(String.join(" ", it.at().toString(), sender, content))
                .saidBy(side)
                .saidTo(it.to())
                .about(it.row().get("SUBJECT").strip());
    }

    /** InMail is written in HTML. */
    private static String words(String content) {
        String text = HTML.matcher(content).find() ? HtmlWords.of(content) : content;
        return ChatText.visible(text).replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    private static Participant person(String name, String url) {
        String address = url.strip();
        return new Participant(address.isEmpty() ? null : address, name.isBlank() ? null : ChatText.name(name));
    }

    /** Names have commas in them; there are as many as there are profiles. */
    private static List<Participant> recipients(CsvRows.Row it) {
        List<String> urls = List.of(it.get("RECIPIENT PROFILE URLS").strip().split("\\s*[,;]\\s*"));
        List<String> names = List.of(it.get("TO").split("\\s*,\\s*"));
        List<Participant> people = new ArrayList<>();
        if (urls.size() == 1) {
            people.add(person(it.get("TO"), urls.getFirst()));
        } else {
            for (int i = 0; i < urls.size(); i++) {
                people.add(person(urls.size() == names.size() ? names.get(i) : "", urls.get(i)));
            }
        }
        people.removeIf(person -> person.address() == null && person.name() == null);
        return people;
    }

    private static String who(Participant it) {
        return it.address() != null ? it.address() : shown(it);
    }

    private static String shown(Participant it) {
        return it.name() != null ? it.name() : String.valueOf(it.address());
    }

    private static Optional<Instant> time(String text) {
        try {
            String bare = text.strip().replaceFirst("(?:\\.\\d+)? ?(?:UTC|GMT|Z)?$", "");
            return Optional.of(LocalDateTime.parse(bare, TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

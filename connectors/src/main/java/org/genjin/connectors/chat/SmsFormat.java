package org.genjin.connectors.chat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.genjin.connectors.Channel;

/** The backup that the app SMS Backup & Restore makes of a phone: one XML file with all texts and multimedia messages. */
final class SmsFormat implements ChatFormat {

    private static final Pattern ROOT = Pattern.compile("(?s)^\\s*(?:<\\?.{0,500}?\\?>\\s*|<!--.{0,5000}?-->\\s*)*<smses\\b.*");
    private static final Pattern CALLS = Pattern.compile("(?s)^\\s*(?:<\\?.{0,500}?\\?>\\s*|<!--.{0,5000}?-->\\s*)*<calls\\b.*");

    @Override
    public String id() {
        return "sms";
    }

    @Override
    public Recognised recognise(ExportHead head) {
        String text = head.text().startsWith("\ufeff") ? head.text().substring(1) : head.text();
        if (ROOT.matcher(text).matches()) {
            return Recognised.YES;
        }
        return CALLS.matcher(text).matches() ? Recognised.COMPANION : Recognised.NO;
    }

    @Override
    public Transcript read(ChatExport export) throws IOException, UnreadableExport {
        List<SmsEntry> entries = new ArrayList<>();
        boolean complete = false;
        boolean backup = false;
        try (InputStream in = export.content().open()) {
            XmlTags tags = new XmlTags(in);
            SmsEntry.Gathering mms = null;
            for (XmlTags.Tag tag = tags.next(); tag != null; tag = tags.next()) {
                switch (tag.name()) {
                    case "smses" -> backup = true;
                    case "/smses" -> complete = true;
                    case "sms" -> SmsEntry.sms(tag, entries.size() + 1).ifPresent(entries::add);
                    case "mms" -> mms = new SmsEntry.Gathering(tag);
                    case "part" -> {
                        if (mms != null) {
                            mms.part(tag, export.content());
                        }
                    }
                    case "addr" -> {
                        if (mms != null) {
                            mms.person(tag);
                        }
                    }
                    case "/mms" -> {
                        if (mms != null) {
                            mms.entry(entries.size() + 1).ifPresent(entries::add);
                        }
                        mms = null;
                    }
                    default -> {}
                }
            }
        }
        if (entries.isEmpty()) {
            throw new UnreadableExport(backup
                    ? "There is no message in this backup of texts that was sent or received."
                    : "This is no backup of the app SMS Backup & Restore: it has to begin with <smses>.");
        }
        return new Transcript(chats(entries), complete ? List.of() : List.of(Warnings.CUT));
    }

    private static List<Chat> chats(List<SmsEntry> entries) {
        SmsNumbers numbers = new SmsNumbers();
        entries.forEach(it -> it.numbers().forEach(numbers::add));
        Map<String, List<SmsEntry>> byChat = new LinkedHashMap<>();
        for (SmsEntry it : entries) {
            byChat.computeIfAbsent(numbers.chat(it.numbers()), _ -> new ArrayList<>()).add(it);
        }
        List<Chat> chats = new ArrayList<>();
        byChat.forEach((id, said) -> {
            said.sort(Comparator.comparing(SmsEntry::at));
            List<String> people = said.getFirst().numbers();
            String title = said.stream().map(SmsEntry::contact).filter(it -> !it.isEmpty()).findFirst()
                    .orElseGet(() -> String.join(", ", people.stream().map(numbers::shown).toList()));
            chats.add(new Chat(
                    Channel.SMS, id, ChatText.name(title), people.size() > 1,
                    said.stream().map(it -> it.line(numbers)).toList(), null));
        });
        return chats;
    }
}

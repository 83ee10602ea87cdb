package org.genjin.connectors.chat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks in an export. A name ends at the first colon with a blank behind it, unless all lines that begin so go on alike:
 * then the name has a colon in it. A sentence with a quotation that is still open is no name but a notice about it.
 */
final class WhatsAppNames {

    static final int LONGEST = 100;

    private static final String QUOTES = "\"“”„‟«»「」『』";

    private final WhatsAppEntries entries;
    private final Map<String, Start> starts = new HashMap<>();
    private final Map<String, Integer> blankless = new HashMap<>();
    private final Map<String, Name> names = new HashMap<>();

    /** Somebody as printed and as known. */
    record Name(String printed, Message.Participant participant, boolean pushName) {}

    /** @param body where their words begin */
    record Speaker(Name name, int body) {}

    /** What lines begin with, up to the first colon and blank. */
    private static final class Start {
        private int count;
        private @Nullable String next;
        private boolean alike = true;
        private @Nullable Name name;
    }

    /** @param title what the chat seems to be called; "" if nothing tells */
    WhatsAppNames(WhatsAppEntries entries, String title) {
        this.entries = entries;
        for (WhatsAppEntries.Entry entry : entries.all()) {
            count(entry);
        }
        Set<String> plain = new HashSet<>();
        starts.forEach((start, it) -> {
            if (quotes(start) == 0) {
                plain.add(start);
            }
        });
        String known = bare(title);
        starts.forEach((start, it) -> {
            if (!isSentence(start, it.count, plain)) {
                it.name = name(printed(start, it, known));
            }
        });
    }

    /** Who says {@code entry}; null if nobody does. */
    @Nullable Speaker speaker(WhatsAppEntries.Entry entry) {
        String text = entries.text();
        int end = firstLineEnd(entry);
        int colon = colon(entry.body(), end);
        Start start = colon < 0 ? null : starts.get(text.substring(entry.body(), colon));
        if (start != null && start.name != null) {
            int body = entry.body() + start.name.printed().length();
            return new Speaker(start.name, Math.min(body + 1, entry.end()));
        }
        int first = text.indexOf(':', entry.body());
        if (first <= entry.body() || first >= end || first - entry.body() > LONGEST) {
            return null;
        }
        // Some exports leave the blank out, before attachments or everywhere.
        String printed = text.substring(entry.body(), first);
        Start known = starts.get(printed);
        boolean attachment = first + 1 < end && (text.charAt(first + 1) == '<' || ChatText.isInvisible(text.charAt(first + 1)));
        boolean name = known != null && known.name != null
                || entry.ios() && (attachment || blankless.getOrDefault(printed, 0) > 1);
        return name ? new Speaker(name(printed), first + 1) : null;
    }

    private void count(WhatsAppEntries.Entry entry) {
        String text = entries.text();
        int end = firstLineEnd(entry);
        int colon = colon(entry.body(), end);
        if (colon < 0) {
            int first = text.indexOf(':', entry.body());
            if (entry.ios() && first > entry.body() && first < end && first - entry.body() <= LONGEST) {
                blankless.merge(text.substring(entry.body(), first), 1, Integer::sum);
            }
            return;
        }
        Start start = starts.computeIfAbsent(text.substring(entry.body(), colon), _ -> new Start());
        start.count++;
        if (start.alike) {
            int second = colon(Math.min(colon + 2, end), end);
            String next = second < 0 ? null : text.substring(Math.min(colon + 2, end), second);
            start.alike = next != null && (start.count == 1 || next.equals(start.next));
            start.next = next;
        }
    }

    /** A colon with a blank or nothing behind it; -1 if there is none near enough. */
    private int colon(int from, int end) {
        String text = entries.text();
        int limit = Math.min(end, from + LONGEST);
        for (int i = from; i < limit; i++) {
            if (text.charAt(i) == ':' && (i + 1 == end || ChatText.isBlank(text.charAt(i + 1)))) {
                return i > from ? i : -1;
            }
        }
        return -1;
    }

    private int firstLineEnd(WhatsAppEntries.Entry entry) {
        String text = entries.text();
        for (int i = entry.body(); i < entry.end(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                return i;
            }
        }
        return entry.end();
    }

    /** With the part behind the first colon where that belongs to the name: all lines say so, or the chat is called so. */
    private static String printed(String start, Start it, String title) {
        String next = it.next;
        if (!it.alike || next == null || title.equals(bare(start))) {
            return start;
        }
        String both = start + ": " + next;
        return it.count > 1 || title.equals(bare(both)) ? both : start;
    }

    private static boolean isSentence(String start, int count, Set<String> plain) {
        int quotes = quotes(start);
        if (quotes % 2 == 1) {
            return true;
        }
        boolean byName = quotes > 0 && count == 1 && plain.stream().anyMatch(name -> start.startsWith(name + " "));
        return byName || count == 1 && start.length() > 40 && start.contains(". ");
    }

    private static int quotes(String text) {
        int quotes = 0;
        for (int i = 0; i < text.length(); i++) {
            quotes += QUOTES.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        }
        return quotes;
    }

    private Name name(String printed) {
        return names.computeIfAbsent(printed, _ -> {
            String name = ChatText.name(printed);
            boolean push = ChatText.visible(printed).strip().startsWith("~");
            return new Name(printed, new Message.Participant(ChatText.phone(name), name), push);
        });
    }

    /** Letters and digits only: names of files have no colons, slashes and the like. */
    static String bare(String text) {
        StringBuilder bare = new StringBuilder();
        ChatText.name(text).codePoints().filter(Character::isLetterOrDigit).map(Character::toLowerCase)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }
}

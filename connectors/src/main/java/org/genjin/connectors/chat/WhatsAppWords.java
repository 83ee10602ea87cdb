package org.genjin.connectors.chat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;

/** Tells what an entry is: words of somebody, something sent, a notice, a call, something taken back. */
final class WhatsAppWords {

    private static final int LONGEST_BRACKET = 50;

    private final String text;
    private final WhatsAppPhrases phrases;
    private final Set<String> repeatedBrackets;

    /**
     * What one entry says.
     *
     * @param name who says it; null if nobody is named
     * @param file what was sent; null if nothing
     * @param person whether it was somebody's doing in the chat, not the app's notice
     */
    record Said(
            WhatsAppNames.@Nullable Name name, boolean system, boolean person, String words,
            WhatsAppPhrases.@Nullable Sent file, Message.Change change) {}

    WhatsAppWords(WhatsAppEntries entries, WhatsAppPhrases phrases) {
        this.text = entries.text();
        this.phrases = phrases;
        this.repeatedBrackets = repeatedBrackets(entries);
    }

    Said said(WhatsAppEntries.Entry entry, WhatsAppNames.@Nullable Speaker speaker) {
        if (speaker == null) {
            return notice(null, entry.body(), entry.end());
        }
        int from = speaker.body();
        while (from < entry.end() && ChatText.isBlank(text.charAt(from))) {
            from++;
        }
        int lineEnd = lineEnd(from, entry.end());
        if (isNotice(entry, from, lineEnd)) {
            return notice(speaker.name(), from, entry.end());
        }
        return message(speaker.name(), from, lineEnd, entry.end());
    }

    private Said notice(WhatsAppNames.@Nullable Name name, int from, int to) {
        return new Said(name, true, false, ChatText.words(text, from, to), null, Message.Change.NONE);
    }

    private Said message(WhatsAppNames.Name name, int from, int lineEnd, int to) {
        String first = text.substring(from, lineEnd);
        boolean oneLine = lineEnd >= to || text.substring(lineEnd, to).isBlank();
        if (oneLine && !first.isBlank()) {
            WhatsAppPhrases.Whole whole = phrases.whole(first);
            boolean deleted = whole == WhatsAppPhrases.Whole.DELETED || whole == WhatsAppPhrases.Whole.OWN_DELETED;
            if (deleted || whole == WhatsAppPhrases.Whole.MISSED_CALL || phrases.isMarkedCall(first)) {
                return new Said(
                        name, true, true, ChatText.words(text, from, to), null,
                        deleted ? Message.Change.TAKEN_BACK : Message.Change.NONE);
            }
        }
        Optional<WhatsAppPhrases.Sent> sent = sent(first);
        int words = sent.isPresent() ? lineEnd : from;
        int end = unmarked(words, to);
        Message.Change change = end < to ? Message.Change.EDITED : Message.Change.NONE;
        String said = words < end ? ChatText.words(text, words, end) : "";
        return new Said(name, false, true, said.equals("null") ? "" : said, sent.orElse(null), change);
    }

    /** Where the words end: before a mark that says they were changed. */
    private int unmarked(int from, int to) {
        int last = lastBracket(from, to);
        int mark = last < 0 ? -1 : phrases.editMark(text.substring(from, last));
        return mark < 0 ? to : from + mark;
    }

    private Optional<WhatsAppPhrases.Sent> sent(String first) {
        Optional<WhatsAppPhrases.Sent> sent = phrases.sent(first);
        return sent.isEmpty() && repeatedBrackets.contains(ChatText.words(first, 0, first.length()))
                ? Optional.of(new WhatsAppPhrases.Sent("", true))
                : sent;
    }

    /** Behind the bracket with which the words end; -1 if they end otherwise. */
    private int lastBracket(int from, int to) {
        int end = to;
        while (end > from && (Character.isWhitespace(text.charAt(end - 1)) || ChatText.isInvisible(text.charAt(end - 1)))) {
            end--;
        }
        return end > from && text.charAt(end - 1) == '>' ? end : -1;
    }

    private boolean isNotice(WhatsAppEntries.Entry entry, int from, int lineEnd) {
        if (from >= lineEnd) {
            return false;
        }
        String first = text.substring(from, lineEnd);
        boolean marked = ChatText.isInvisible(first.charAt(0)) && first.charAt(0) != '\u202a' && first.charAt(0) != '\u2068';
        if (phrases.isEncryptionNotice(first)) {
            return true;
        }
        // What an iPhone says itself begins with a mark; what somebody sent has one before the header as well.
        boolean oneLine = lineEnd >= entry.end() || text.substring(lineEnd, entry.end()).isBlank();
        return entry.ios() && marked && !entry.marked() && oneLine && phrases.whole(first) == null && phrases.sent(first).isEmpty()
                && !phrases.isMarkedCall(first) && !phrases.isPlaceOrPoll(first);
    }

    private int lineEnd(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                return i;
            }
        }
        return to;
    }

    /** On Android, the same words in brackets again and again stand for media, in whatever language. */
    private Set<String> repeatedBrackets(WhatsAppEntries entries) {
        Map<String, Integer> counts = new HashMap<>();
        for (WhatsAppEntries.Entry entry : entries.all()) {
            int end = lineEnd(entry.body(), entry.end());
            int open = end > entry.body() && text.charAt(end - 1) == '>' ? text.lastIndexOf(": <", end) + 2 : 1;
            if (!entry.ios() && open > entry.body() && end - open < LONGEST_BRACKET) {
                counts.merge(text.substring(open, end), 1, Integer::sum);
            }
        }
        Set<String> repeated = new HashSet<>();
        counts.forEach((bracket, count) -> {
            if (count > 1 && bracket.indexOf('<', 1) < 0 && bracket.chars().noneMatch(Character::isDigit)) {
                repeated.add(ChatText.words(bracket, 0, bracket.length()));
            }
        });
        return repeated;
    }
}

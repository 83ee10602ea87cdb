package org.genjin.connectors.chat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * WhatsApp's own words in exports, in every language at once: language and layout are independent. Where the shape of a line
 * says what it is, as with names of its own making, no word is needed. Immutable.
 */
final class WhatsAppPhrases {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String ANY_NAME = "(.{1,250}?)";
    /** Names that WhatsApp gives to files. */
    private static final String OWN_NAME = "(?:IMG|VID|AUD|PTT|STK|DOC)-\\d{8}-WA\\d{4,}\\.\\w{2,5}"
            + "|\\d{8,}-[\\p{L}]+-\\d{4}-\\d\\d-\\d\\d-\\d\\d-\\d\\d-\\d\\d\\.\\w{2,5}";
    private static final Pattern OWN_ATTACHED = Pattern.compile("^(" + OWN_NAME + "|.{1,100}\\.vcf) [(（][^()（）]{3,40}[)）]$", FLAGS);
    private static final Pattern OWN_BEFORE =
            Pattern.compile("^(?:.{0,250} )?<[\\p{L}\\p{M} ]{2,40}\\s?[:：]\\s?(" + OWN_NAME + "|\\d{8}-.{1,200}\\.\\w{2,5})>$", FLAGS);
    private static final Pattern ANY_EDIT = Pattern.compile("\\s\u200e<[^<>:：]{4,60}>$");
    private static final Pattern CALL = Pattern.compile("^[^,،，、]{3,40}[,،，、] ?[\u200e\u200f][^\\n]{1,40}$");
    private static final Pattern COPY = Pattern.compile(
            "(?i)(?: ?[(（]\\d{1,3}[)）]| - (?:copy|copia|cópia|kopie|copie|копия|副本)| (?:copy|copia|副本)(?: \\d+)?)+$");

    private final Properties data;
    private final Set<String> omitted;
    private final Map<String, Whole> wholes = new HashMap<>();
    private final Set<String> calls;
    private final Set<String> places;
    private final List<String> notices;
    private final Pattern attached;
    private final Pattern attachedBefore;
    private final Pattern leftOutDocument;
    private final Pattern edited;
    private final List<Pattern> fileNames;
    private final int longest;

    WhatsAppPhrases() {
        this.data = Phrases.load("/chat/whatsapp.properties");
        this.omitted = set("omitted");
        set("left-out").forEach(it -> wholes.put(it, Whole.LEFT_OUT));
        set("deleted").forEach(it -> wholes.put(it, Whole.DELETED));
        set("own-deleted").forEach(it -> wholes.put(it, Whole.OWN_DELETED));
        set("missed-call").forEach(it -> wholes.put(it, Whole.MISSED_CALL));
        this.calls = set("call");
        this.places = set("place");
        this.notices = list(data, "notice").stream().map(WhatsAppPhrases::folded).toList();
        this.attached = Pattern.compile("^" + ANY_NAME + " [(（](?:" + any("attached") + ")[)）]$", FLAGS);
        String before = any("attached-before");
        this.attachedBefore = Pattern.compile(
                "^(?:.{0,250} )?<(?:(?:" + before + ")\\s?[:：]\\s?(.{1,250})|(.{1,250}) (?:" + before + "))>$"
                        + "|^(.{1,250}) <(?:" + before + ")>$",
                FLAGS);
        this.leftOutDocument = Pattern.compile(
                "^" + ANY_NAME + "(?: • .{0,3}\\d+\\s?(?:" + any("pages") + ")?\\.?)? (?:" + any("left-out") + ")$", FLAGS);
        this.edited = Pattern.compile("\\s*<(?:" + any("edited") + ")[.。]?>$", FLAGS);
        this.fileNames = list(data, "file-name").stream().map(WhatsAppPhrases::fileName).toList();
        this.longest = Stream.concat(omitted.stream(), wholes.keySet().stream()).mapToInt(String::length).max().orElse(0) + 8;
    }

    /** The file with all words, for those who read others of it. */
    Properties data() {
        return data;
    }

    /**
     * What was sent and lies, or does not lie, with the export.
     *
     * @param name "" where the line does not say it
     * @param left whether it was left out
     */
    record Sent(String name, boolean left) {}

    /** A line of which all is WhatsApp's. */
    enum Whole {
        /** What was sent is not in the export. */
        LEFT_OUT,
        DELETED,
        /** "You deleted this message": its sender is whoever made the export. */
        OWN_DELETED,
        /** Its sender is not whoever made the export. */
        MISSED_CALL
    }

    /** @return null if the line is somebody's */
    @Nullable Whole whole(String line) {
        return line.length() > longest ? null : wholes.get(folded(line));
    }

    /** @param printed one line, as printed */
    Optional<Sent> sent(String printed) {
        char end = lastVisible(printed);
        boolean closed = end == '>' || end == ')' || end == '）';
        if (!closed && !mayBeDocument(printed)) {
            return whole(printed) == Whole.LEFT_OUT ? Optional.of(new Sent("", true)) : Optional.empty();
        }
        String bare = ChatText.visible(printed).replace('\u00a0', ' ').replace('\u202f', ' ').strip();
        if (isOmitted(bare)) {
            return Optional.of(new Sent("", true));
        }
        return switch (end) {
            case '>' -> first(bare, OWN_BEFORE, attachedBefore).map(name -> new Sent(name, false));
            case ')', '）' -> first(bare, OWN_ATTACHED, attached).map(name -> new Sent(name, false));
            default -> first(bare, leftOutDocument).map(name -> new Sent(name, true));
        };
    }

    /** A blank if there is none. */
    private static char lastVisible(String text) {
        int last = text.length() - 1;
        while (last >= 0 && (ChatText.isInvisible(text.charAt(last)) || ChatText.isBlank(text.charAt(last)))) {
            last--;
        }
        return last < 0 ? ' ' : text.charAt(last);
    }

    /** A name with an ending, or marks in the middle: hardly a line of words has them. */
    private static boolean mayBeDocument(String printed) {
        boolean dot = false;
        for (int i = 0; i < printed.length(); i++) {
            char c = printed.charAt(i);
            if (ChatText.isInvisible(c) || c == '•') {
                return true;
            }
            dot |= c == '.' && i + 2 < printed.length() && Character.isLetterOrDigit(printed.charAt(i + 1));
        }
        return dot;
    }

    private boolean isOmitted(String bare) {
        if (bare.length() > longest) {
            return false;
        }
        String folded = folded(bare);
        if (folded.startsWith("<") && folded.endsWith(">")) {
            folded = folded(folded.substring(1, folded.length() - 1));
            return omitted.contains(folded) || wholes.get(folded) == Whole.LEFT_OUT;
        }
        return wholes.get(folded) == Whole.LEFT_OUT;
    }

    private static Optional<String> first(String line, Pattern... patterns) {
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.matches()) {
                for (int group = 1; group <= matcher.groupCount(); group++) {
                    if (matcher.group(group) != null) {
                        return Optional.of(matcher.group(group).strip());
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** @param printed with its marks: a call of any language is a mark, a word, a comma, and how long it was */
    boolean isMarkedCall(String printed) {
        if (printed.isEmpty() || !ChatText.isInvisible(printed.charAt(0)) || printed.length() > longest + 40) {
            return false; // somebody writes about a call
        }
        int comma = comma(printed);
        String first = comma < 0 ? "" : folded(printed.substring(0, comma));
        return wholes.get(first) == Whole.MISSED_CALL || calls.contains(first) || CALL.matcher(printed.strip()).matches();
    }

    private static int comma(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (",،，、".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** A place, or a question with answers to choose from: printed in a message, not about one. */
    boolean isPlaceOrPoll(String text) {
        int colon = text.indexOf(':');
        return text.contains("://maps.") || text.contains("://goo.gl/maps") || text.contains("://foursquare.com")
                || places.contains(folded(colon < 0 ? text : text.substring(0, colon)));
    }

    boolean isEncryptionNotice(String text) {
        String bare = folded(text);
        return notices.stream().anyMatch(bare::startsWith);
    }

    /** Where the mark begins that says the words were changed; -1 if there is none. */
    int editMark(String text) {
        String end = text.stripTrailing();
        if (!end.endsWith(">")) {
            return -1;
        }
        Matcher any = ANY_EDIT.matcher(end);
        if (any.find()) {
            return any.start();
        }
        int open = end.lastIndexOf('<');
        if (open < 0) {
            return -1;
        }
        int from = open;
        while (from > 0 && (ChatText.isInvisible(end.charAt(from - 1)) || ChatText.isBlank(end.charAt(from - 1)))) {
            from--;
        }
        return edited.matcher(ChatText.visible(end.substring(open))).matches() ? from : -1;
    }

    /** The chat's title in the name of an export; null if it is none of the usual names. */
    @Nullable String title(String fileName) {
        String base = plainName(fileName);
        for (Pattern name : fileNames) {
            Matcher matcher = name.matcher(base);
            if (matcher.matches()) {
                String title = matcher.group(1);
                return base.indexOf(' ') < 0 ? title.replace('_', ' ').strip() : title.strip();
            }
        }
        return null;
    }

    /** Without ending and without the number of a copy. */
    static String plainName(String fileName) {
        String base = ChatText.visible(fileName).replace('\u00a0', ' ').replaceFirst("(?i)\\.(?:txt|zip)$", "").strip();
        return COPY.matcher(base).replaceFirst("").strip();
    }

    private static Pattern fileName(String pattern) {
        String[] parts = pattern.strip().split("\\{}", 2);
        return Pattern.compile("^" + blanks(parts[0]) + "(.+?)" + blanks(parts[1]) + "$", FLAGS);
    }

    private static String blanks(String part) {
        return Pattern.quote(part).replace(" ", "\\E[ _]?\\Q");
    }

    static String folded(String text) {
        String folded = ChatText.folded(text).toLowerCase(Locale.ROOT);
        int end = folded.length();
        boolean bracket = folded.endsWith(">");
        int stop = bracket ? end - 1 : end;
        int from = stop;
        while (from > 0 && (folded.charAt(from - 1) == '.' || folded.charAt(from - 1) == '。')) {
            from--;
        }
        return from == stop ? folded : folded.substring(0, from) + (bracket ? ">" : "");
    }

    private Set<String> set(String key) {
        Set<String> set = new HashSet<>();
        list(data, key).forEach(word -> set.add(folded(word)));
        return set;
    }

    private String any(String key) {
        return String.join("|", list(data, key).stream().map(Pattern::quote).toList());
    }

    /** The words of a key, which are separated by {@code |}. */
    static List<String> list(Properties data, String key) {
        return Arrays.stream(data.getProperty(key).split("\\|", -1)).map(String::strip).filter(it -> !it.isBlank()).toList();
    }
}

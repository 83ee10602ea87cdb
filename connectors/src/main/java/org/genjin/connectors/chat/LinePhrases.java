package org.genjin.connectors.chat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** LINE's own words in exports, in every language at once. Immutable. */
final class LinePhrases {

    private static final Map<String, String> TYPES = Map.of(
            "image", "image/jpeg", "video", "video/mp4", "audio", "audio/mp4", "sticker", "image/png",
            "file", "application/octet-stream");

    private final List<Pattern> two;
    private final List<Pattern> group;
    private final Map<String, String> media = new HashMap<>();
    private final List<String> calls;
    private final List<String> unsent;

    LinePhrases() {
        Properties words = Phrases.load("/chat/line.properties");
        this.two = titles(words.getProperty("two"));
        this.group = titles(words.getProperty("group"));
        TYPES.forEach((kind, type) ->
                Phrases.list(words.getProperty(kind)).forEach(word -> media.put(word.toLowerCase(Locale.ROOT), type)));
        this.calls = Phrases.list(words.getProperty("call"));
        this.unsent = Phrases.list(words.getProperty("unsent"));
    }

    /** @param group whether the heading says that more than two people talk */
    record Title(String name, boolean group) {}

    Optional<Title> title(String heading) {
        String bare = ChatText.visible(heading).strip();
        return first(two, bare).map(name -> new Title(name, false))
                .or(() -> first(group, bare).map(name -> new Title(name, true)));
    }

    /** The media type if the words only say that something was sent. */
    Optional<String> sent(String text, boolean bracketed) {
        String bare = ChatText.visible(text).strip().toLowerCase(Locale.ROOT);
        boolean inBrackets = bare.length() > 2 && bare.startsWith("[") && bare.endsWith("]");
        if (inBrackets) {
            return Optional.ofNullable(media.get(bare.substring(1, bare.length() - 1).strip()));
        }
        return bracketed ? Optional.empty() : Optional.ofNullable(media.get(bare));
    }

    boolean isCall(String text) {
        return text.startsWith("☎") || text.length() < 40 && calls.stream().anyMatch(text::startsWith);
    }

    boolean isUnsent(String text) {
        return text.length() < 120 && unsent.stream().anyMatch(it -> text.contains(it));
    }

    private static Optional<String> first(List<Pattern> patterns, String text) {
        return patterns.stream().map(it -> it.matcher(text)).filter(Matcher::matches).map(it -> it.group(1).strip()).findFirst();
    }

    private static List<Pattern> titles(String value) {
        return Arrays.stream(value.split("\\|"))
                .map(it -> Pattern.compile("^" + Pattern.quote(it.strip()).replace("{}", "\\E(.+?)\\Q") + "$", Pattern.CASE_INSENSITIVE))
                .toList();
    }
}

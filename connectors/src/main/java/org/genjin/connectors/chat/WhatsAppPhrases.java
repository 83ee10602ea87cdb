package org.genjin.connectors.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** WhatsApp's own words in exports, in every language at once. Immutable. */
final class WhatsAppPhrases {

    private final Set<String> leftOut = new HashSet<>();
    private final Set<String> omitted;
    private final Set<String> deleted;
    private final Set<String> calls;
    private final List<String> notices;
    private final Pattern attached;
    private final Pattern attachedBefore;
    private final Pattern leftOutDocument;
    private final Pattern edited;
    private final List<Pattern> fileNames;

    WhatsAppPhrases() {
        Properties words = load();
        this.omitted = set(words, "omitted");
        this.leftOut.addAll(set(words, "left-out"));
        this.deleted = set(words, "deleted");
        this.calls = set(words, "call");
        this.notices = list(words, "notice").stream().map(WhatsAppPhrases::folded).toList();
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        this.attached = Pattern.compile("^(.{1,250}?) [(（](?:" + any(words, "attached") + ")[)）]$", flags);
        String before = any(words, "attached-before");
        this.attachedBefore = Pattern.compile(
                "^(?:.{0,250} )?<(?:(?:" + before + ")\\s?[:：]\\s?(.{1,250})|(.{1,250}) (?:" + before + "))>$|^(.{1,250}) <(?:" + before + ")>$", flags);
        this.leftOutDocument = Pattern.compile(
                "^(.{1,250}?)(?: • .{0,3}\\d+\\s?(?:" + any(words, "pages") + ")?)? (?:" + any(words, "left-out") + ")$", flags);
        this.edited = Pattern.compile("\\s*<(?:" + any(words, "edited") + ")[.。]?>\\s*$", flags);
        this.fileNames = list(words, "file-name").stream()
                .map(name -> Pattern.compile(
                        "^" + Pattern.quote(name.strip()).replace("{}", "\\E(.+?)\\Q").replace(" ", "\\E[ _]?\\Q") + "$", flags))
                .toList();
    }

    /** What was sent and lies, or does not lie, with the export. */
    record Sent(String name, boolean left) {}

    boolean isOmitted(String line) {
        String bare = folded(line);
        boolean bracketed = bare.startsWith("<") && bare.endsWith(">");
        return bracketed && omitted.contains(folded(bare.substring(1, bare.length() - 1))) || leftOut.contains(bare);
    }

    /** A file named in a line; the name is "" where the line does not say it. */
    Optional<Sent> sent(String line) {
        String bare = ChatText.visible(line).strip();
        if (isOmitted(bare)) {
            return Optional.of(new Sent("", true));
        }
        Matcher there = attached.matcher(bare);
        if (there.matches()) {
            return Optional.of(new Sent(there.group(1).strip(), false));
        }
        Matcher ios = attachedBefore.matcher(bare);
        if (ios.matches()) {
            String name = ios.group(1) != null ? ios.group(1) : ios.group(2) != null ? ios.group(2) : ios.group(3);
            return Optional.of(new Sent(name.strip(), false));
        }
        Matcher document = leftOutDocument.matcher(bare);
        return document.matches() ? Optional.of(new Sent(document.group(1).strip(), true)) : Optional.empty();
    }

    boolean isDeleted(String text) {
        return deleted.contains(folded(text));
    }

    boolean isCall(String text) {
        String bare = folded(text);
        return calls.stream().anyMatch(call -> bare.equals(call) || bare.startsWith(call + ",") || bare.startsWith(call + "،")
                        || bare.startsWith(call + "，"))
                || bare.matches("(?:(?:group )?(?:voice|video) call|ligação de (?:voz|vídeo)|llamada de (?:voz|video)|sprachanruf"
                        + "|videoanruf|appel (?:vocal|vidéo)|语音通话|視訊通話|语音電話|视频通话),.{1,60}");
    }

    boolean isEncryptionNotice(String text) {
        String bare = folded(text);
        return notices.stream().anyMatch(bare::startsWith);
    }

    /** The words without a mark that says they were changed. */
    String unedited(String text) {
        String visible = text.endsWith(">") || ChatText.visible(text).strip().endsWith(">") ? ChatText.visible(text) : text;
        Matcher mark = edited.matcher(visible);
        return mark.find() ? visible.substring(0, mark.start()) : text;
    }

    /** The chat's title in the name of an export; the name itself if it is none of the usual ones. */
    String title(String fileName) {
        String base = ChatText.visible(fileName).replaceFirst("(?i)\\.(?:txt|zip)$", "").replaceFirst(" ?\\(\\d{1,3}\\)$", "").strip();
        for (Pattern name : fileNames) {
            Matcher matcher = name.matcher(base);
            if (matcher.matches()) {
                String title = matcher.group(1);
                return base.indexOf(' ') < 0 ? title.replace('_', ' ').strip() : title.strip();
            }
        }
        return base;
    }

    static String folded(String text) {
        return ChatText.visible(text)
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[.。]+$", "")
                .replaceAll("[.。]+>$", ">");
    }

    private static Set<String> set(Properties words, String key) {
        Set<String> set = new HashSet<>();
        list(words, key).forEach(word -> set.add(folded(word)));
        return set;
    }

    private static String any(Properties words, String key) {
        return String.join("|", list(words, key).stream().map(Pattern::quote).toList());
    }

    private static List<String> list(Properties words, String key) {
        return Arrays.stream(words.getProperty(key).split("\\|", -1)).filter(it -> !it.isBlank()).toList();
    }

    private static Properties load() {
        try (InputStream file = WhatsAppPhrases.class.getResourceAsStream("/chat/whatsapp.properties")) {
            Properties words = new Properties();
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

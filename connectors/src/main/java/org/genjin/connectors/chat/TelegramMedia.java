package org.genjin.connectors.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.genjin.connectors.Message;
import org.jsoup.nodes.Element;

/** What stands in a message of Telegram's pages beside its words: files, contacts, places, polls, calls. Pure. */
final class TelegramMedia {

    /** Kinds whose heading says what they are instead of their name. */
    private static final Set<String> NAMELESS = Set.of(
            "media_photo", "media_video", "media_voice_message", "media_video_message", "media_animation", "media_sticker");

    private static final Set<String> FILES = Set.of("media_file", "media_audio_file");

    private TelegramMedia() {}

    /** @param words what it says to people, where there is no text beside it */
    record Shown(List<Message.Attachment> files, String words, boolean call) {}

    static Shown of(Element message, ChatExport.Beside beside) {
        List<Message.Attachment> files = new ArrayList<>();
        List<String> words = new ArrayList<>();
        boolean call = false;
        for (Element it : message.select(".media_wrap > *")) {
            String href = it.is("a") ? it.attr("href") : "";
            String title = text(it, ".title");
            if (it.hasClass("media_call")) {
                call = true;
                words.add((title + " " + text(it, ".status")).strip());
            } else if (it.hasClass("media_poll")) {
                words.add(text(it, ".question"));
                it.select(".answer").forEach(answer -> words.add(answer.text().strip()));
            } else if (!href.isEmpty() && !href.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
                files.add(Attached.at(href, "", "", beside));
            } else if (it.classNames().stream().anyMatch(NAMELESS::contains)) {
                files.add(Attached.leftOut("", type(it)));
            } else if (it.classNames().stream().anyMatch(FILES::contains)) {
                files.add(Attached.leftOut(title, ""));
            } else {
                words.add((title + " " + text(it, ".status")).strip());
                words.add(href);
            }
        }
        words.removeIf(String::isBlank);
        return new Shown(files, String.join("\n", words), call);
    }

    private static String type(Element it) {
        if (it.hasClass("media_photo") || it.hasClass("media_sticker")) {
            return "image/jpeg";
        }
        return it.hasClass("media_voice_message") ? "audio/ogg" : "video/mp4";
    }

    private static String text(Element within, String selector) {
        Element found = within.selectFirst(selector);
        return found == null ? "" : found.text().strip();
    }
}

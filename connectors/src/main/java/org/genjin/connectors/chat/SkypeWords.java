package org.genjin.connectors.chat;

import java.util.List;
import org.genjin.connectors.Message;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one of Skype's messages says. Pure. */
final class SkypeWords {

    private SkypeWords() {}

    /** @param replyTo the id of what it replies to; null if it is no reply */
    record Said(
            boolean system, String text, String quoted, @Nullable String replyTo, List<Message.Attachment> files,
            Message.Change change) {

        static Said of(boolean system, String text, List<Message.Attachment> files) {
            return new Said(system, text, "", null, files, Message.Change.NONE);
        }
    }

    static Said of(JsonNode message, ChatExport.Beside beside) {
        String type = JsonWalk.text(message, "messagetype");
        String content = JsonWalk.text(message, "content");
        boolean deleted = content.isBlank() && !type.startsWith("Event/") && !type.startsWith("ThreadActivity/") || !JsonWalk.text(message.path("properties"), "deletetime").isEmpty();
        if (deleted) {
            return new Said(true, "", "", null, List.of(), Message.Change.TAKEN_BACK);
        }
        if (type.startsWith("Event/") || type.startsWith("ThreadActivity/") || type.startsWith("Notice")) {
            return Said.of(true, "", List.of());
        }
        if (type.startsWith("RichText/Media_") || type.equals("RichText/UriObject") || type.equals("RichText/Files")) {
            return sent(content, type, beside);
        }
        return type.equals("Text") ? Said.of(false, visible(content), List.of()) : rich(content);
    }

    private static Said sent(String content, String type, ChatExport.Beside beside) {
        Document xml = Jsoup.parseBodyFragment(content);
        Element name = xml.selectFirst("OriginalName[v], file");
        String shown = name == null ? "" : name.hasAttr("v") ? name.attr("v") : name.text();
        Element object = xml.selectFirst("URIObject[uri]");
        String id = object == null ? "" : object.attr("uri").replaceFirst("^.*/", "");
        String ending = shown.contains(".") ? shown.substring(shown.lastIndexOf('.')) : "";
        String mediaType = type.contains("Audio") && ending.isEmpty() ? "audio/mp4" : type.contains("Video") && ending.isEmpty() ? "video/mp4" : "";
        for (String path : List.of(id + ".1" + ending, id + ending)) {
            Message.Attachment there = Attached.at(id.isEmpty() ? "" : path, shown, mediaType, beside);
            if (there.present()) {
                return Said.of(false, "", List.of(there));
            }
        }
        return Said.of(false, "", List.of(Attached.leftOut(shown, mediaType)));
    }

    /** Tags fall away; what people typed to get them ({@code *bold*}) stays. */
    private static Said rich(String content) {
        Element body = Jsoup.parseBodyFragment(content).body();
        Element quote = body.selectFirst("quote");
        String quoted = "";
        String replyTo = null;
        if (quote != null) {
            quote.select("legacyquote").remove();
            quoted = visible(raw(marked(quote)));
            replyTo = quote.attr("messageid").isEmpty() ? null : quote.attr("messageid");
            quote.remove();
        }
        boolean edited = !body.select("e_m").isEmpty();
        body.select("e_m").remove();
        return new Said(
                false, visible(raw(marked(body))), quoted, replyTo, List.of(),
                edited ? Message.Change.EDITED : Message.Change.NONE);
    }

    private static Element marked(Element body) {
        for (Element it : body.select("[raw_pre], [raw_post]")) {
            it.prependChild(new TextNode(it.attr("raw_pre")));
            it.appendChild(new TextNode(it.attr("raw_post")));
        }
        return body;
    }

    /** Skype writes line breaks as they are. */
    private static String raw(Element body) {
        body.select("br").forEach(it -> it.replaceWith(new TextNode("\n")));
        return body.wholeText();
    }

    private static String visible(String text) {
        return ChatText.visible(text).replace("\r\n", "\n").replace('\r', '\n').strip();
    }
}

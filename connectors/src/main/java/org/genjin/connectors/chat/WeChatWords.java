package org.genjin.connectors.chat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.connectors.Message;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** What an entry of WeChat says: words, words in reply to others, or something that was sent. WeChat's XML is never text. Pure. */
final class WeChatWords {

    private static final Map<String, String> SENT = Map.ofEntries(
            Map.entry("图片", "image/jpeg"), Map.entry("語音", "audio/amr"), Map.entry("语音", "audio/amr"),
            Map.entry("视频", "video/mp4"), Map.entry("影片", "video/mp4"), Map.entry("小视频", "video/mp4"),
            Map.entry("表情包", "image/gif"), Map.entry("动画表情", "image/gif"), Map.entry("表情", "image/gif"),
            Map.entry("文件", "application/octet-stream"), Map.entry("Photo", "image/jpeg"),
            Map.entry("Video", "video/mp4"), Map.entry("Voice", "audio/amr"), Map.entry("File", "application/octet-stream"),
            Map.entry("Sticker", "image/gif"));
    private static final Pattern MARK =
            Pattern.compile("^\\[([\\p{IsHan}A-Za-z]{2,8})(?:[:：] ?([^\\]\\n]{1,250}?)(?:\\([^()\\n]{0,30}\\)|（[^（）\\n]{0,30}）)?)?\\] ?([^\\n]{0,250})$");
    private static final Pattern QUOTED = Pattern.compile("(?s)^(.*?)(?:^|\\n)引用[:：] ?([^:：\\n]{1,80})[:：](.*)$");
    private static final String UNKNOWN = "application/octet-stream";

    private WeChatWords() {}

    /** @param file what was sent; null if nothing was */
    record Said(String text, String quoted, @Nullable String quotedFrom, Message.@Nullable Attachment file, boolean system) {

        static Said words(String text) {
            return new Said(text, "", null, null, false);
        }

        static Said notice(String text) {
            return new Said(text, "", null, null, true);
        }

        static Said sent(Message.Attachment file) {
            return new Said("", "", null, file, false);
        }

        List<Message.Attachment> files() {
            return file == null ? List.of() : List.of(file);
        }
    }

    /** An entry as it is shown to people: {@code [图片]}, or words that may end in what they reply to. */
    static Said shown(String raw, ChatExport.Beside beside) {
        String text = ChatText.visible(raw).replace("\r", "").strip();
        if (isXml(text)) {
            return Said.words(new Xml(text).words());
        }
        Matcher mark = MARK.matcher(text);
        if (mark.matches() && SENT.containsKey(mark.group(1))) {
            String type = SENT.get(mark.group(1));
            String name = mark.group(2) != null ? mark.group(2).strip() : mark.group(3).strip();
            boolean named = !name.isEmpty() && (mark.group(2) != null || name.matches(".*\\.[A-Za-z0-9]{1,8}"));
            if (named || name.isEmpty()) {
                return Said.sent(name.isEmpty()
                        ? Attached.leftOut("", type)
                        : Attached.at(name, "", type.equals(UNKNOWN) ? "" : type, beside));
            }
        }
        Matcher reply = QUOTED.matcher(text);
        return reply.matches()
                ? new Said(reply.group(1).strip(), reply.group(3).strip(), reply.group(2).strip(), null, false)
                : Said.words(text);
    }

    /** An entry by the number of its kind in WeChat's own database. */
    static Said kind(int type, int kind, String content) {
        String text = ChatText.visible(content).replace("\r", "").strip();
        Xml xml = new Xml(isXml(text) ? text : "");
        return switch (type) {
            case 3 -> Said.sent(Attached.leftOut("", "image/jpeg"));
            case 34 -> Said.sent(Attached.leftOut("", "audio/amr"));
            case 43, 62 -> Said.sent(Attached.leftOut("", "video/mp4"));
            case 47 -> Said.sent(Attached.leftOut("", "image/gif"));
            case 49 -> shared(kind, text, xml);
            case 50 -> Said.notice(xml.isEmpty() ? text : "");
            case 10000, 10002 -> Said.notice(xml.isEmpty() ? text : xml.words());
            default -> xml.isEmpty() ? Said.words(text) : Said.words(xml.words());
        };
    }

    private static Said shared(int kind, String text, Xml xml) {
        return switch (kind) {
            case 6, 74 -> Said.sent(Attached.leftOut(xml.isEmpty() ? fileName(text) : xml.value("title"), ""));
            case 8 -> Said.sent(Attached.leftOut("", "image/gif"));
            case 57 -> xml.isEmpty()
                    ? shownReply(text)
                    : new Said(xml.value("title"), xml.quoted(), xml.value("refermsg > displayname"), null, false);
            default -> Said.words(xml.isEmpty() ? text : xml.words());
        };
    }

    private static Said shownReply(String text) {
        Matcher reply = QUOTED.matcher(text);
        return reply.matches()
                ? new Said(reply.group(1).strip(), reply.group(3).strip(), reply.group(2).strip(), null, false)
                : Said.words(text);
    }

    private static String fileName(String text) {
        String bare = text.replaceFirst("^\\[文件\\]", "").strip();
        return bare.length() > 250 || bare.contains("\n") ? "" : bare;
    }

    static boolean isXml(String text) {
        return text.startsWith("<?xml") || text.startsWith("<msg") || text.startsWith("<sysmsg") || text.startsWith("<voip");
    }

    /** WeChat's XML, read for what of it people see. */
    private static final class Xml {

        private final @Nullable Document document;

        Xml(String text) {
            this.document = text.isEmpty() ? null : Jsoup.parse(text, Parser.xmlParser());
        }

        boolean isEmpty() {
            return document == null;
        }

        String value(String selector) {
            Document xml = document;
            Element found = xml == null ? null : xml.selectFirst(selector);
            return found == null ? "" : found.text().strip();
        }

        String quoted() {
            String content = value("refermsg > content");
            return isXml(content) ? new Xml(content).words() : content;
        }

        /** A link's title and address, a place's name, a contact's name. */
        String words() {
            Document xml = document;
            if (xml == null) {
                return "";
            }
            Element place = xml.selectFirst("location[label], location[poiname]");
            if (place != null) {
                return (place.attr("poiname") + "\n" + place.attr("label")).strip();
            }
            Element card = xml.selectFirst("msg[nickname]");
            if (card != null) {
                return card.attr("nickname");
            }
            String title = value("appmsg > title");
            String more = value("appmsg > url");
            String shown = (title + "\n" + (more.isEmpty() ? value("appmsg > des") : more)).strip();
            return shown.isEmpty() ? value("sysmsg content, sysmsg plain, sysmsg replacemsg") : shown;
        }
    }
}

package org.genjin.connectors.chat;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.genjin.connectors.Message.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * A Signal chat as signal-export writes it: a folder with {@code chat.md} and {@code data.json}, one object a line. Both say
 * the same messages, with the same keys. The owner is {@code Me}; times are those of the machine that exported.
 */
final class SignalFormat implements ChatFormat {

    private static final Pattern HEADER = Pattern.compile("^\\[\\d{4}-\\d{2}-\\d{2}(,?) \\d{2}:\\d{2}(:\\d{2})?\\] ([^:\\n]{1,120}):.*$");
    private static final Pattern LINE = Pattern.compile("(?s)^\\s*\\{\"date\"\\s*:\\s*\"\\d{4}-.*\"sender\"\\s*:.*");
    private static final Pattern CALL = Pattern.compile(
            "(?i)^(?:(?:missed|incoming|outgoing|declined|unanswered|accepted|started a) )?(?:voice|video|audio|group) call\\b.{0,60}$");

    @Override
    public String id() {
        return "signal";
    }

    @Override
    public Recognised recognise(ExportHead head) {
        String text = head.text();
        String first = ChatText.visible(text.lines().filter(it -> !it.isBlank()).findFirst().orElse(""));
        if (LINE.matcher(first).matches() && first.contains("\"body\"")) {
            return Recognised.YES;
        }
        return HEADER.matcher(first).matches() && isOurs(head) ? Recognised.YES : Recognised.NO;
    }

    /** WhatsApp's headers can look the same: what Signal alone has is a comma and no seconds, {@code Me}, or its names. */
    private static boolean isOurs(ExportHead head) {
        String path = head.path().toLowerCase(Locale.ROOT);
        boolean named = path.endsWith(".md") || path.contains("signal");
        List<Matcher> headers =
                head.text().lines().limit(200).map(HEADER::matcher).filter(Matcher::matches).toList();
        boolean minutesOnly = headers.stream().allMatch(it -> !it.group(1).isEmpty() && it.group(2) == null);
        boolean me = headers.stream().anyMatch(it -> it.group(3).equals("Me"));
        return named || minutesOnly || me;
    }

    @Override
    public Transcript read(ChatExport export) throws IOException, UnreadableExport {
        String text = export.text();
        List<ChatLine> lines = text.stripLeading().startsWith("{")
                ? SignalJson.lines(text, export.beside())
                : SignalMarkdown.lines(text, export.beside());
        if (lines.isEmpty()) {
            throw new UnreadableExport("There is no message in this Signal export.");
        }
        Set<String> others = new HashSet<>();
        for (ChatLine it : lines) {
            Message.Participant from = it.from();
            if (it.speaker() == Speaker.OTHER && from != null && from.name() != null) {
                others.add(from.name());
            }
        }
        String title = title(export, others);
        return Transcript.of(new Chat(Channel.SIGNAL, title, title, others.size() > 1, lines, null));
    }

    /** The folder has the chat's name where the files have their usual ones. */
    private static String title(ChatExport export, Set<String> others) {
        boolean usual = export.fileName().matches("(?i)(?:chat|index)\\.md|data\\.json");
        String named = usual ? export.folderName() : export.fileName().replaceFirst("\\.[A-Za-z]{2,4}$", "");
        return ChatText.name(others.size() == 1 && !usual || named.isEmpty() ? others.stream().findFirst().orElse(named) : named);
    }

    static Message.@Nullable Participant person(String name) {
        String shown = ChatText.name(name);
        return shown.isEmpty() || shown.equals("No-Sender") ? null : new Message.Participant(ChatText.phone(shown), shown);
    }

    static Speaker side(String name) {
        return name.strip().equals("Me") ? Speaker.OWNER : Speaker.OTHER;
    }

    static boolean isCall(String text) {
        return CALL.matcher(text).matches();
    }

    /** Without the marks of a quotation. */
    static String quoted(String text) {
        List<String> rows = new ArrayList<>();
        text.strip().lines().forEach(it -> rows.add(it.strip().replaceFirst("^> ?", "")));
        return ChatText.visible(String.join("\n", rows)).strip();
    }

    /** Blanks at the ends of lines are markdown's line breaks. */
    static String words(String text) {
        return ChatText.visible(text).replace("\r", "").replaceAll("[ \\u00a0]+(?=\\n|$)", "").strip();
    }

    static Optional<LocalDateTime> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.replace(", ", "T").replace(' ', 'T').replaceFirst("(?:Z|[+-]\\d\\d:\\d\\d)$", "")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

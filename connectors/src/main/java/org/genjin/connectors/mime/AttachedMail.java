package org.genjin.connectors.mime;

import java.util.List;
import java.util.stream.Stream;
import org.genjin.connectors.Message;

/** A mail within a mail: no message of its own, but its words are to be found and its files to be opened. */
record AttachedMail(Headers headers, MailParts parts) {

    /** Mails within mails within … are read so far; what lies deeper stays a file. */
    static final int DEEPEST = 8;

    private static final List<String> SHOWN = List.of("from", "date", "to", "cc", "subject");
    private static final int LONGEST_FIELD = 1000;

    /** @param depth how many mails it is within */
    static AttachedMail read(byte[] bytes, int depth) {
        Entity root = EntityParser.parse(MailBytes.clean(bytes)).root();
        return new AttachedMail(root.headers(), MailParts.of(root, depth));
    }

    /** Who wrote when to whom about what, and the words. */
    String words() {
        StringBuilder words = new StringBuilder();
        for (String name : SHOWN) {
            String value = headers.text(name);
            if (!value.isEmpty()) {
                String shown = value.length() > LONGEST_FIELD ? value.substring(0, LONGEST_FIELD) + " …" : value;
                words.append(Character.toUpperCase(name.charAt(0))).append(name, 1, name.length()).append(": ")
                        .append(shown).append('\n');
            }
        }
        Message.Body body = parts.body();
        String html = body.html();
        String text = !body.plain().isBlank() ? body.plain() : html == null ? "" : HtmlWords.of(html);
        String quoted = body.quoted();
        return Stream.of(words.toString().strip(), text.strip(), quoted == null ? "" : quoted)
                .filter(it -> !it.isEmpty())
                .reduce((a, b) -> a + "\n\n" + b)
                .orElse("");
    }

    /** After its subject, for an attachment that has no name. */
    String fileName() {
        String name = FileNames.safe(headers.text("subject").replaceAll("[/\\\\:*?\"<>|]", " ").strip());
        return (name.isBlank() ? "message" : name) + ".eml";
    }
}

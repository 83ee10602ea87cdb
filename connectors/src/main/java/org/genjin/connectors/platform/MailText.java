package org.genjin.connectors.platform;

import java.util.ArrayList;
import java.util.List;
import org.genjin.connectors.Message;
import org.genjin.connectors.chat.HtmlWords;

/**
 * A mail's text as its shapes are looked for in it: one line a row, blanks folded, at most one empty line between two.
 *
 * @param forms the plain text and what the HTML shows; platforms fill in one of them badly at times
 */
record MailText(List<String> forms) {

    private static final int LONGEST = 200_000;

    static MailText of(Message.Body body) {
        List<String> forms = new ArrayList<>();
        if (!body.plain().isBlank()) {
            forms.add(folded(body.plain()));
        }
        String html = body.html();
        if (html != null && html.length() < 2_000_000) {
            forms.add(folded(HtmlWords.of(html)));
        }
        return new MailText(forms);
    }

    private static String folded(String text) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        StringBuilder folded = new StringBuilder(bounded.length());
        boolean empty = true;
        for (String row : bounded.split("\\r?\\n")) {
            String line = row.replaceAll("[\\s\\u00a0\\u202f\\u200b\\u200c\\u034f\\ufeff]+", " ").strip();
            if (!line.isEmpty() || !empty) {
                folded.append(line).append('\n');
            }
            empty = line.isEmpty();
        }
        return folded.toString();
    }
}

package org.genjin.daemon.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.connectors.Message;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.reading.MarkedText;
import org.genjin.daemon.reading.Reading;

/**
 * The lines of a reply that its writer typed. What mail programs quote is known by the reading of mails; where a program marks
 * nothing, our own mail is known by itself: by its numbered lines with their customers, its headings, its subject. A line between
 * quoted ones is about the numbered line above it. Pure.
 */
public final class TypedLines {

    private static final Pattern QUOTE_MARKS = Pattern.compile("^[>\\s]+");
    private static final Pattern QUOTED_NUMBER = Pattern.compile("^\\d{1,3}\\s{2,}\\S.*");
    private static final Pattern NUMBERED = Pattern.compile("^[\\s|*]*(\\d{1,3})[.\\s|]+(\\S.*)");
    private static final Pattern HEADING = Pattern.compile("^\\s*==\\s.*\\s==\\s*$");
    private static final Pattern ISOLATED = Pattern.compile("\\u2068[^\\u2069]*\\u2069");
    private static final Pattern ANSWER = Pattern.compile("^(?:[\\p{L}\\p{N}\\s]{1,12}(?:\\[\\d{1,2}\\])?[:：]\\s*)+");
    private static final Pattern TOKEN = Pattern.compile("\\[[a-z]\\.[a-z0-9]*\\.[0-9a-f]{20}\\]");
    private static final int TELLING = 8;
    /** An example of an answer is shorter. */
    private static final int QUESTION = 24;

    private TypedLines() {}

    /**
     * The lines in their order; the subject's words where there are none, as those of a link that only has a subject.
     *
     * @param mail the numbered lines of the mail that is answered
     */
    public static List<Typed> of(Message message, Reading reading, List<Numbered> mail) {
        String subject = ANSWER.matcher(message.subject()).replaceFirst("").strip();
        List<String> quoted = MarkedText.of(message).lines().toList();
        List<Typed> typed = new ArrayList<>();
        int at = 0;
        int under = 0;
        for (String line : reading.text().lines().toList()) {
            if (isOurs(line, subject, mail)) {
                break;
            }
            int found = at;
            int above = under;
            while (found < quoted.size() && !quoted.get(found).strip().equals(line.strip())) {
                above = number(quoted.get(found), mail, above);
                found++;
            }
            if (found < quoted.size()) {
                at = found + 1;
                under = above;
            }
            typed.add(new Typed(line, under));
        }
        if (typed.stream().allMatch(it -> it.words().isBlank())) {
            return List.of(new Typed(TOKEN.matcher(subject).replaceAll("").strip(), 0));
        }
        return typed;
    }

    /** What looks like the writer's signature, where commands may be mistaken for one. */
    public static List<Typed> signature(Reading reading) {
        return reading.signature().lines().map(it -> new Typed(it, 0)).toList();
    }

    /** The number of our line that is quoted there; else the one that was quoted last, up to the examples and the end of our mail. */
    private static int number(String line, List<Numbered> mail, int before) {
        if (!line.stripLeading().startsWith(">")) {
            return before;
        }
        String quoted = QUOTE_MARKS.matcher(line).replaceFirst("");
        Matcher numbered = NUMBERED.matcher(quoted);
        if (!numbered.matches()) {
            return quoted.strip().equals("--") ? 0 : before;
        }
        int number = Integer.parseInt(numbered.group(1));
        boolean apart = QUOTED_NUMBER.matcher(quoted).matches() && mail.stream().anyMatch(it -> it.number() == number);
        return apart || isItem(quoted, mail) || isQuestion(number, quoted, mail) ? number : 0;
    }

    private static boolean isQuestion(int number, String line, List<Numbered> mail) {
        return line.length() >= QUESTION
                && mail.stream().anyMatch(it -> it.number() == number && it.kind() != Numbered.Kind.CUSTOMER);
    }

    private static boolean isOurs(String line, String subject, List<Numbered> mail) {
        boolean title = subject.length() >= TELLING && line.strip().equals(subject);
        return title || ISOLATED.matcher(line).find() || HEADING.matcher(line).matches() || TOKEN.matcher(line).find() || isItem(line, mail);
    }

    /** A number with the name of its customer, and more: nobody types that. */
    private static boolean isItem(String line, List<Numbered> mail) {
        Matcher numbered = NUMBERED.matcher(line);
        if (!numbered.matches()) {
            return false;
        }
        int number = Integer.parseInt(numbered.group(1));
        String rest = Names.folded(numbered.group(2));
        return mail.stream()
                .filter(it -> it.number() == number)
                .flatMap(it -> it.names().stream())
                .map(Names::folded)
                .anyMatch(name -> !name.isEmpty() && rest.startsWith(name) && rest.length() > name.length());
    }
}

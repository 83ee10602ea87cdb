package org.genjin.daemon.reply;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.genjin.connectors.Message;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.reading.Reading;
import org.genjin.daemon.reading.when.Tokens;
import org.genjin.daemon.reply.ReplyWords.Role;
import org.genjin.daemon.reply.Said.Doubt;
import org.genjin.daemon.reply.Said.Order;
import org.genjin.daemon.reply.Said.Unclear;

/**
 * What a reply to one of our mails asks for: {@code 1 done}, {@code 4 3天}, {@code 2 下周一 发样品}, {@code grade 5 A},
 * {@code all tomorrow}, {@code Mueller done}, {@code stop}. Each line may hold several commands; greetings and signatures are
 * none; what is not understood is kept with its line. Immutable, any thread; time grows with the text.
 */
public final class ReplyParser {

    /** More lines than that nobody types. */
    private static final int MOST_LINES = 200;
    private static final int LONGEST = 2_000;
    /** A line of a mail that was wrapped by a program is at least as long. */
    private static final int WRAPPED = 58;
    private static final int POLITE = 8;
    private static final int SIGNED = 4;
    private static final Pattern RULE = Pattern.compile("[-_=\\u2014\\u2500]{2,}");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\u00a0]");

    private final ReplyWords words = new ReplyWords();
    private final Days days = new Days();

    /**
     * What a mail asks for that answers ours. A few short lines may look like a signature; of a signature no more is taken than what
     * surely is a command.
     *
     * @param mail the numbered lines of the mail that is answered
     */
    public List<Said> read(Message message, Reading reading, List<Numbered> mail, Moment moment) {
        List<Said> said = parse(TypedLines.of(message, reading, mail), mail, moment);
        if (said.stream().anyMatch(it -> it instanceof Order)) {
            return said;
        }
        List<Said> all = new ArrayList<>(said);
        parse(TypedLines.signature(reading), mail, moment).stream()
                .filter(it -> it instanceof Order(_, List<Integer> numbers, _) && !numbers.isEmpty())
                .forEach(all::add);
        return all;
    }

    /** @param mail the numbered lines of the mail that is answered */
    public List<Said> parse(List<Typed> lines, List<Numbered> mail, Moment moment) {
        List<Said> said = new ArrayList<>();
        Set<Integer> named = new HashSet<>();
        Typed before = new Typed("", 0);
        boolean signed = false;
        for (Typed typed : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
            String line = clean(typed.words());
            Tokens tokens = Tokens.of(line);
            signed |= RULE.matcher(line).matches();
            if (tokens.size() == 0 || words.begins(Role.SENT_FROM, tokens, 0)) {
                continue;
            }
            if (isClosing(tokens)) {
                break;
            }
            List<Said> read = new LineReading(words, days, mail, named, moment, tokens, typed.under()).read();
            if (signed) {
                // Below a rule stands a signature, or what was typed under one.
                read = read.stream().filter(it -> it instanceof Order(_, List<Integer> numbers, _) && !numbers.isEmpty()).toList();
            } else if (read.isEmpty() && !isChatter(tokens, line, moment)) {
                if (goesOn(said, before)) {
                    said.add(longer((Order) said.removeLast(), line));
                } else {
                    read = List.of(new Unclear(line, Doubt.WORDS, ""));
                }
            }
            said.addAll(read);
            read.forEach(it -> named.addAll(it instanceof Order order ? order.numbers() : List.of()));
            before = new Typed(line, typed.under());
        }
        return said;
    }

    /** In one line, with full-width and circled figures as plain ones. */
    private static String clean(String words) {
        String line = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        String bare = INVISIBLE.matcher(Normalizer.normalize(line, Normalizer.Form.NFKC)).replaceAll(" ");
        return bare.replace('\n', ' ').strip();
    }

    private boolean isClosing(Tokens tokens) {
        int to = words.after(Role.CLOSING, tokens, 0);
        return to > 0 && tokens.size() - to <= SIGNED;
    }

    private boolean isChatter(Tokens tokens, String line, Moment moment) {
        boolean figures = false;
        for (int i = 0; i < tokens.size(); i++) {
            figures |= tokens.number(i) >= 0;
        }
        boolean polite = words.begins(Role.CHATTER, tokens, 0) && !figures && tokens.size() <= POLITE;
        List<String> said = Arrays.asList(Names.folded(line).split(" ", -1));
        return polite || Names.folded(line).isEmpty() || moment.names().containsAll(said);
    }

    /** Whether a note was broken by a mail program, and this is the rest of it. */
    private static boolean goesOn(List<Said> said, Typed before) {
        return !said.isEmpty() && said.getLast() instanceof Order(_, _, Command.Noted _) && before.words().length() >= WRAPPED;
    }

    private static Order longer(Order order, String line) {
        Command.Noted noted = (Command.Noted) order.command();
        return new Order(
                order.words() + " " + line, order.numbers(), new Command.Noted(noted.text() + " " + line, noted.contact()));
    }
}

package org.genjin.daemon.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.reading.when.Token;
import org.genjin.daemon.reading.when.Tokens;
import org.genjin.daemon.reply.Numbered.Kind;
import org.genjin.daemon.reply.ReplyWords.Role;
import org.genjin.daemon.reply.Said.Doubt;
import org.genjin.daemon.reply.Said.Order;
import org.genjin.daemon.reply.Said.Unclear;
import org.genjin.daemon.reply.Targets.Target;
import org.genjin.daemon.reply.Verbs.Verb;

/**
 * Reads one line, which may hold several commands. Forms, in this order: a word about the mails themselves; which line, then what;
 * what, then which line; what alone, where only one line can be meant; which line, some words, and a day.
 */
final class LineReading {

    private final ReplyWords words;
    private final List<Numbered> mail;
    private final Targets targets;
    private final Verbs verbs;
    private final Days days;
    private final Moment moment;
    private final Tokens tokens;
    private final int under;

    LineReading(ReplyWords words, Days days, List<Numbered> mail, Set<Integer> named, Moment moment, Tokens tokens, int under) {
        this.words = words;
        this.mail = mail;
        this.targets = new Targets(words, mail, named);
        this.verbs = new Verbs(words, days, moment);
        this.days = days;
        this.moment = moment;
        this.tokens = tokens;
        this.under = under;
    }

    /** @param to the first token after it */
    private record Step(List<Said> said, int to) {}

    /** What the line says; empty if it says nothing that is a command. */
    List<Said> read() {
        List<Said> said = new ArrayList<>();
        int at = marks(0);
        while (at < tokens.size()) {
            Optional<Step> step = step(at);
            int greeted = words.after(Role.CHATTER, tokens, at);
            if (step.isEmpty() && greeted > at && said.isEmpty()) {
                at = marks(greeted);
                step = at < tokens.size() ? targetFirst(at) : step;
            }
            if (step.isEmpty()) {
                if (!said.isEmpty() && !isPolite(at) && tokens.size() - at > 1) {
                    said.add(new Unclear(tokens.words(at, tokens.size()), Doubt.WORDS, ""));
                }
                break;
            }
            said.addAll(step.get().said());
            at = marks(step.get().to());
        }
        return said;
    }

    private boolean isPolite(int at) {
        return words.begins(Role.CHATTER, tokens, at) || words.begins(Role.CLOSING, tokens, at);
    }

    private int marks(int from) {
        int at = from;
        while (at < tokens.size() && tokens.get(at).kind() != Token.Kind.WORD && tokens.number(at) < 0 && !tokens.is(at, "#")) {
            at++;
        }
        return words.begins(Role.AND, tokens, at) && targets.numbers(tokens, words.after(Role.AND, tokens, at)).size() > 0
                ? words.after(Role.AND, tokens, at)
                : at;
    }

    private Optional<Step> step(int at) {
        return mailWide(at).or(() -> targetFirst(at)).or(() -> commandFirst(at)).or(() -> alone(at)).or(() -> dayLast(at));
    }

    private Optional<Step> mailWide(int from) {
        int at = polite(from);
        int pause = words.after(Role.PAUSE, tokens, at);
        Optional<Days.Found> day = pause > at ? verbs.day(tokens, verbs.skip(tokens, pause)) : Optional.empty();
        if (day.isPresent() && isOver(day.get().to())) {
            return day.get().day().isAfter(moment.today())
                    ? order(from, tokens.size(), List.of(), new Command.Pause(day.get().day()))
                    : unclear(from, tokens.size(), Doubt.DAY_PAST, day.get().day().toString());
        }
        int undo = words.after(Role.UNDO, tokens, at);
        if (undo > at) {
            int all = words.after(Role.ALL, tokens, undo);
            if (isOver(all)) {
                return order(from, tokens.size(), List.of(), new Command.Undo(List.of()));
            }
            for (Target it : targets.numbers(tokens, verbs.skip(tokens, undo))) {
                if (isOver(it.to())) {
                    return order(from, tokens.size(), List.of(), new Command.Undo(it.numbers()));
                }
            }
        }
        int stop = words.after(Role.STOP, tokens, at);
        if (stop > at && isOver(stop)) {
            return order(from, tokens.size(), List.of(), new Command.Stop());
        }
        int start = words.after(Role.START, tokens, at);
        return start > at && isOver(start) ? order(from, tokens.size(), List.of(), new Command.Start()) : Optional.empty();
    }

    private int polite(int from) {
        int at = words.after(Role.WHICH, tokens, from);
        return at == tokens.size() ? from : at;
    }

    /** Whether only marks and a polite word follow. */
    private boolean isOver(int from) {
        int at = marks(from);
        return at >= tokens.size() || isPolite(at) || words.after(Role.WHICH, tokens, at) == tokens.size();
    }

    private Optional<Step> targetFirst(int from) {
        List<Target> all = targets.at(tokens, from);
        for (int i = 0; i < all.size(); i++) {
            Target target = all.get(i);
            int at = verbs.skip(tokens, target.to());
            int undo = words.after(Role.UNDO, tokens, at);
            if (undo > at && isOver(undo) && target.each()) {
                return order(from, tokens.size(), List.of(), new Command.Undo(target.numbers()));
            }
            Optional<Step> step = command(from, target, at);
            if (step.isPresent() && target.blank() && isBrief(step.get()) && i + 1 < all.size()) {
                // '2 12 December': the second number belongs to the day.
                Optional<Step> fewer = command(from, all.get(i + 1), verbs.skip(tokens, all.get(i + 1).to()));
                return fewer.filter(LineReading::isLater).or(() -> command(from, target, at));
            }
            if (step.isPresent()) {
                return step;
            }
        }
        return Optional.empty();
    }

    private static boolean isBrief(Step step) {
        return isLater(step) || step.said().getFirst() instanceof Order(_, _, Command.Rated _);
    }

    private static boolean isLater(Step step) {
        return step.said().getFirst() instanceof Order(_, _, Command.Later _);
    }

    private Optional<Step> command(int from, Target target, int at) {
        List<Numbered> meant = mail.stream().filter(it -> target.numbers().contains(it.number())).toList();
        for (Kind kind : kinds(meant)) {
            Optional<Verb> verb = verbs.at(tokens, at, kind, candidates(meant, kind));
            if (verb.isPresent()) {
                List<Integer> numbers = meant.stream().filter(it -> it.kind() == kind).map(Numbered::number).toList();
                return Optional.of(finish(from, target, numbers, verb.get()));
            }
        }
        // It is a command, though not for such a line.
        for (Kind kind : Kind.values()) {
            Optional<Verb> verb = target.each() ? verbs.at(tokens, at, kind, List.of()) : Optional.empty();
            if (verb.isPresent()) {
                boolean known = !meant.isEmpty();
                int end = textEnd(verb.get().to(), true);
                return unclear(from, end, known ? Doubt.NOT_HERE : Doubt.NO_SUCH_LINE, Targets.list(target.numbers()));
            }
        }
        return Optional.empty();
    }

    private static List<Kind> kinds(List<Numbered> meant) {
        return meant.stream().map(Numbered::kind).distinct().sorted().toList();
    }

    private static List<CustomerId> candidates(List<Numbered> meant, Kind kind) {
        List<Numbered> some = meant.stream().filter(it -> it.kind() == kind).toList();
        return some.size() == 1 ? some.getFirst().candidates() : List.of();
    }

    /** A command with its text, and doubt about numbers that the mail does not have. */
    private Step finish(int from, Target target, List<Integer> numbers, Verb verb) {
        int end = verb.text() ? textEnd(verb.to(), !(verb.command() instanceof Command.Noted)) : verb.to();
        String line = tokens.words(from, end);
        if (target.several()) {
            return new Step(List.of(new Unclear(line, Doubt.SEVERAL, Targets.list(target.numbers()))), end);
        }
        if (verb.past() != null) {
            return new Step(List.of(new Unclear(line, Doubt.DAY_PAST, verb.past().toString())), end);
        }
        List<Said> said = new ArrayList<>(List.of(new Order(line, numbers, told(verb.command(), text(verb.to(), end)))));
        List<Integer> unknown = target.numbers().stream().filter(it -> mail.stream().noneMatch(line1 -> line1.number() == it)).toList();
        if (target.each() && !unknown.isEmpty()) {
            said.add(new Unclear(line, Doubt.NO_SUCH_LINE, Targets.list(unknown)));
        }
        return new Step(said, end);
    }

    private Command told(Command command, String text) {
        return switch (command) {
            case Command.Done _ -> new Command.Done(text);
            case Command.Later later -> new Command.Later(later.day(), text);
            case Command.Noted noted -> new Command.Noted(text, noted.contact() || words.stands(Role.CONTACT, Tokens.of(text), 0));
            case Command.Rated _, Command.Answered _, Command.Whose _, Command.Stop _, Command.Start _, Command.Pause _,
                    Command.Undo _ -> command;
        };
    }

    private Optional<Step> commandFirst(int from) {
        for (Kind kind : Kind.values()) {
            Optional<Verb> verb = kind == Kind.MESSAGE ? Optional.empty() : verbs.at(tokens, polite(from), kind, List.of());
            if (verb.isEmpty()) {
                continue;
            }
            for (Target target : targets.at(tokens, verbs.skip(tokens, verb.get().to()))) {
                Optional<Step> step = commandFirst(from, kind, verb.get(), target);
                if (step.isPresent()) {
                    return step;
                }
            }
        }
        return gradeFirst(from);
    }

    private Optional<Step> commandFirst(int from, Kind kind, Verb verb, Target target) {
        boolean bare = !(verb.command() instanceof Command.Noted) && !(verb.command() instanceof Command.Done);
        int after = verb.command() instanceof Command.Noted ? Verbs.marks(tokens, target.to()) : verbs.skip(tokens, target.to());
        if (bare && !isOver(after) && !isOrder(marks(after)) || verb.command() instanceof Command.Noted && isOver(after)) {
            return Optional.empty();
        }
        List<Integer> numbers = mail.stream()
                .filter(it -> target.numbers().contains(it.number()) && it.kind() == kind)
                .map(Numbered::number)
                .toList();
        if (numbers.isEmpty()) {
            return target.each()
                    ? unclear(from, after, Doubt.NO_SUCH_LINE, Targets.list(target.numbers()))
                    : Optional.empty();
        }
        return Optional.of(finish(from, target, numbers, new Verb(verb.command(), after, verb.text(), verb.past())));
    }

    /** {@code grade 3 A}: the number stands between the word and the letter. */
    private Optional<Step> gradeFirst(int from) {
        int word = words.after(Role.GRADE, tokens, from);
        if (word == from) {
            return Optional.empty();
        }
        for (Target target : targets.at(tokens, word)) {
            int at = verbs.skip(tokens, target.to());
            Optional<Verb> verb = verbs.at(tokens, at, Kind.CUSTOMER, List.of()).filter(it -> it.command() instanceof Command.Rated);
            if (verb.isPresent()) {
                return command(from, target, at);
            }
        }
        return Optional.empty();
    }

    /** A command without a number: about the line above it, or the only one there is. */
    private Optional<Step> alone(int from) {
        List<Numbered> meant = under > 0
                ? mail.stream().filter(it -> it.number() == under).toList()
                : mail.size() == 1 && !words.begins(Role.CHATTER, tokens, from) ? mail : List.of();
        if (!meant.isEmpty()) {
            Target only = new Target(List.of(meant.getFirst().number()), from, true, false);
            return command(from, only, polite(from));
        }
        boolean chatter = words.begins(Role.CHATTER, tokens, from) || from > 0;
        boolean said = !chatter && (verbs.at(tokens, polite(from), Kind.CUSTOMER, List.of()).isPresent()
                || verbs.at(tokens, polite(from), Kind.QUESTION, List.of()).isPresent());
        return said ? unclear(from, tokens.size(), Doubt.WHICH, "") : Optional.empty();
    }

    /** {@code 2 send samples next Monday}: the day stands last. */
    private Optional<Step> dayLast(int from) {
        for (Target target : targets.at(tokens, from)) {
            int at = verbs.skip(tokens, target.to());
            int end = textEnd(at, true);
            int last = end;
            while (last > at && tokens.get(last - 1).kind() == Token.Kind.MARK) {
                last--;
            }
            List<Integer> numbers = mail.stream()
                    .filter(it -> target.numbers().contains(it.number()) && it.kind() == Kind.CUSTOMER)
                    .map(Numbered::number)
                    .toList();
            Optional<Days.Found> day = days.atEnd(tokens, at, last, moment).filter(it -> it.day().isAfter(moment.today()));
            if (day.isPresent() && !numbers.isEmpty() && !target.several()) {
                String text = text(at, day.get().to());
                return Optional.of(new Step(
                        List.of(new Order(tokens.words(from, end), numbers, new Command.Later(day.get().day(), text))), end));
            }
        }
        return Optional.empty();
    }

    /** Where the text of a command ends: at the end of the line, or before the next command. */
    private int textEnd(int from, boolean atCommas) {
        for (int at = from; at < tokens.size(); at++) {
            boolean separated = at > from
                    && (tokens.is(at - 1, ";") || (atCommas && (tokens.is(at - 1, ",") || tokens.is(at - 1, ".") || tokens.is(at - 1, "。"))));
            boolean and = atCommas && words.begins(Role.AND, tokens, at) && isOrder(words.after(Role.AND, tokens, at));
            if (and || ((separated || (at == from && atCommas)) && isOrder(at))) {
                return separated ? at : and && at > from && tokens.is(at - 1, ",") ? at - 1 : at;
            }
        }
        return tokens.size();
    }

    /** Whether a whole command begins there that names its line by a number. */
    private boolean isOrder(int from) {
        for (Target target : targets.numbers(tokens, from)) {
            List<Numbered> meant = mail.stream().filter(it -> target.numbers().contains(it.number())).toList();
            if (meant.size() == target.numbers().size()
                    && kinds(meant).stream().anyMatch(kind ->
                            verbs.at(tokens, verbs.skip(tokens, target.to()), kind, candidates(meant, kind)).isPresent())) {
                return true;
            }
        }
        return false;
    }

    /** The words between two tokens, without the marks around them. */
    private String text(int from, int to) {
        int start = from;
        while (start < to && tokens.get(start).kind() == Token.Kind.MARK && ".,:;-、。!>=)".contains(tokens.get(start).form())) {
            start++;
        }
        int end = to;
        while (end > start && tokens.get(end - 1).kind() == Token.Kind.MARK && ".,:;-、。".contains(tokens.get(end - 1).form())) {
            end--;
        }
        String text = tokens.words(start, end).strip();
        return text.equals("了") || text.equals("吧") || words.after(Role.CHATTER, Tokens.of(text), 0) == Tokens.of(text).size() ? "" : text;
    }

    private static Optional<Step> step(Said said, int to) {
        return Optional.of(new Step(List.of(said), to));
    }

    private Optional<Step> order(int from, int to, List<Integer> numbers, Command command) {
        return step(new Order(tokens.words(from, to), numbers, command), to);
    }

    private Optional<Step> unclear(int from, int to, Doubt doubt, String detail) {
        return step(new Unclear(tokens.words(from, to), doubt, detail), to);
    }
}

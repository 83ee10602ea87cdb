package org.genjin.daemon.reply;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.FirmNames;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.reading.when.Token;
import org.genjin.daemon.reading.when.Tokens;
import org.genjin.daemon.reply.ReplyWords.Role;

/** Finds which of a mail's lines are meant: {@code 1, 2}, {@code 3-5}, {@code all}, a customer's number or name. */
final class Targets {

    private static final int MOST_LINES = 999;
    private static final int LONGEST_RANGE = 100;
    private static final int LONGEST_NAME = 10;
    private static final int SHORTEST = 3;

    private final ReplyWords words;
    private final List<Numbered> mail;
    private final Set<Integer> named;

    /** @param named the lines that were named before */
    Targets(ReplyWords words, List<Numbered> mail, Set<Integer> named) {
        this.words = words;
        this.mail = mail;
        this.named = named;
    }

    /**
     * Lines that are meant.
     *
     * @param to the first token after their numbers
     * @param each whether it was said of which; else all are meant that a command fits
     * @param several whether a name means more than one customer
     * @param blank whether only a blank stands before the last number
     */
    record Target(List<Integer> numbers, int to, boolean each, boolean several, boolean blank) {

        Target(List<Integer> numbers, int to, boolean each, boolean several) {
            this(numbers, to, each, several, false);
        }
    }

    /** What may be meant from a token on, the longest first. */
    List<Target> at(Tokens tokens, int from) {
        List<Target> found = new ArrayList<>(numbers(tokens, from));
        found.addAll(byWord(tokens, from));
        found.addAll(byName(tokens, from));
        return found;
    }

    /** Only those that are numbered. */
    List<Target> numbers(Tokens tokens, int from) {
        List<Target> found = new ArrayList<>();
        int at = skip(tokens, from);
        int first = number(tokens, at);
        if (first < 0) {
            return found;
        }
        List<Integer> numbers = new ArrayList<>(List.of(first));
        at++;
        found.addFirst(new Target(List.copyOf(numbers), at, true, false));
        while (at < tokens.size()) {
            boolean blank = false;
            int range = tokens.is(at, "-") ? at + 1 : words.after(Role.TO, tokens, at);
            int last = number(tokens, range);
            int before = numbers.getLast();
            if (range > at && last > before && last - before <= LONGEST_RANGE) {
                for (int i = before + 1; i <= last; i++) {
                    numbers.add(i);
                }
                at = range + 1;
            } else {
                int next = joined(tokens, at);
                if (number(tokens, next) < 0) {
                    break;
                }
                numbers.add(number(tokens, next));
                blank = next == at;
                at = next + 1;
            }
            found.addFirst(new Target(List.copyOf(new LinkedHashSet<>(numbers)), at, true, false, blank));
        }
        return found;
    }

    /** Past what joins two numbers. */
    private int joined(Tokens tokens, int from) {
        int at = from;
        while (at < tokens.size() && tokens.get(at).kind() == Token.Kind.MARK && ",/&;".contains(tokens.get(at).form())) {
            at++;
        }
        at = words.after(Role.AND, tokens, at);
        return skip(tokens, at);
    }

    /** Past what stands before a number: {@code #}, {@code no.}, {@code 第}. */
    private int skip(Tokens tokens, int from) {
        int at = from;
        int before = -1;
        while (at != before) {
            before = at;
            while (at < tokens.size() && tokens.get(at).kind() == Token.Kind.MARK && "#([*•·".contains(tokens.get(at).form())) {
                at++;
            }
            at = words.after(Role.WHICH, tokens, at);
        }
        return at;
    }

    private static int number(Tokens tokens, int at) {
        int number = tokens.number(at);
        return number > 0 && number <= MOST_LINES && tokens.get(at).end() - tokens.get(at).start() <= 3 ? number : -1;
    }

    private List<Target> byWord(Tokens tokens, int from) {
        int at = skip(tokens, from);
        int rest = words.after(Role.REST, tokens, at);
        int all = words.after(Role.ALL, tokens, at);
        if (rest > at && rest >= all) {
            List<Integer> others = mail.stream().map(Numbered::number).filter(it -> !named.contains(it)).toList();
            return List.of(new Target(others, rest, false, false));
        }
        return all > at ? List.of(new Target(mail.stream().map(Numbered::number).toList(), all, false, false)) : List.of();
    }

    private List<Target> byName(Tokens tokens, int from) {
        int at = skip(tokens, from);
        int start = at < tokens.size() ? at : from;
        List<Target> found = new ArrayList<>();
        for (int to = Math.min(tokens.size(), start + LONGEST_NAME); to > start; to--) {
            String name = tokens.words(start, to);
            List<Integer> called = mail.stream().filter(it -> isCalled(it, name)).map(Numbered::number).toList();
            if (!called.isEmpty()) {
                found.add(new Target(called, to, true, called.size() > 1));
            }
        }
        return found;
    }

    private static boolean isCalled(Numbered it, String name) {
        if (CustomerId.parse(name).filter(it.customers()::contains).isPresent()) {
            return true;
        }
        String folded = Names.folded(name);
        boolean ideographs = folded.codePoints().anyMatch(Character::isIdeographic);
        if (ideographs ? folded.codePointCount(0, folded.length()) < 2 : folded.length() < SHORTEST || FirmNames.isGeneral(folded)) {
            return false;
        }
        return it.names().stream().anyMatch(known -> isCalled(Names.folded(known), folded, ideographs));
    }

    private static boolean isCalled(String known, String said, boolean ideographs) {
        String typed = plain(said);
        String whole = plain(known);
        return ideographs
                ? whole.contains(typed)
                : whole.equals(typed) || whole.startsWith(typed + " ") || (" " + whole + " ").contains(" " + typed + " ");
    }

    /** As people write it who have no such keys: Mueller for Müller. */
    private static String plain(String folded) {
        return folded.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    }

    /** The names of the lines, for a sentence about them. */
    static String list(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}

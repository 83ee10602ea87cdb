package org.genjin.daemon.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.genjin.daemon.customer.Clue;
import org.genjin.daemon.customer.Clue.Kind;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.DocumentNumbers;
import org.genjin.daemon.customer.Domains;
import org.genjin.daemon.customer.FirmNames;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.party.Platforms;
import org.genjin.daemon.party.TradeSigns;
import org.genjin.daemon.reading.ContactCard;
import org.genjin.daemon.reading.Forwarded;

/** Reads in a message what may tie its writer to a customer, and what tells who buys from whom. Thread-safe, no state. */
final class Clues {

    private static final int TAIL_LINES = 12;
    private static final int MOST_WORDS = 8;
    private static final int FEW = 3;
    private static final int TAIL = 1_200;
    private static final int SAID = 8_000;
    private static final int PARTS = 24;
    private static final int LONGEST_PART = 80;
    private static final int HEAD_OF_FORWARD = 1_500;
    private static final Pattern ADDRESS = Pattern.compile("(?<![\\w.+%-])[\\w.+%-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}");
    private static final Pattern PARTED = Pattern.compile("[\\n/|,;•·–—(){}\\[\\]]|\\s-\\s|\\s{2,}");
    /** A desk puts the firm's name there: "[Acme #4711]". */
    private static final Pattern IN_BRACKETS = Pattern.compile("\\[([\\p{L}][^\\[\\]#\\d]{2,60})[#\\d\\s]{0,20}]");
    private static final Pattern IDEOGRAPH_BLANK = Pattern.compile("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");

    private final Phones phones;
    private final Introductions introductions = new Introductions();
    private final TradeSigns signs = new TradeSigns();
    private final DocumentNumbers papers = new DocumentNumbers();

    Clues(Phones phones) {
        this.phones = phones;
    }

    /** What every message is read for: who buys from whom, what it is about, whose words it passes on. */
    List<Clue> ofTrade(Prepared prepared, Direction direction) {
        Message message = prepared.message();
        Set<Clue> clues = new LinkedHashSet<>();
        if (direction != Direction.INTERNAL) {
            // What stands behind "Re:" are the other side's words.
            String about = Subjects.isPrefixed(message.subject()) ? "" : message.subject();
            signs.in(about + "\n" + said(prepared)).forEach(it -> clues.add(new Clue(Kind.SIGN, it.id())));
        }
        papers.in(message.subject() + "\n" + said(prepared)).forEach(it -> clues.add(new Clue(Kind.DOCUMENT, it)));
        if (message.channel() == Channel.EMAIL) {
            Subjects.base(message.subject()).ifPresent(it -> clues.add(new Clue(Kind.SUBJECT, it)));
            forwarded(prepared, direction).forEach(it -> clues.add(new Clue(Kind.FORWARDED, it)));
        }
        return List.copyOf(clues);
    }

    /** What a machine's mail is read for: a firm's own system sends orders, and writes to one of us then. */
    List<Clue> ofMachine(Prepared prepared) {
        Message message = prepared.message();
        boolean toMany = message.headers().containsKey("list-id") || message.to().size() + message.cc().size() > FEW;
        return toMany
                ? List.of()
                : papers.in(message.subject() + "\n" + said(prepared)).stream().map(it -> new Clue(Kind.DOCUMENT, it)).toList();
    }

    /** Who its writer may be; asked only where that is not known. */
    List<Clue> ofWriter(Prepared prepared) {
        Set<Clue> clues = new LinkedHashSet<>();
        String said = said(prepared);
        Platforms.KNOWN.namedIn(prepared.message().subject() + "\n" + said).forEach(it -> clues.add(new Clue(Kind.PLATFORM, it)));
        writer(prepared, said, clues);
        return List.copyOf(clues);
    }

    private static String said(Prepared prepared) {
        return head(prepared.reading().text(), SAID);
    }

    private void writer(Prepared prepared, String said, Set<Clue> clues) {
        Message message = prepared.message();
        Message.Participant author = message.author();
        String sender = author == null || author.address() == null ? "" : author.address();
        if (author != null && author.name() != null) {
            person(Parties.withoutVia(author.name()), clues);
        }
        boolean mail = message.channel() == Channel.EMAIL;
        String tail = mail ? tail(said) + "\n" + head(prepared.reading().signature(), TAIL) : "";
        Matcher bracket = IN_BRACKETS.matcher(head(message.subject(), LONGEST_PART * 2));
        if (mail && bracket.find()) {
            firm(bracket.group(1).strip(), clues);
        }
        ContactCard card = prepared.reading().contact();
        if (card != null) {
            name(card, clues);
        }
        // Bilingual signatures name the firm twice; what is no name meets nobody's.
        parts(tail).forEach(it -> {
            person(it, clues);
            firm(it, clues);
        });
        // In the words themselves a firm's name in a sentence is somebody else's.
        parts(mail && !prepared.reading().signature().isBlank() ? head(prepared.reading().signature(), TAIL) : tail)
                .forEach(it -> firmBehind(it, clues));
        Introductions.Introduced introduced = introductions.in(said);
        introduced.persons().forEach(it -> person(it, clues));
        introduced.firms().forEach(it -> firm(it, clues));
        if (mail) {
            Renames.in(said).forEach(it -> firm(it, clues));
        }
        if (mail && Domains.ofAddress(sender).filter(Platforms.KNOWN::isDesk).isPresent()) {
            // A desk writes for whom it names before a colon.
            said.lines().limit(PARTS).filter(it -> it.indexOf(':') > 0).forEach(it -> firm(it.substring(0, it.indexOf(':')), clues));
        }
        if (mail) {
            phones.in(tail).forEach(it -> clues.add(new Clue(Kind.PHONE, it)));
            Phones.dialled(tail).forEach(it -> clues.add(new Clue(Kind.PHONE, it)));
        } else {
            phones.whole(sender).ifPresent(it -> clues.add(new Clue(Kind.PHONE, it)));
        }
        addresses(said + "\n" + tail, sender, clues);
    }

    private void name(ContactCard card, Set<Clue> clues) {
        if (card.name() != null) {
            person(card.name(), clues);
        }
        if (card.company() != null) {
            firm(card.company(), clues);
            parts(card.company()).forEach(it -> firm(it, clues));
        }
        card.phones().forEach(it -> clues.add(new Clue(Kind.PHONE, it)));
    }

    private static void person(String name, Set<Clue> clues) {
        String folded = Names.folded(name);
        if (Names.tells(folded) && folded.chars().filter(it -> it == ' ').count() < 5) {
            clues.add(new Clue(Kind.PERSON, folded));
        }
    }

    private static void firm(String name, Set<Clue> clues) {
        String[] words = name.split("\\s+");
        if (words.length <= MOST_WORDS) {
            FirmNames.keys(name).forEach(it -> clues.add(new Clue(Kind.FIRM, it)));
        }
    }

    /** "The projects branch of Acme GmbH", "Samir for Acme": the name begins with a capital behind a small word. */
    private static void firmBehind(String name, Set<Clue> clues) {
        String[] words = name.split("\\s+");
        for (int i = 1; i < Math.min(words.length, MOST_WORDS); i++) {
            if (Character.isLowerCase(words[i - 1].codePointAt(0)) && Character.isUpperCase(words[i].codePointAt(0))) {
                String rest = String.join(" ", Arrays.copyOfRange(words, i, words.length));
                FirmNames.keys(rest).forEach(it -> clues.add(new Clue(Kind.FIRM, it)));
            }
        }
    }

    private static void addresses(String text, String sender, Set<Clue> clues) {
        Matcher found = ADDRESS.matcher(text);
        int count = 0;
        while (found.find() && count++ < PARTS) {
            String address = found.group().toLowerCase(Locale.ROOT);
            if (!address.equals(sender)) {
                clues.add(new Clue(Kind.ADDRESS, address));
            }
        }
    }

    /** Addresses of those whose words are passed on, as the reading tells or as they stand at the head of what is quoted. */
    private static List<String> forwarded(Prepared prepared, Direction direction) {
        Forwarded forwarded = prepared.reading().forwarded();
        if (forwarded != null) {
            return forwarded.address() == null ? List.of() : List.of(forwarded.address());
        }
        if (direction == Direction.IN) {
            return List.of();
        }
        Matcher found = ADDRESS.matcher(head(prepared.reading().quoted(), HEAD_OF_FORWARD));
        List<String> addresses = new ArrayList<>();
        while (found.find() && addresses.size() < 4) {
            addresses.add(found.group().toLowerCase(Locale.ROOT));
        }
        return addresses;
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        for (String line : PARTED.split(IDEOGRAPH_BLANK.matcher(text).replaceAll("\n"))) {
            String part = line.strip();
            if (part.length() >= 2 && part.length() <= LONGEST_PART && parts.size() < PARTS) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static String tail(String text) {
        List<String> lines = text.strip().lines().toList();
        String tail = String.join("\n", lines.subList(Math.max(lines.size() > 1 ? 1 : 0, lines.size() - TAIL_LINES), lines.size()));
        return tail.substring(Math.max(0, tail.length() - TAIL));
    }

    private static String head(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }
}

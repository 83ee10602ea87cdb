package org.genjin.daemon.reminder;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.genjin.daemon.ledger.FraudWarnings;
import org.genjin.daemon.outbox.OwnMail;
import org.genjin.daemon.reminder.Digest.Part;
import org.genjin.daemon.words.FraudWords;
import org.genjin.daemon.words.Words;

/** Puts a digest into a language. Immutable. */
final class DigestWording {

    private static final String ASKED = "#6b3fa0";

    private final Words words;
    private final Words commands;
    private final FraudWords fraud;
    private final DigestItems items;
    private final SourceLines sources;
    private final String page;

    /** @param page address of the page at the desk, without a slash at its end; "" if there is none */
    DigestWording(Language language, ZoneId zone, String page) {
        this.words = Words.of("digest", language);
        this.commands = Words.of("command", language);
        this.fraud = new FraudWords(language);
        this.items = new DigestItems(words, zone);
        this.sources = new SourceLines(words, zone);
        this.page = page;
    }

    /**
     * @param messageId of the mail that it becomes
     * @param brief with fewer links, for a mail that is too long else
     */
    DigestMail write(Digest it, String messageId, boolean brief) {
        DigestLinks links = new DigestLinks(commands, it.owner(), OwnMail.token(messageId), page, brief);
        List<DigestMail.Section> sections = new ArrayList<>();
        for (Digest.Section section : it.sections()) {
            sections.add(new DigestMail.Section(
                    words.text("section." + section.part().id()), colour(section.part()),
                    section.entries().stream().map(entry -> items.customer(entry, section.part(), it.at(), links)).toList()));
        }
        if (!it.questions().isEmpty()) {
            sections.add(new DigestMail.Section(
                    words.text("section.questions"), ASKED, it.questions().stream().map(ask -> items.question(ask, links)).toList()));
        }
        Digest.Yesterday yesterday = it.yesterday();
        return new DigestMail(
                words.language().tag(), words.isRightToLeft() ? "rtl" : "ltr", subject(it), sections.isEmpty() ? "" : words.text("answerable"),
                Stream.concat(it.warnings().stream().map(this::warning), it.sources().stream().flatMap(sources::problems)).toList(),
                sections, it.more() > 0 ? words.text("more", it.more()) : "", how(it),
                words.text("yesterday", yesterday.in(), yesterday.out(), yesterday.newCustomers(), yesterday.unmatched()),
                yesterday.unmatched() > 0 ? links.pageOf("/search?q=is%3Aunsorted") : "",
                sources.of(it.sources()), words.text("why-this-mail"),
                page.isEmpty() ? "" : words.text("page.at", words.bare(page)), links.stop(),
                new DigestMail.Labels(
                        words.text("write"), words.text("page"), page.isEmpty() || brief ? "" : words.text("on-page"), words.text("assign"), words.text("stop")));
    }

    private static String colour(Part part) {
        return switch (part) {
            case REPLY_OWED -> "#0b5cad";
            case OVERDUE -> "#b3261e";
            case TODAY -> "#8a5a00";
            case SILENT -> "#94500f";
            case NEW -> "#2b6b2b";
        };
    }

    private String subject(Digest it) {
        List<String> parts = new ArrayList<>();
        for (Part part : Part.values()) {
            count(part.id(), it.counts().getOrDefault(part, 0), parts);
        }
        count("question", it.questions().size(), parts);
        count("warning", it.warnings().size(), parts);
        count("trouble", it.troubled(), parts);
        return words.text("subject", items.day(it.date()), String.join(words.text("separator"), parts));
    }

    private void count(String what, int count, List<String> parts) {
        if (count > 0) {
            parts.add(words.text("subject." + what, count));
        }
    }

    private String warning(FraudWarnings.Alarm it) {
        return fraud.sentence(it.warning().kind().id(), it.warning().details(), it.from(), it.subject());
    }

    /** With numbers that there are, and what can be said of them. */
    private DigestMail.How how(Digest it) {
        int customers = it.sections().stream().mapToInt(section -> section.entries().size()).sum();
        if (customers == 0 && it.questions().isEmpty()) {
            return new DigestMail.How("", List.of(), "");
        }
        List<String> examples = new ArrayList<>();
        if (customers > 0) {
            examples.add("1 " + commands.text("done"));
            examples.add(Math.min(2, customers) + " " + commands.text("monday") + " " + words.text("how.next"));
            examples.add(Math.min(3, customers) + " " + commands.text("note") + " " + words.text("how.note"));
        }
        it.questions().stream().findFirst().ifPresent(ask -> examples.add(ask.number() + " "
                + (ask instanceof Digest.Ask.Whose ? DigestItems.FIRST_CANDIDATE : commands.text("yes"))));
        if (customers > 0) {
            examples.add(commands.text("all") + " " + commands.text("tomorrow"));
        }
        return new DigestMail.How(
                words.text("how"), examples, words.text(customers > 0 ? "how.more" : "how.undo", words.text("how.next")));
    }
}

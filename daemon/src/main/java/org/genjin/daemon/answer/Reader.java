package org.genjin.daemon.answer;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.genjin.config.Language;
import org.genjin.connectors.Message;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.ledger.AnswerTable.Answer;
import org.genjin.daemon.ledger.Archive;
import org.genjin.daemon.ledger.OutboxTable.Item;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.reply.Moment;
import org.genjin.daemon.reply.Numbered;
import org.genjin.daemon.reply.ReplyParser;
import org.genjin.daemon.reply.Said;
import org.genjin.daemon.reply.Typed;
import org.jspecify.annotations.Nullable;

/** Reads what an answer says, from the kept message or from the words of a link. Thread-safe. */
final class Reader {

    private final ReplyParser parser = new ReplyParser();
    private final Archive archive;

    Reader(Archive archive) {
        this.archive = archive;
    }

    /** Empty if the message is gone, or says nothing that is a command. */
    List<Said> said(Transaction tx, Answer answer, List<Item> items, ZoneId zone, Language language) {
        Long message = answer.message();
        Optional<Archive.Said> kept = message == null
                ? Optional.empty()
                : tx.messages().find(message).flatMap(row -> archive.said(tx, row));
        if (kept.isEmpty()) {
            return List.of();
        }
        List<Numbered> mail = numbered(tx, items);
        Moment moment = moment(answer.saidAt().atZone(zone), language, names(kept.get().message().from()));
        return parser.read(kept.get().message(), kept.get().reading(), mail, moment);
    }

    /** @param words as a link says them */
    List<Said> said(Transaction tx, String words, ZonedDateTime at, List<Item> items, Language language) {
        List<Typed> lines = words.lines().map(it -> new Typed(it, 0)).toList();
        return parser.parse(lines, numbered(tx, items), moment(at, language, Set.of()));
    }

    private static Moment moment(ZonedDateTime at, Language language, Set<String> names) {
        return new Moment(at.toOffsetDateTime(), language.locale().getLanguage(), names);
    }

    private static Set<String> names(Message.@Nullable Participant from) {
        String address = from == null ? "" : Objects.requireNonNullElse(from.address(), "");
        String name = from == null ? "" : Objects.requireNonNullElse(from.name(), "");
        Set<String> names = new TreeSet<>(List.of(Names.folded(name).split(" ", -1)));
        names.addAll(List.of(Names.folded(address.replaceFirst("@.*", "")).toLowerCase(Locale.ROOT).split(" ", -1)));
        names.removeIf(String::isEmpty);
        return names;
    }

    private static List<Numbered> numbered(Transaction tx, List<Item> items) {
        Map<Long, String> names = tx.customers().names(items.stream().map(Item::subject).toList());
        return items.stream()
                .map(it -> switch (it.about()) {
                    case CUSTOMER -> Numbered.customer(
                            it.number(), new CustomerId(it.subject()), names.getOrDefault(it.subject(), ""));
                    case PROPOSAL -> Numbered.question(it.number());
                    case MESSAGE -> Numbered.message(it.number(), tx.undecided().candidates(it.subject()));
                })
                .toList();
    }
}

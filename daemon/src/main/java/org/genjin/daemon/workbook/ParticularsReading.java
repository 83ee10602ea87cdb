package org.genjin.daemon.workbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Deal;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.followup.Event;
import org.genjin.daemon.ledger.DealingsTable.Heard;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.genjin.daemon.ledger.SaidTable.SaidFact;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.reading.said.FactType;
import org.genjin.daemon.reading.said.Promise;
import org.genjin.daemon.reading.said.Subjects;
import org.genjin.daemon.workbook.rules.Business;
import org.genjin.daemon.workbook.rules.BusinessReading;
import org.genjin.daemon.workbook.rules.ListedBusiness;

/** Reads what customers' own sheets tell, out of the ledger, many at once. */
final class ParticularsReading {

    /** More of it nobody sees. */
    private static final int NEWEST = 5;
    /** The steps that name our price. */
    private static final Set<Business.Kind> OFFERS = Set.of(Business.Kind.QUOTE, Business.Kind.INVOICE, Business.Kind.ORDER);

    private ParticularsReading() {}

    static Map<CustomerId, Particulars> of(Transaction tx, List<CustomerId> customers, Instant at) {
        Map<CustomerId, List<SaidFact>> facts = tx.said().facts(customers, at);
        Map<CustomerId, Heard> heard = tx.dealings().heard(customers, facts, Instant.EPOCH, at);
        Map<CustomerId, List<Identity>> identities = tx.identities().of(customers);
        Map<CustomerId, List<Deal>> listed = tx.deals().of(customers);
        Map<CustomerId, Particulars> all = new HashMap<>();
        for (CustomerId it : customers) {
            List<String> sites = identities.getOrDefault(it, List.of()).stream()
                    .filter(id -> id.kind() == Kind.DOMAIN)
                    .map(Identity::knownAs)
                    .distinct()
                    .toList();
            all.put(it, of(
                    heard.getOrDefault(it, Heard.NOTHING).events(), sites, listed.getOrDefault(it, List.of()),
                    quote(TradeTerms.of(facts.getOrDefault(it, List.of())).quote(), listed.getOrDefault(it, List.of()))));
        }
        return all;
    }

    /** Our last price, whether a message or a list tells it; of the same time, the message's. */
    private static Optional<TradeTerms.Quote> quote(Optional<TradeTerms.Quote> said, List<Deal> listed) {
        Optional<TradeTerms.Quote> told = listed.reversed().stream()
                .filter(it -> it.amount() != null && it.day() != null)
                .map(it -> ListedBusiness.step(it, Objects.requireNonNull(it.day())))
                .filter(it -> OFFERS.contains(it.kind()))
                .findFirst()
                .map(it -> new TradeTerms.Quote(it.at(), it.message(), told(it)));
        return told.filter(it -> said.isEmpty() || it.at().isAfter(said.get().at())).or(() -> said);
    }

    private static String told(Business it) {
        return (it.currency() + " " + Objects.requireNonNull(it.amount()).toPlainString()).strip() + " " + it.content();
    }

    private static Particulars of(List<Event> events, List<String> sites, List<Deal> listed, Optional<TradeTerms.Quote> quote) {
        List<Business> business = ListedBusiness.among(BusinessReading.of(events), listed);
        Map<Long, Set<String>> subjects = new HashMap<>();
        Map<Long, String> promises = new HashMap<>();
        for (Event it : events) {
            Set<String> about = Subjects.of(it.facts(), it.direction() == Direction.OUT);
            if (!about.isEmpty()) {
                subjects.put(it.message(), about);
            }
            if (!it.promises().isEmpty()) {
                promises.put(it.message(), SheetValues.several(it.promises().stream().map(ParticularsReading::promise).toList()));
            }
        }
        return new Particulars(
                sites, BusinessReading.last(events, FactType.PAYMENT).orElse(""), BusinessReading.last(events, FactType.INCOTERM).orElse(""),
                new ArrayList<>(business.subList(0, Math.min(NEWEST, business.size()))), quote, subjects, promises);
    }

    private static String promise(Promise it) {
        return it.text().replaceAll("\\s+", " ").strip() + (it.due() == null ? "" : " (" + it.due() + ")");
    }
}

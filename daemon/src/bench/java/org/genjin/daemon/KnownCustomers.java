package org.genjin.daemon;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.genjin.config.FreeMail;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Domains;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.ledger.CustomerTable.Field;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.ledger.Transaction.Counter;

/** The list of customers that an exporter had before: name, country, person, addresses, telephones, site, a row a person. */
final class KnownCustomers {

    private static final int ADDRESS = 3;
    private static final int PHONE = 4;
    private static final int SITE = 5;

    private KnownCustomers() {}

    static void insert(Ledger ledger, MatchingTruth truth, Instant now) throws IOException {
        String text = Files.readString(truth.folder().resolve("known.csv"), StandardCharsets.UTF_8).replace("\ufeff", "");
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
            csv.forEach(it -> rows.add(it.getFields()));
        }
        ledger.transact(tx -> {
            java.util.Map<String, CustomerId> made = new java.util.HashMap<>();
            for (List<String> row : rows.subList(1, rows.size())) {
                CustomerId id = made.computeIfAbsent(row.getFirst(), name -> {
                    CustomerId fresh = new CustomerId(tx.take(Counter.CUSTOMER, 1));
                    tx.customers().insert(fresh, name, truth.owners().getFirst().address(), now);
                    tx.customers().setByHand(fresh, Field.NAME, name);
                    tx.customers().setByHand(fresh, Field.COUNTRY, row.get(1));
                    return fresh;
                });
                identities(tx, truth, id, row);
            }
            return null;
        });
    }

    private static void identities(Transaction tx, MatchingTruth truth, CustomerId id, List<String> row) {
        FreeMail freeMail = new FreeMail();
        String person = row.get(2);
        Set<String> domains = new TreeSet<>();
        for (String address : parts(row.get(ADDRESS))) {
            String lower = address.toLowerCase(Locale.ROOT);
            tx.identities().put(new Identity(Kind.ADDRESS, lower, "", id, person, null));
            Domains.ofAddress(lower).filter(it -> !freeMail.isFreeMail(it)).flatMap(Domains::registered).ifPresent(domains::add);
        }
        for (String phone : parts(row.get(PHONE))) {
            tx.identities().put(new Identity(Kind.PHONE, "+" + phone.replaceAll("\\D", ""), "", id, person, null));
        }
        for (String site : parts(row.get(SITE))) {
            Domains.registered(site.toLowerCase(Locale.ROOT)).ifPresent(domains::add);
        }
        domains.forEach(it -> tx.identities().put(new Identity(Kind.DOMAIN, it, "", id, "", null)));
        String folded = Names.folded(person);
        if (Names.tells(folded)) {
            truth.owners().forEach(it -> tx.identities().put(new Identity(Kind.NAME, folded, it.address(), id, person, null)));
        }
    }

    /** The customers that are known by one of {@code senders}. */
    static List<String> knownBy(Transaction tx, Set<String> senders) {
        Set<Long> ids = new TreeSet<>();
        for (Kind kind : List.of(Kind.ADDRESS, Kind.CHAT)) {
            tx.identities().find(kind, senders).forEach(it -> ids.add(it.customer().number()));
        }
        return List.copyOf(tx.customers().names(ids).values());
    }

    private static List<String> parts(String cell) {
        return Arrays.stream(cell.split(";")).map(String::strip).filter(it -> !it.isEmpty()).toList();
    }
}

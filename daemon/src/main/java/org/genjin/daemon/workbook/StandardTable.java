package org.genjin.daemon.workbook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.genjin.config.Language;
import org.genjin.daemon.customer.Contact;
import org.genjin.daemon.customer.FirmNames;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.words.Words;
import org.genjin.daemon.workbook.rules.Columns;
import org.jspecify.annotations.Nullable;

/**
 * The standardised customer table: one row a contact, its customer's values repeated. Values are codes that any program reads: ISO
 * countries, languages, days and currencies, telephone numbers in E.164. What is not known is empty. Immutable.
 */
final class StandardTable {

    /** A contract with other programs. */
    static final List<String> COLUMNS = List.of(
            "customer_id", "company", "company_short", "country_iso2", "region", "city", "address", "website", "domain",
            "customer_type", "source", "grade", "stage", "owner", "first_name", "last_name", "title", "email", "email2",
            "phone_e164", "whatsapp", "wechat", "linkedin", "language", "time_zone", "incoterm", "port", "payment",
            "currency", "products", "first_contact", "last_out", "last_in", "next_follow_up", "next_action", "touches",
            "last_quote", "tags", "notes", "consent_basis", "erase_after");

    private static final Contact NOBODY = new Contact("", "", List.of(), List.of(), List.of());

    private final SheetWords words;
    private final ZoneId zone;
    private final Map<String, String> called = new HashMap<>();

    StandardTable(SheetWords words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
        for (String column : COLUMNS) {
            called.put(Names.folded(column), column);
            Arrays.stream(Language.values()).forEach(it -> called.putIfAbsent(Names.folded(header(column, it)), column));
        }
    }

    /** What a column is called by people. */
    static String header(String column, Language language) {
        return Words.of("standard", language).text(column);
    }

    /**
     * What is known of a customer beside the board.
     *
     * @param domains of theirs
     * @param beside header → what stands in the workbook's columns that no message fills
     */
    record Beside(List<String> domains, Map<String, String> beside, TradeTerms terms) {

        static final Beside NOTHING = new Beside(List.of(), Map.of(), TradeTerms.NONE);

        String own(String key) {
            return beside.getOrDefault(Columns.header(key), "");
        }
    }

    List<List<String>> rows(CustomerRow it, Beside beside) {
        List<Contact> contacts = it.contacts().isEmpty() ? List.of(NOBODY) : it.contacts();
        Map<String, String> customer = customer(it, beside);
        return contacts.stream()
                .map(contact -> {
                    Map<String, String> row = new HashMap<>(customer);
                    contact(contact, beside, row);
                    own(beside, row);
                    return COLUMNS.stream().map(column -> row.getOrDefault(column, "")).toList();
                })
                .toList();
    }

    private Map<String, String> customer(CustomerRow it, Beside beside) {
        Map<String, String> row = new HashMap<>();
        row.put("customer_id", it.id().toString());
        row.put("company", it.name());
        row.put("company_short", FirmNames.brief(it.name()));
        row.put("country_iso2", it.country() == null ? "" : it.country());
        row.put("customer_type", beside.own("type"));
        row.put("source", beside.own("source"));
        row.put("grade", it.grade().name());
        row.put("stage", it.stage().id());
        row.put("owner", it.owner());
        row.put("language", String.join(" ", it.languages()));
        row.put("time_zone", it.timeZone() == null ? "" : it.timeZone().getId());
        TradeTerms terms = beside.terms();
        row.put("incoterm", terms.incoterm());
        row.put("port", terms.port());
        row.put("payment", terms.payment());
        row.put("currency", terms.currency());
        row.put("products", beside.own("products").isEmpty() ? String.join("; ", terms.products()) : beside.own("products"));
        row.put("last_quote", terms.quote().map(quote -> quote.dated(zone)).orElse(""));
        row.put("first_contact", day(it.firstContact()));
        row.put("last_out", day(it.lastOut()));
        row.put("last_in", day(it.lastIn()));
        row.put("next_follow_up", it.next().map(CustomerRow.Next::date).map(LocalDate::toString).orElse(""));
        row.put("next_action", it.next().map(words.sentence()::action).orElse(""));
        row.put("touches", Integer.toString(it.touches()));
        row.put("notes", it.notes());
        return row;
    }

    private static void contact(Contact it, Beside beside, Map<String, String> row) {
        String name = it.name().strip();
        int blank = name.lastIndexOf(' ');
        row.put("first_name", blank < 0 ? name : name.substring(0, blank));
        row.put("last_name", blank < 0 ? "" : name.substring(blank + 1));
        row.put("title", it.title());
        row.put("email", at(it.addresses(), 0));
        row.put("email2", at(it.addresses(), 1));
        row.put("phone_e164", at(it.phones(), 0));
        for (String channel : List.of("whatsapp", "wechat", "linkedin")) {
            row.put(channel, it.handles().stream().filter(one -> one.channel().equals(channel)).map(Contact.Handle::name).findFirst().orElse(""));
        }
        row.put("domain", domain(it, beside.domains()));
    }

    /** The one that they write from, else any of the firm's; a free-mail provider's is nobody's. */
    private static String domain(Contact it, List<String> domains) {
        return domains.stream()
                .filter(domain -> it.addresses().stream().anyMatch(one -> one.endsWith("@" + domain) || one.endsWith("." + domain)))
                .findFirst()
                .orElse(at(domains, 0));
    }

    /** A column that a person added and called like one of these fills it. */
    private void own(Beside beside, Map<String, String> row) {
        Set<String> headers = new TreeSet<>(beside.beside().keySet());
        for (String header : headers) {
            String column = header.startsWith(":") ? null : called.get(Names.folded(header));
            if (column != null && row.getOrDefault(column, "").isEmpty()) {
                row.put(column, beside.beside().getOrDefault(header, ""));
            }
        }
    }

    private String day(@Nullable Instant instant) {
        return instant == null ? "" : instant.atZone(zone).toLocalDate().toString();
    }

    private static String at(List<String> all, int place) {
        return place < all.size() ? all.get(place) : "";
    }

    /** The headers: the codes, or what people call the columns. */
    List<String> head(Language language, boolean inWords) {
        List<String> head = new ArrayList<>();
        COLUMNS.forEach(it -> head.add(inWords ? header(it, language) : it));
        return head;
    }
}

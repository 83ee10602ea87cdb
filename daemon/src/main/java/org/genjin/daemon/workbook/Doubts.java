package org.genjin.daemon.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.genjin.daemon.customer.Contact;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.workbook.Doubt.Kind;
import org.genjin.daemon.workbook.rules.Columns;

/** What a careful person would look at before handing the standardised table on. Pure. */
final class Doubts {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;]+@[^\\s@,;]+\\.[^\\s@,;.]{2,}");
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    private final Map<String, Integer> addresses = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final List<Doubt> doubts = new ArrayList<>();

    private final Map<CustomerId, Map<String, String>> beside;

    private Doubts(Map<CustomerId, Map<String, String>> beside) {
        this.beside = beside;
    }

    /**
     * In the order of the customers.
     *
     * @param beside customer → header → what stands in the workbook's columns that no message fills
     */
    static List<Doubt> of(List<CustomerRow> customers, Map<CustomerId, Map<String, String>> beside) {
        Doubts all = new Doubts(beside);
        customers.forEach(all::count);
        customers.forEach(all::look);
        return List.copyOf(all.doubts);
    }

    private void count(CustomerRow it) {
        names.merge(Names.folded(it.name()), 1, Integer::sum);
        Set<String> own = new HashSet<>();
        it.contacts().forEach(contact -> own.addAll(contact.addresses()));
        own.forEach(address -> addresses.merge(address, 1, Integer::sum));
    }

    private void look(CustomerRow it) {
        if (it.country() == null) {
            add(it, Kind.NO_COUNTRY, "");
        }
        if (names.getOrDefault(Names.folded(it.name()), 0) > 1) {
            add(it, Kind.SAME_NAME, it.name());
        }
        odd(it, "type", Kind.ODD_TYPE);
        odd(it, "source", Kind.ODD_SOURCE);
        if (it.contacts().isEmpty()) {
            add(it, Kind.NO_CONTACT, "");
            return;
        }
        List<String> mails = it.addresses();
        List<String> phones = it.phones();
        if (it.contacts().stream().map(Contact::name).allMatch(String::isBlank)) {
            add(it, Kind.NO_NAME, "");
        }
        if (mails.isEmpty()) {
            add(it, Kind.NO_EMAIL, "");
        }
        if (phones.isEmpty()) {
            add(it, Kind.NO_PHONE, "");
        }
        mails.stream().filter(mail -> !ADDRESS.matcher(mail).matches()).forEach(mail -> add(it, Kind.ODD_EMAIL, mail));
        mails.stream().filter(mail -> addresses.getOrDefault(mail, 0) > 1).distinct().forEach(mail -> add(it, Kind.SHARED_EMAIL, mail));
        phones.stream().filter(phone -> !E164.matcher(phone).matches()).forEach(phone -> add(it, Kind.ODD_PHONE, phone));
    }

    /** What somebody typed in their own words is kept, and another program will not know it. */
    private void odd(CustomerRow it, String list, Kind kind) {
        String code = beside.getOrDefault(it.id(), Map.of()).getOrDefault(Columns.header(list), "");
        if (!code.isEmpty() && !SheetValues.codes(list).contains(code)) {
            add(it, kind, code);
        }
    }

    private void add(CustomerRow it, Kind kind, String value) {
        doubts.add(new Doubt(it.id(), it.name(), kind, value));
    }
}

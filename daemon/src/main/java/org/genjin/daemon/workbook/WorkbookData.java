package org.genjin.daemon.workbook;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.SheetBook;
import org.genjin.daemon.ledger.TimelineEntry;
import org.genjin.daemon.workbook.file.SheetFiles;
import org.genjin.daemon.workbook.rules.Business;
import org.genjin.daemon.workbook.rules.Columns;
import org.genjin.daemon.workbook.rules.Snapshot;

/**
 * What goes into one of an owner's workbooks.
 *
 * @param name what the first is called, without the kind
 * @param places customer → number of the workbook in which its sheet is; empty if there is only one workbook
 * @param customers that it tells of, by number; the first tells of all, as far as {@link Listing} goes
 * @param unlisted how many more it ought to tell of
 * @param sheets those that are to have a sheet of their own
 * @param history the newest messages of those and of all that have one, newest first
 * @param older how many more each has
 * @param particulars what was said with those that have a sheet
 * @param pictures that came with them
 * @param page address of the page, without a slash at its end; "" if there is none
 * @param now what the ledger says in the columns in which a person's word counts
 * @param automatic what it would say in those in which a person wrote something else
 */
public record WorkbookData(
        SheetBook book,
        String name,
        Map<CustomerId, Integer> places,
        Instant at,
        ZoneId zone,
        List<CustomerRow> customers,
        int unlisted,
        List<CustomerRow> sheets,
        List<DueItem> due,
        Map<CustomerId, List<TimelineEntry>> history,
        Map<CustomerId, Long> older,
        Map<CustomerId, Particulars> particulars,
        Pictures pictures,
        String page,
        Snapshot now,
        Snapshot automatic) {

    public String owner() {
        return book.owner();
    }

    /** The workbook in which the customer's sheet is, if it is another than this one; else "". */
    String otherFile(CustomerId customer) {
        int number = places.getOrDefault(customer, book.number());
        return number == book.number() ? "" : SheetFiles.numbered(Path.of(name + ".xlsx"), number).toString();
    }

    /** How many sheets of customers it may have; those that have their place in it have been counted. */
    int room() {
        return places.isEmpty() ? FollowUpWorkbook.MOST_SHEETS : Integer.MAX_VALUE;
    }

    /** Whether it tells of all of them. */
    public boolean tellsOf(Set<CustomerId> shown) {
        Set<CustomerId> there = customers.stream().map(CustomerRow::id).filter(shown::contains).collect(Collectors.toSet());
        return history.keySet().containsAll(there);
    }

    /** What an owner with more customers than a workbook takes has to know, one sentence each. */
    public List<String> sentences() {
        return unlisted == 0
                ? List.of()
                : List.of("The workbook lists " + customers.size() + " of " + (customers.size() + unlisted)
                        + " customers: those with a sheet, those who are due, and the most valuable. The page and"
                        + " 'genjin export standard' have all.");
    }

    /** The day in the zone of the workbook. */
    LocalDate today() {
        return at.atZone(zone).toLocalDate();
    }

    String page(CustomerId customer) {
        return new PageLinks(page).of(customer);
    }

    /** The page that begins with that message; "" if there is none. */
    String page(CustomerId customer, long message, Instant at) {
        return new PageLinks(page).of(customer, message, at);
    }

    /** Where a price was told: the page that begins with the message, or the customer's if a list told it. */
    String page(CustomerId customer, TradeTerms.Quote price) {
        return price.message() == Business.LISTED ? page(customer) : page(customer, price.message(), price.at());
    }

    Particulars particulars(CustomerId customer) {
        return particulars.getOrDefault(customer, Particulars.NONE);
    }

    String code(CustomerId customer, String key) {
        Map<String, String> row = now.row(customer.number());
        return row == null ? "" : row.getOrDefault(key, "");
    }

    /** The columns of lines of trade that one of the customers is in. */
    Set<String> industryColumns() {
        return now.rows().values().stream().flatMap(it -> it.keySet().stream()).filter(Columns::isIndustry).collect(Collectors.toSet());
    }

    /** Differs when anything differs that a customer's sheet shows, the day among it. */
    public int state(CustomerRow it) {
        CustomerId id = it.id();
        return Objects.hash(
                today(), it, history.get(id), older.get(id), particulars.get(id), pictures.of(id), page,
                now.row(id.number()));
    }

    /** The headers of the columns that people added, in any file. */
    Set<String> ownColumns() {
        Set<String> own = new TreeSet<>();
        now.rows().values().forEach(row -> row.keySet().stream().filter(Columns::isOwn).forEach(own::add));
        return own;
    }
}

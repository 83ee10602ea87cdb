package org.genjin.daemon.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.customerlist.ListOutcome;
import org.genjin.daemon.customerlist.ListWords;
import org.genjin.daemon.customerlist.rules.Proposal;
import org.genjin.daemon.customerlist.rules.Question;
import org.genjin.daemon.words.Text;

/** An import of a customer list as a person reads it: the columns first, then the customers, then what to ask about. */
final class ListText {

    private static final int FIRST = 5;
    private static final int SAMPLE = 24;
    private static final int SHEETS = 4;

    private final PrintStream out;
    private final ListWords words;
    private final boolean all;

    /** @param all whether to show each customer and not only the first */
    ListText(PrintStream out, ListWords words, boolean all) {
        this.out = out;
        this.words = words;
        this.all = all;
    }

    void print(ListOutcome it) {
        Proposal proposal = it.proposal();
        out.println(it.file() + (proposal.system().isEmpty() ? "" : " – " + proposal.system()));
        List<Proposal.Seen> tables = proposal.sheets().stream().filter(sheet -> !sheet.columns().isEmpty()).toList();
        tables.stream().limit(all ? tables.size() : SHEETS).forEach(this::sheet);
        if (!all && tables.size() > SHEETS) {
            out.println(words.text("sheets.more", tables.size() - SHEETS));
        }
        long cards = proposal.sheets().stream().filter(sheet -> sheet.columns().isEmpty()).count();
        if (cards > 0) {
            out.println();
            out.println(words.text("cards", cards));
        }
        if (!proposal.customers().isEmpty() || proposal.dealing().isEmpty()) {
            customers(proposal.customers());
        }
        questions(proposal.questions());
        it.elsewhere().forEach(name -> out.println("  ? " + words.text("elsewhere", name)));
        words.strangers(it).forEach(sentence -> out.println("  ? " + sentence));
        out.println();
        out.println(words.text(it.written() ? "written" : "dry", it.created(), it.updated(), it.unchanged()) + words.deals(it));
        if (it.written() && it.created() + it.updated() > 0) {
            out.println(words.text("undo.how"));
        }
    }

    private void sheet(Proposal.Seen sheet) {
        out.println();
        out.println(sheet.headerRow() == 0
                ? words.text("sheet.headerless", sheet.name(), sheet.rows())
                : words.text("sheet", sheet.name(), sheet.headerRow(), sheet.rows()));
        Table table = new Table("  " + words.text("column"), words.text("taken-as"), words.text("samples"));
        List<String> unused = new ArrayList<>();
        for (Proposal.SeenColumn it : sheet.columns()) {
            String header = it.header().isEmpty() ? "–" : it.header();
            if (it.role().unused()) {
                unused.add(header);
            } else {
                table.row("  " + header, words.role(it.role()), String.join(" · ", it.samples().stream()
                        .map(sample -> Text.fitColumns(sample, SAMPLE)).toList()));
            }
        }
        table.print(out);
        if (!unused.isEmpty()) {
            out.println("  " + words.text("unused", String.join(", ", unused)));
        }
    }

    private void customers(List<Proposal.Customer> customers) {
        out.println();
        out.println(words.text("customers", customers.size()));
        Table table = new Table(
                "  " + words.text("name"), "", words.text("role.grade"), words.text("role.next-follow-up"), words.text("role.person"));
        customers.stream().limit(all ? customers.size() : FIRST).forEach(it -> table.row(
                "  " + it.name(), it.country() == null ? "" : it.country(), it.grade() == null ? "" : it.grade().name(),
                it.nextFollowUp() == null ? "" : it.nextFollowUp().toString(),
                String.join("; ", it.contacts().stream().map(ListText::contact).toList())));
        table.print(out);
        if (!all && customers.size() > FIRST) {
            out.println("  " + words.text("more", customers.size() - FIRST));
        }
    }

    private static String contact(Proposal.Person it) {
        List<String> said = new ArrayList<>();
        if (!it.name().isEmpty()) {
            said.add(it.name());
        }
        said.addAll(it.addresses());
        said.addAll(it.phones());
        return String.join(" ", said);
    }

    private void questions(List<Question> questions) {
        if (!questions.isEmpty()) {
            out.println();
            out.println(words.text("questions"));
            questions.forEach(it -> out.println("  ? " + words.question(it)));
        }
    }
}

package org.genjin.daemon.cli;

import java.io.IOException;
import java.util.List;
import org.genjin.daemon.outbox.Outbox.Outcome;
import org.genjin.daemon.report.Report;
import org.genjin.daemon.report.ReportWords;
import org.genjin.daemon.report.Section;
import org.genjin.daemon.report.Sections;
import org.genjin.daemon.report.TextSections;
import org.genjin.daemon.report.WeeklyWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "report",
        description = "How follow-up goes, in figures: answers, follow-ups done in time, inquiries to orders, by country, source and grade.",
        footer = {
            "",
            "A figure of too few cases is none: '— (2 orders only)'. How each is worked out: --formulas.",
            "The weekly mail of the same figures: --mail shows it, --send sends it to those who have not had this week's."
        })
final class ReportVerb extends HomeVerb {

    private static final int MOST_WEEKS = 104;
    private static final int LISTED = 15;

    @Option(names = "--owner", paramLabel = "ADDRESS", description = "Only this owner's.")
    @Nullable String owner;

    @Option(names = "--weeks", paramLabel = "N", description = "How many weeks that are over (default: ${DEFAULT-VALUE}).")
    int weeks = WeeklyWriter.WEEKS;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Option(names = "--formulas", description = "Say how each figure is worked out.")
    boolean formulas;

    @Option(names = "--mail", description = "Print the weekly mail.")
    boolean mail;

    @Option(names = "--html", description = "Print the HTML of the weekly mail instead of its text.")
    boolean html;

    @Option(names = "--send", description = "Send the weekly mail now to those who have not had this week's.")
    boolean send;

    ReportVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException, Trouble {
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw Trouble.usage("Say a number of weeks from 1 to " + MOST_WEEKS + ": --weeks N.");
        }
        List<String> owners = owner == null ? desk.config().owners() : List.of(owner(desk, owner));
        if (owners.isEmpty()) {
            throw Trouble.failed("There is no owner to tell figures of: genjin.yaml names no mailbox and no export folder.");
        }
        if ((send || mail || html) && (json || formulas || weeks != WeeklyWriter.WEEKS)) {
            throw Trouble.usage("--json, --formulas and --weeks are for the report; the mail (--mail, --html, --send) is as it is sent.");
        }
        if (send) {
            if (mail || html) {
                throw Trouble.usage("--send sends the mail, --mail and --html only print it; give one of them.");
            }
            return send(desk, owners);
        }
        if (html && owners.size() > 1) {
            throw Trouble.usage("--html prints one mail: say whose with --owner, one of " + String.join(", ", owners) + ".");
        }
        if (mail || html) {
            owners.forEach(it -> preview(desk, it));
            return Exit.DONE;
        }
        ReportWords words = new ReportWords(desk.config().language());
        Report report = desk.reports().of(owners, weeks, now());
        if (json) {
            out().println(Json.pretty(new ReportJson(words).document(report)));
        } else {
            print(report, new Sections(words, LISTED), words);
        }
        return Exit.DONE;
    }

    private void print(Report report, Sections sections, ReportWords words) {
        TextSections text = new TextSections();
        if (report.owners().size() > 1) {
            show(sections.team(report), text);
        }
        for (Report.Of it : report.owners()) {
            if (report.owners().size() > 1) {
                out().println();
                out().println("# " + it.owner());
            }
            if (it.customers() == 0) {
                out().println();
                out().println(words.text("nobody"));
            } else {
                sections.of(it).forEach(section -> show(section, text));
            }
        }
        if (formulas) {
            show(sections.formulas(), text);
        }
    }

    private void show(Section section, TextSections text) {
        out().println();
        text.lines(section).forEach(out()::println);
    }

    private void preview(Desk desk, String to) {
        WeeklyWriter.Written written = desk.weekly().write(to, now());
        if (html) {
            out().println(written.letter().html());
            return;
        }
        out().println("To: " + to);
        out().println("Subject: " + written.letter().subject());
        out().println();
        out().println(written.letter().text());
    }

    private int send(Desk desk, List<String> owners) throws Trouble {
        int bad = 0;
        for (String it : owners) {
            if (desk.config().mailboxes().stream().noneMatch(mailbox -> mailbox.owner().equals(it))) {
                err().println(it + ": has no mailbox to be written to.");
                bad++;
                continue;
            }
            switch (desk.weekly().send(it, now())) {
                case Outcome.Sent _ -> out().println(it + ": sent.");
                case Outcome.DoneBefore before ->
                    out().println(it + ": this week's was settled before (" + before.state().id() + ").");
                case Outcome.NotSent(String why) -> {
                    bad++;
                    err().println(it + ": not sent. " + why);
                }
            }
        }
        return bad == 0 ? Exit.DONE : bad < owners.size() ? Exit.PARTLY : Exit.FAILED;
    }
}

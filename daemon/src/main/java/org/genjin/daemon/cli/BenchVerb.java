package org.genjin.daemon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.genjin.daemon.cli.BenchSource.Sheets.Part;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        description = {
            "Measure. 'ingest' takes mails in, from an IMAP server on this machine or from files, into an empty home;"
                    + " 'read' reads files by the connector alone and stores nothing; 'pull' reads made-up mails from a Dovecot"
                    + " that it starts, by the connector alone, beside a bare fetch loop (Python's imaplib) and mbsync where they"
                    + " are installed; 'fuzz' damages copies of the files in a folder, reads them and says what breaks: nothing may;"
                    + " 'reading' says how right and how fast messages are read whose contents are known (labels.jsonl, or pairs"
                    + " of NAME.txt and NAME.expected.txt);"
                    + " 'customers' reads the customer lists in a folder and holds them against its expected.json;"
                    + " 'compare' takes a made-up Maildir in and has mu, notmuch and recoll index it, as far as they are installed;"
                    + " 'repoll' takes a made-up Maildir of twenty folders in, from a folder and from a Dovecot, and says what polling"
                    + " it again costs when nothing has changed;"
                    + " 'matching' takes in the mailboxes and chats of a made-up exporter and says how often each message was given to"
                    + " the right customer, or, with --speed, says how fast the rule is against a made-up book of contacts;"
                    + " 'search' makes up messages, indexes them, asks what is known to be in them, and says how right and how fast"
                    + " the answers are;"
                    + " 'start' says how long a daemon takes until it answers, and what it takes when it has nothing to do;"
                    + " 'due' says how long it takes to find who is due among made-up customers;"
                    + " 'sheet' says how long workbooks, tables and customer lists of made-up customers take to be written and read, beside"
                    + " the library alone, and LibreOffice to open them where it is installed."
        },
        footer = {"", "The password of --user is taken from the environment variable GENJIN_BENCH_PASSWORD."})
final class BenchVerb implements Callable<Integer> {

    private static final int DECIDED_AMONG = 100_000;

    enum What {
        ingest("PATH", "--imap", "--user", "--documents"),
        read("PATH", "--runs"),
        pull("--mails"),
        fuzz("PATH", "--seed", "--count", "--only"),
        reading("PATH", "--wrong"),
        customers("PATH", "--wrong"),
        matching("PATH", "--wrong", "--speed", "--decisions", "--contacts"),
        compare("--mails", "--documents", "--runs"),
        repoll("--mails"),
        search("--messages", "--bodies-only"),
        start("--mails"),
        due("--customers"),
        sheet("--runs", "--part");

        private final List<String> uses;

        What(String... uses) {
            this.uses = List.of(uses);
        }
    }

    private final Invocation invocation;

    @Parameters(
            index = "0",
            paramLabel = "ingest|read|pull|fuzz|reading|customers|matching|compare|repoll|search|start|due|sheet",
            description = "What to measure.")
    @Nullable What what;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PATH", description = "An mbox, a Maildir, anything that import takes.")
    @Nullable Path mails;

    @Option(names = "--imap", paramLabel = "HOST:PORT", description = "An IMAP server on loopback, without TLS.")
    @Nullable String imap;

    @Option(names = "--user", paramLabel = "U", description = "Whose mailbox.")
    @Nullable String user;

    @Option(names = "--runs", paramLabel = "N", description = "How often to read or write; the median counts (default: ${DEFAULT-VALUE}).")
    int runs = 3;

    @Option(names = "--mails", paramLabel = "N", description = "How many mails to make up for 'pull', 'compare', 'repoll' and 'start' (default: ${DEFAULT-VALUE}).")
    int count = 20_000;

    @Option(names = "--documents", description = "For 'ingest': until the words of attachments can be found. For 'compare': with attachments.")
    boolean documents;

    @Option(names = "--seed", paramLabel = "S", description = "For 'fuzz': the same seed damages in the same way (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(names = "--count", paramLabel = "N", description = "For 'fuzz': how many damaged files (default: ${DEFAULT-VALUE}).")
    int damaged = 10_000;

    @Option(names = "--only", paramLabel = "K", description = "For 'fuzz': the K-th damaged file alone, which is kept for a look.")
    @Nullable Integer only;

    @Option(names = "--messages", paramLabel = "N", description = "For 'search': how many messages to make up (default: ${DEFAULT-VALUE}).")
    int messages = 100_000;

    @Option(names = "--bodies-only", description = "For 'search': short messages without attachments and quoted text.")
    boolean bodiesOnly;

    @Option(names = "--wrong", description = "For 'reading', 'customers' and 'matching': list what is not right, and leave the speed out.")
    boolean wrong;

    @Option(names = "--speed", description = "For 'matching': the rule alone, without a ledger, against a made-up book.")
    boolean speed;

    @Option(names = "--decisions", description = "For 'matching': how long a merge, a split and a set-aside take in a made-up ledger of 100,000.")
    boolean decisions;

    @Option(names = "--contacts", paramLabel = "N", description = "For 'matching --speed': how many contacts (default: ${DEFAULT-VALUE}).")
    int contacts = 50_000;

    @Option(names = "--customers", paramLabel = "N", description = "For 'due': how many customers (default: ${DEFAULT-VALUE}).")
    int customers = 2_000;

    @Option(names = "--part", paramLabel = "PART", description = "For 'sheet': only one of ${COMPLETION-CANDIDATES}.")
    @Nullable Part part;

    @Spec
    @Nullable CommandSpec spec;

    BenchVerb(Invocation invocation) {
        this.invocation = invocation;
    }

    /** What a measure does not use would be taken as obeyed. */
    private void refuseUnused(What measure) throws Trouble {
        List<String> given = new ArrayList<>(spec == null
                ? List.of()
                : spec.commandLine().getParseResult().matchedOptions().stream().map(it -> it.longestName()).toList());
        if (mails != null) {
            given.add("PATH");
        }
        given.removeAll(measure.uses);
        if (!given.isEmpty()) {
            throw Trouble.usage("bench " + measure + " does not use " + String.join(", ", given) + "; it takes "
                    + String.join(", ", measure.uses) + ".");
        }
    }

    @Override
    public Integer call() throws IOException, Trouble {
        if (what != null) {
            refuseUnused(what);
        }
        if (what == What.read) {
            if (mails == null || runs < 1) {
                throw Trouble.usage("Say what to read: bench read PATH [--runs N].");
            }
            Path path = invocation.terminal().folder().resolve(mails);
            return invocation.programs().bench(new BenchSource.Alone(path, runs), invocation.terminal());
        }
        if (what == What.due) {
            if (customers < 1) {
                throw Trouble.usage("Say at least one customer: bench due [--customers N].");
            }
            return invocation.programs().bench(new BenchSource.Due(customers), invocation.terminal());
        }
        if (what == What.sheet) {
            if (runs < 1) {
                throw Trouble.usage("Say at least one run: bench sheet [--part PART] [--runs N].");
            }
            return invocation.programs().bench(new BenchSource.Sheets(part == null ? EnumSet.allOf(Part.class) : EnumSet.of(part), runs), invocation.terminal());
        }
        if (what == What.fuzz) {
            if (mails == null) {
                throw Trouble.usage("Say whose copies to damage: bench fuzz DIR [--seed S] [--count N] [--only K].");
            }
            if (damaged < 1) {
                throw Trouble.usage("Say at least one damaged file: bench fuzz DIR --count N.");
            }
            OptionalInt one = only == null ? OptionalInt.empty() : OptionalInt.of(only);
            Path folder = invocation.terminal().folder().resolve(mails);
            return invocation.programs().bench(new BenchSource.Damaged(folder, seed, damaged, one), invocation.terminal());
        }
        if (what == What.reading) {
            if (mails == null) {
                throw Trouble.usage("Say where the messages lie: bench reading DIR [--wrong].");
            }
            Path folder = invocation.terminal().folder().resolve(mails);
            return invocation.programs().bench(new BenchSource.Labelled(folder, wrong), invocation.terminal());
        }
        if (what == What.matching && speed) {
            if (contacts < 1) {
                throw Trouble.usage("Say at least one contact: bench matching --speed [--contacts N].");
            }
            return invocation.programs().bench(new BenchSource.Book(contacts), invocation.terminal());
        }
        if (what == What.matching && spec != null && spec.commandLine().getParseResult().hasMatchedOption("--contacts")) {
            throw Trouble.usage("--contacts goes with --speed: bench matching --speed [--contacts N].");
        }
        if (what == What.matching && decisions) {
            return invocation.programs().bench(new BenchSource.Decided(DECIDED_AMONG), invocation.terminal());
        }
        if (what == What.matching) {
            if (mails == null) {
                throw Trouble.usage("Say where the messages and the right answers are: bench matching DIR [--wrong], bench matching --speed or bench matching --decisions.");
            }
            Path folder = invocation.terminal().folder().resolve(mails).normalize();
            return invocation.programs().bench(new BenchSource.Answers(folder, wrong), invocation.terminal());
        }
        if (what == What.customers) {
            if (mails == null) {
                throw Trouble.usage("Say where the lists are: bench customers DIR [--wrong].");
            }
            Path folder = invocation.terminal().folder().resolve(mails);
            return invocation.programs().bench(new BenchSource.Lists(folder, wrong), invocation.terminal());
        }
        if (what == What.compare) {
            if (runs < 1 || count < 1) {
                throw Trouble.usage("Say how many mails and how often: bench compare [--mails N] [--documents] [--runs N].");
            }
            return invocation.programs().bench(new BenchSource.Beside(count, documents, runs), invocation.terminal());
        }
        if (what == What.search) {
            if (messages < 1000) {
                throw Trouble.usage("--messages is at least 1000: among fewer nothing is rare.");
            }
            return invocation.programs().bench(new BenchSource.MadeUp(messages, bodiesOnly), invocation.terminal());
        }
        if (what == What.pull) {
            if (count < 1) {
                throw Trouble.usage("Say how many mails: bench pull [--mails N].");
            }
            return invocation.programs().bench(new BenchSource.OwnServer(count), invocation.terminal());
        }
        if (what == What.repoll || what == What.start) {
            if (count < 1) {
                throw Trouble.usage("Say how many mails: bench " + what + " [--mails N].");
            }
            return invocation.programs()
                    .bench(what == What.repoll ? new BenchSource.Unchanged(count) : new BenchSource.Started(count), invocation.terminal());
        }
        if ((mails == null) == (imap == null)) {
            throw Trouble.usage("Give either a folder of mails, or --imap HOST:PORT --user U.");
        }
        return invocation.programs().bench(source(), invocation.terminal());
    }

    private BenchSource.Ingest source() throws Trouble {
        if (mails != null) {
            return new BenchSource.Mails(invocation.terminal().folder().resolve(mails), documents);
        }
        String server = String.valueOf(imap);
        int colon = server.lastIndexOf(':');
        if (user == null || colon < 1 || !server.substring(colon + 1).matches("\\d{1,5}")) {
            throw Trouble.usage("Say --imap HOST:PORT and --user U, such as --imap 127.0.0.1:10143 --user li.");
        }
        return new BenchSource.Imap(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)), user);
    }
}

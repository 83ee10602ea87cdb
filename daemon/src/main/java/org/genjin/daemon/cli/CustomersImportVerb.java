package org.genjin.daemon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.customerlist.ListOutcome;
import org.genjin.daemon.customerlist.ListUndone;
import org.genjin.daemon.customerlist.ListWords;
import org.genjin.daemon.customerlist.file.ListRefused;
import org.genjin.daemon.customerlist.rules.Role;
import org.genjin.daemon.ledger.ListImportTable.Imported;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "import",
        description = "Take a list of customers that somebody keeps by hand: xlsx, xls, ods, csv, vcf, or a folder or zip with these.",
        footer = {
            "",
            "The columns are guessed from their headers, in any of eight languages, and from what is in them, and",
            "shown. Lists of HubSpot, Salesforce, Zoho, Pipedrive, Odoo, EspoCRM, Twenty, OKKI, XTransfer, joinf, Google,",
            "Outlook and phones are known. Of what 'genjin export SYSTEM' writes, the whole folder is one import; deals go to",
            "customers that are known, and make none. Imported again, a list brings what is new; what you set by hand stays.",
            "Where a column was guessed wrongly: --column \"Header=notes\"; that is remembered for lists with the same",
            "headers. A column can be: company, person, first-name, last-name, email, phone, country, city, address,",
            "grade, next-follow-up, last-contact, next-action, notes, type, status, tags, ignored."
        })
final class CustomersImportVerb extends HomeVerb {

    @ParentCommand
    @Nullable CustomersVerb parent;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "The list, or a folder or zip of lists that belong together.")
    @Nullable Path file;

    @Option(names = "--dry-run", description = "Only show what would be entered; nothing is written.")
    boolean dryRun;

    @Option(names = "--undo", description = "Take the last import back (with --owner: that owner's last); what you changed since stays.")
    boolean undo;

    @Option(names = "--owner", paramLabel = "ADDRESS", description = "Whose customers these are (default: the first owner there is).")
    @Nullable String owner;

    @Option(names = "--column", paramLabel = "HEADER=WHAT", description = "What a column holds, where it was guessed wrongly.")
    List<String> columns = List.of();

    @Option(names = "--all", description = "Show all customers, not only the first.")
    boolean all;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    CustomersImportVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    @Nullable Path homeAsked() {
        return home == null && parent != null ? parent.home : home;
    }

    @Override
    @Nullable Instant instantAsked() {
        return at == null && parent != null ? parent.at : at;
    }

    @Override
    int work(Desk desk) throws IOException, Trouble {
        ListWords words = new ListWords(desk.config().language());
        Path list = file;
        if (undo == (list != null)) {
            throw Trouble.usage("Name one file, or say --undo to take the last import back.");
        }
        return list == null ? takeBack(desk, words) : take(desk, words, list);
    }

    private int take(Desk desk, ListWords words, Path list) throws IOException, Trouble {
        ListOutcome outcome;
        try {
            Path path = invocation.terminal().folder().resolve(list);
            outcome = desk.customerLists().take(path, list.toString(), owner(desk), roles(), dryRun, now());
        } catch (ListRefused e) {
            throw Trouble.failed(String.valueOf(e.getMessage()));
        }
        if (json) {
            out().println(Json.pretty(ListJson.of(outcome, words)));
        } else {
            new ListText(out(), words, all).print(outcome);
        }
        if (outcome.written()) {
            desk.indexing().wake();
        }
        return Exit.DONE;
    }

    private int takeBack(Desk desk, ListWords words) throws Trouble {
        switch (desk.customerLists().undo(viewer(desk, owner != null || parent == null ? owner : parent.owner), now())) {
            case ListUndone.Nothing _ -> throw Trouble.failed(words.text("undo.nothing"));
            case ListUndone.Done(Imported what, int removed, List<String> kept) -> {
                if (json) {
                    out().println(Json.pretty(Json.object().put("file", what.file()).put("removed", removed).set("kept", Json.array(kept))));
                } else {
                    out().println(words.text("undo.done", what.file(), removed));
                    kept.forEach(it -> out().println("  " + words.text("undo.kept", it)));
                }
            }
        }
        desk.indexing().wake();
        return Exit.DONE;
    }

    private String owner(Desk desk) throws Trouble {
        List<String> owners = desk.config().owners();
        String asked = Optional.ofNullable(owner).orElse(parent == null ? null : parent.owner);
        if (asked != null) {
            return owner(desk, asked);
        }
        if (owners.isEmpty()) {
            throw Trouble.failed("There is no owner to give the customers to: genjin.yaml names no mailbox. 'genjin init' sets one up.");
        }
        return owners.getFirst();
    }

    private Map<String, Role> roles() throws Trouble {
        Map<String, Role> roles = new LinkedHashMap<>();
        for (String it : columns) {
            int equals = it.lastIndexOf('=');
            String what = equals < 0 ? "" : it.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
            Optional<Role> role = Arrays.stream(Role.values()).filter(known -> known.id().equals(what)).findFirst();
            if (equals < 1 || role.isEmpty()) {
                throw Trouble.usage("'" + it + "' is no HEADER=WHAT, such as \"Stand=notes\"; 'genjin customers import --help' lists what there is.");
            }
            roles.put(it.substring(0, equals).strip(), role.get());
        }
        return roles;
    }
}

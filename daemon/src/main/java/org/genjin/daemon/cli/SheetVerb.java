package org.genjin.daemon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.genjin.daemon.workbook.Sheets.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sheet",
        description = "The follow-up workbook 外贸客户跟进表: 'write' writes each owner's into the home's sheets folder.",
        footer = {"", "A workbook that somebody changed is kept under another name; one that is open is left for later."})
final class SheetVerb extends HomeVerb {

    enum What {
        write
    }

    @Parameters(index = "0", paramLabel = "write", description = "What to do.")
    @Nullable What what;

    @Option(names = "--owner", paramLabel = "ADDRESS", description = "Only this owner's.")
    @Nullable String owner;

    @Option(names = "--out", paramLabel = "FILE", description = "Write to this file (with --owner where there are several).")
    @Nullable Path out;

    SheetVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException, Trouble {
        List<String> owners = owner == null ? desk.config().owners() : List.of(owner(desk, owner));
        if (owners.isEmpty()) {
            throw Trouble.failed("There is no owner to write a workbook for: genjin.yaml names no mailbox.");
        }
        if (out != null && owners.size() > 1) {
            throw Trouble.usage("Several owners cannot share one file; say which with --owner.");
        }
        int left = 0;
        for (String it : owners) {
            Outcome outcome = out == null
                    ? desk.sheets().write(it, now())
                    : desk.sheets().write(it, invocation.terminal().folder().resolve(out), now());
            switch (outcome) {
                case Outcome.Written written -> {
                    out().println(written.file() + ": " + written.customers() + " customers, " + written.sheets() + " with a sheet");
                    written.kept().ifPresent(kept -> out().println("  the file had been changed by hand and is kept as " + kept));
                }
                case Outcome.InUse(Path file) -> {
                    left++;
                    err().println(file + " is open in a spreadsheet program; close it and try again.");
                }
            }
        }
        return left == 0 ? Exit.DONE : left < owners.size() ? Exit.PARTLY : Exit.FAILED;
    }
}

package org.genjin.daemon.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.config.Secret;
import org.genjin.daemon.workbook.keeping.Sheets.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "sheet",
        description = {
            "The follow-up workbook 外贸客户跟进表 in the home's sheets folder, one for each owner;",
            "with 'workbook: {sheets: all}' in genjin.yaml as many as it takes for each customer to have a sheet.",
            "'write' reads what people changed in it and brings it up to date; 'read' only reads;",
            "'check' only says what would be read."
        },
        footer = {
            "",
            "Grade, stage, next follow-up, next action, type, source, remarks and columns of your own are yours to",
            "change in the overview; rows typed into the log become notes, a new row a new customer. While the",
            "daemon runs, what you save is read within a minute. 'genjin undo' takes back what came from the sheet.",
            "A workbook that is open is written when it is closed; the last ten versions are in the folder",
            "'versions' beside it. 'workbook: {password: …}' in genjin.yaml locks it; to change the password, change",
            "it there and run 'write --unlock' once with the old one, or change it in the spreadsheet program."
        })
final class SheetVerb extends HomeVerb {

    enum What {
        write,
        read,
        check
    }

    @Parameters(index = "0", paramLabel = "write|read|check", description = "What to do.")
    @Nullable What what;

    @Option(names = "--owner", paramLabel = "ADDRESS", description = "Only this owner's.")
    @Nullable String owner;

    @Option(names = "--out", paramLabel = "FILE", description = "write: make a new file here, which is not read again.")
    @Nullable Path out;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "read, check: this copy of the workbook or of the log, such as one that came back by mail; the log may be a csv.")
    @Nullable Path file;

    @Option(
            names = "--unlock",
            paramLabel = "FILE",
            description = "A file with the password that the workbook has now, where it is not the one in genjin.yaml.")
    @Nullable Path unlock;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    SheetVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException, Trouble {
        List<String> owners = owner == null ? desk.config().owners() : List.of(owner(desk, owner));
        if (owners.isEmpty()) {
            throw Trouble.failed("There is no owner to write a workbook for: genjin.yaml names no mailbox.");
        }
        if ((out != null || file != null) && owners.size() > 1) {
            throw Trouble.usage("Several owners cannot share one file; say which with --owner.");
        }
        if (out != null && what != What.write || file != null && what == What.write) {
            throw Trouble.usage("--out belongs to 'write', --file to 'read' and 'check'.");
        }
        if (out != null && unlock != null) {
            throw Trouble.usage("--unlock opens a workbook that is there; --out makes a new one.");
        }
        if (out != null && !String.valueOf(out.getFileName()).endsWith(".xlsx")) {
            throw Trouble.usage("--out must be a file that ends in .xlsx, not " + out.getFileName() + ".");
        }
        TradeColumns.await(desk, invocation.terminal());
        int files = 0;
        int left = 0;
        ArrayNode all = Json.array();
        for (String it : owners) {
            for (Outcome outcome : outcomes(desk, it)) {
                boolean done = outcome instanceof Outcome.Written || outcome instanceof Outcome.Read;
                files++;
                left += done ? 0 : 1;
                if (json) {
                    all.add(json(it, outcome));
                } else {
                    say(outcome);
                }
            }
        }
        if (json) {
            out().println(Json.pretty(all));
        }
        desk.indexing().wake();
        return left == 0 ? Exit.DONE : left < files ? Exit.PARTLY : Exit.FAILED;
    }

    /** One for each of the owner's files. */
    private List<Outcome> outcomes(Desk desk, String owner) throws IOException, Trouble {
        Path folder = invocation.terminal().folder();
        Optional<String> password = unlock == null ? Optional.empty() : Optional.of(password(folder.resolve(unlock)));
        if (what == What.write) {
            return out == null ? desk.sheets().writeAll(owner, password, now()) : given(desk, owner, folder.resolve(out));
        }
        return desk.sheets().readAll(owner, Optional.ofNullable(file).map(folder::resolve), password, what == What.check, now());
    }

    private List<Outcome> given(Desk desk, String owner, Path first) throws IOException, Trouble {
        try {
            return desk.sheets().write(owner, first, now());
        } catch (FileSystemException e) {
            throw CannotWrite.because(e);
        }
    }

    private static String password(Path file) throws Trouble {
        try {
            return new Secret.InFile(file).reveal(Map.of());
        } catch (IOException e) {
            throw Trouble.usage("--unlock: " + e.getMessage() + ".");
        }
    }

    private void say(Outcome outcome) {
        switch (outcome) {
            case Outcome.Written it -> {
                out().println(it.file() + ": " + it.customers() + " customers, " + it.sheets() + " with a sheet");
                list(it.taken(), it.remarks());
            }
            case Outcome.Read it -> {
                out().println(it.file() + ": " + (it.taken().isEmpty() ? "nothing was changed" : it.taken().size() + " changes"
                        + (what == What.check ? " to be read" : " read")));
                list(it.taken(), it.remarks());
            }
            case Outcome.InUse it -> {
                err().println(it.file() + " was not written.");
                list(it.taken(), it.remarks());
            }
            case Outcome.Absent it -> err().println(
                    "There is no " + it.file() + (file == null ? "; 'genjin sheet write' makes it." : "; look at its name and folder."));
            case Outcome.Unreadable it -> err().println(it.file() + " cannot be read: " + it.why());
        }
    }

    private void list(List<String> taken, List<String> remarks) {
        taken.forEach(it -> out().println("  " + it));
        remarks.forEach(it -> out().println("! " + it));
    }

    private static ObjectNode json(String owner, Outcome outcome) {
        ObjectNode json = Json.object().put("owner", owner).put("file", outcome.file().toString());
        return switch (outcome) {
            case Outcome.Written it -> lists(json.put("state", "written").put("customers", it.customers()), it.taken(), it.remarks());
            case Outcome.Read it -> lists(json.put("state", "read"), it.taken(), it.remarks());
            case Outcome.InUse it -> lists(json.put("state", "open"), it.taken(), it.remarks());
            case Outcome.Absent _ -> json.put("state", "absent");
            case Outcome.Unreadable it -> json.put("state", "unreadable").put("problem", it.why());
        };
    }

    private static ObjectNode lists(ObjectNode json, List<String> taken, List<String> remarks) {
        json.set("changes", Json.array(taken));
        json.set("remarks", Json.array(remarks));
        return json;
    }
}

package org.genjin.daemon.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genjin.config.Language;
import org.genjin.config.Nearest;
import org.genjin.daemon.crm.CrmExport;
import org.genjin.daemon.crm.Dialects;
import org.genjin.daemon.workbook.Exports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = "Customers for other programs: a flat table, or a folder that another system takes in.",
        footer = {
            "",
            "'standard' has one row a contact, 'log' one row a message; the file's ending chooses .csv (UTF-8) or .xlsx.",
            "'reminder' is a workbook (.xlsx) of who is due today, who is overdue and who waits; it goes on by your computer's date.",
            "'standard --check' says what is missing or doubtful of each customer.",
            "A system's name, such as hubspot or okki, writes numbered files of customers, contacts, deals, notes and tasks,",
            "and a README.txt that says where to click and what the system has no place for; --list names the systems.",
            "'genjin customers import FOLDER' takes them back."
        })
final class ExportVerb extends HomeVerb {

    private static final String STANDARD = "standard";
    private static final String LOG = "log";
    private static final String REMINDER = "reminder";
    private static final List<String> TABLES = List.of(STANDARD, LOG, REMINDER);
    private static final int NOTES_MONTHS = 12;

    @Parameters(index = "0", arity = "0..1", paramLabel = "standard|log|reminder|SYSTEM", description = "Which table, or for which system.")
    String what = "";

    @Option(names = "--owner", paramLabel = "ADDRESS", description = "Only this owner's.")
    @Nullable String owner;

    @Option(names = "--out", paramLabel = "FILE|FOLDER", description = "Where to (default: the home's sheets folder).")
    @Nullable Path out;

    @Option(
            names = "--since",
            paramLabel = "DAY",
            description = "Messages from that day on become notes: 2026-01-31, or all (default: 12 months).")
    @Nullable String since;

    @Option(
            names = "--headers",
            paramLabel = "LANGUAGE",
            description = "With 'standard': call the columns as people do, in zh-CN, en, es, pt-BR, ru, ar, fr or de (default: codes).")
    @Nullable String headers;

    @Option(names = "--list", description = "Name the systems, and how far each was tried.")
    boolean list;

    @Option(names = "--check", description = "With 'standard': what is missing or doubtful; nothing is written.")
    boolean check;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    ExportVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException, Trouble {
        Optional<String> viewer = viewer(desk, owner);
        ExportText text = new ExportText(out(), desk.config().language(), json);
        if (list) {
            text.list(Dialects.names().stream().map(Dialects::read).toList());
            return Exit.DONE;
        }
        TradeColumns.await(desk, invocation.terminal());
        if (check) {
            if (!what.equals(STANDARD)) {
                throw Trouble.usage("--check goes with 'standard': genjin export standard --check.");
            }
            if (out != null || since != null || headers != null) {
                throw Trouble.usage("--check writes nothing; leave --out, --since and --headers out.");
            }
            text.check(desk.exports().doubts(viewer, now()));
            return Exit.DONE;
        }
        if (!TABLES.contains(what) && !Dialects.names().contains(what)) {
            throw unknown();
        }
        if (since != null && TABLES.contains(what)) {
            throw Trouble.usage("--since says how far back the notes for a system go; '" + what + "' has none.");
        }
        if (headers != null && !what.equals(STANDARD)) {
            throw Trouble.usage("--headers goes with 'standard'; '" + what + "' has headers of its own.");
        }
        Optional<Path> target = Optional.ofNullable(out).map(invocation.terminal().folder()::resolve);
        try {
            if (TABLES.contains(what)) {
                text.table(table(desk, viewer, target));
            } else {
                CrmExport.Done done = desk.crm().write(Dialects.read(what), viewer, target, since(desk), now());
                text.folder(done);
            }
        } catch (FileSystemException e) {
            throw CannotWrite.because(e);
        }
        return Exit.DONE;
    }

    private Exports.Written table(Desk desk, Optional<String> viewer, Optional<Path> file) throws IOException, Trouble {
        if (file.isPresent() && !file.get().toString().toLowerCase(Locale.ROOT).matches(".*\\.(csv|xlsx)")) {
            throw Trouble.usage("The file must end in .csv or .xlsx, not " + file.get().getFileName() + ".");
        }
        if (what.equals(REMINDER) && file.isPresent() && !file.get().toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw Trouble.usage("The reminder sheet works out its days itself and must be a workbook: let the file end in .xlsx.");
        }
        return switch (what) {
            case LOG -> desk.exports().log(viewer, file, now());
            case REMINDER -> desk.exports().reminder(viewer, file, now());
            default -> desk.exports().standard(viewer, file, headers(), now());
        };
    }

    private Optional<Language> headers() throws Trouble {
        if (headers == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(Language.values())
                .filter(it -> it.tag().equalsIgnoreCase(headers))
                .findFirst()
                .orElseThrow(() -> Trouble.usage("'" + headers + "' is no language for --headers; there are: "
                        + Arrays.stream(Language.values()).map(Language::tag).collect(Collectors.joining(" ")) + ".")));
    }

    private LocalDate since(Desk desk) throws Trouble {
        if (since == null) {
            return desk.board().today(now()).minusMonths(NOTES_MONTHS);
        }
        if (since.equals("all")) {
            return Instant.EPOCH.atZone(desk.board().zone()).toLocalDate();
        }
        try {
            return LocalDate.parse(since);
        } catch (DateTimeParseException e) {
            throw Trouble.usage("'" + since + "' is no day for --since; write 2026-01-31 or all.");
        }
    }

    private Trouble unknown() {
        List<String> known = new ArrayList<>(TABLES);
        known.addAll(Dialects.names());
        String hint = Nearest.of(what.toLowerCase(Locale.ROOT), known).map(it -> " Did you mean '" + it + "'?").orElse("");
        String wrong = what.isEmpty() ? "Say what to export." : "There is no export '" + what + "'.";
        return Trouble.usage(wrong + hint + " There are: " + String.join(" ", known) + ".");
    }
}

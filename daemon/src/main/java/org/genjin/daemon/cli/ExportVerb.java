package org.genjin.daemon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.genjin.daemon.workbook.Exports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = "Flat tables: 'standard' has one row a contact, 'log' one row a message.",
        footer = {"", "The file's ending chooses the form: .csv (UTF-8) or .xlsx."})
final class ExportVerb extends HomeVerb {

    enum What {
        standard,
        log
    }

    @Parameters(index = "0", paramLabel = "standard|log", description = "Which table.")
    @Nullable What what;

    @Option(names = "--owner", paramLabel = "ADDRESS", description = "Only this owner's.")
    @Nullable String owner;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to (default: the home's sheets folder).")
    @Nullable Path out;

    ExportVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException, Trouble {
        Optional<Path> file = Optional.ofNullable(out).map(invocation.terminal().folder()::resolve);
        if (file.isPresent() && !file.get().toString().toLowerCase(Locale.ROOT).matches(".*\\.(csv|xlsx)")) {
            throw Trouble.usage("The file must end in .csv or .xlsx, not " + file.get().getFileName() + ".");
        }
        Optional<String> viewer = viewer(desk, owner);
        Exports.Written written = what == What.log
                ? desk.exports().log(viewer, file, now())
                : desk.exports().standard(viewer, file, now());
        out().println(written.file() + ": " + written.rows() + " rows");
        return Exit.DONE;
    }
}

package org.genjin.daemon.cli;

import java.io.IOException;
import picocli.CommandLine.Command;

@Command(name = "reindex", description = "Build the index anew from ledger and store; no mail server is needed.")
final class ReindexVerb extends HomeVerb {

    ReindexVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException {
        try (Progress progress = new Progress(invocation.terminal())) {
            desk.indexing().rebuild();
            long all = desk.indexing().behind();
            desk.indexing().await(true, () -> {
                long behind = desk.indexing().behind();
                progress.count("Indexing", Math.max(0, all - behind), behind);
            });
        }
        out().println(desk.index().documents() + " messages are searchable.");
        return Exit.DONE;
    }
}

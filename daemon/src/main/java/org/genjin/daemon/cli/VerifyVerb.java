package org.genjin.daemon.cli;

import java.io.IOException;
import java.util.Map;
import org.genjin.daemon.verify.Finding;
import org.genjin.daemon.verify.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "verify", description = "Check that nothing is lost, changed or twice, over everything there is.")
final class VerifyVerb extends HomeVerb {

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    VerifyVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException {
        Report report;
        try (Progress progress = new Progress(invocation.terminal())) {
            desk.indexing().await(false, () -> progress.tell("Indexing: " + desk.indexing().behind() + " to go"));
            report = desk.verification().run(count -> progress.count("Checking", count, -1));
        }
        if (json) {
            print(report);
        } else {
            out().println(report.messages() + " messages and " + report.contents() + " contents checked: "
                    + (report.sound() ? "all is sound." : "something is wrong."));
            for (Map.Entry<Finding.Kind, Long> it : report.counts().entrySet()) {
                out().println("  " + it.getValue() + " × " + it.getKey().sentence());
            }
            report.examples().forEach(it -> out().println("    " + it.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ": " + it.detail()));
        }
        return report.sound() ? Exit.DONE : Exit.FAILED;
    }

    private void print(Report report) {
        ObjectNode document = Json.object()
                .put("messages", report.messages())
                .put("contents", report.contents())
                .put("sound", report.sound());
        ArrayNode findings = document.putArray("findings");
        report.examples().forEach(it -> findings
                .addObject()
                .put("kind", it.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .put("detail", it.detail())
                .put("count", report.counts().getOrDefault(it.kind(), 0L)));
        out().println(Json.pretty(document));
    }
}

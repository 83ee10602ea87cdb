package org.genjin.daemon.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.find.Finder;
import org.genjin.daemon.ledger.Finding;
import org.genjin.index.SearchResult.Snippet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "find",
        description = "Find messages and attachments by their words.",
        footer = {
            "",
            "All words must be there; \"a phrase\", -not, a OR b. '*' is everything, newest first. Operators:",
            "  customer: country: grade: stage: owner: channel: dir:in|out from: to: people: subject: lang:",
            "  has:attachment attachment: filename: type: after:2026-01-31 before: on: year: newer_than:7d",
            "also in Chinese: 客户: 国家: 等级: 附件: 之前: 之后: 发件人:"
        })
final class FindVerb extends HomeVerb {

    private static final int MOST = 10_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    @Parameters(arity = "1..*", paramLabel = "QUERY", description = "Words and operators.")
    List<String> words = List.of();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "How many hits (default: 20).")
    int limit;

    @Option(names = "--as", paramLabel = "OWNER", description = "With this owner's rights.")
    @Nullable String as;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    FindVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException, Trouble {
        if (limit < 1 || limit > MOST) {
            throw Trouble.usage("--limit is a number from 1 to " + MOST + ", not " + limit + ".");
        }
        String query = String.join(" ", words);
        if (desk.indexing().behind() > 0) {
            try (Progress progress = new Progress(invocation.terminal())) {
                desk.indexing().await(false, () -> progress.tell("Indexing: " + desk.indexing().behind() + " to go"));
            }
        }
        Finder.Found found = desk.finder().find(query, viewer(desk, as), limit, 0, now());
        if (json) {
            out().println(Json.pretty(Json.found(
                    query, found.understood(), found.hints(), found.total(), found.tookMillis(), found.hits(),
                    found.facets())));
        } else {
            print(found, desk.board().zone());
        }
        return Exit.DONE;
    }

    private void print(Finder.Found found, ZoneId zone) {
        found.hints().forEach(err()::println);
        for (Finding it : found.hits()) {
            String whose = it.customer() == null ? "–" : it.customer() + " " + it.customerName();
            out().println(DAY.format(it.sentAt().atZone(zone)) + "  "
                    + (it.direction() == Direction.OUT ? "→" : "←") + " " + it.channel().id() + "  " + whose);
            out().println("    " + oneLine(it.from()) + (it.subject().isEmpty() ? "" : ": " + oneLine(it.subject())));
            String words = marked(it.snippet());
            if (!words.isBlank()) {
                out().println("    " + words + (it.foundIn().startsWith("attachment:") ? "  [" + it.foundIn() + "]" : ""));
            }
        }
        out().printf(Locale.ROOT, "%d found in %.1f ms%s%n", found.total(), found.tookMillis(),
                found.total() > found.hits().size() ? ", the first " + found.hits().size() + " shown" : "");
    }

    private String marked(Snippet snippet) {
        boolean bold = invocation.terminal().interactive();
        StringBuilder text = new StringBuilder();
        snippet.pieces().forEach(it -> text.append(it.hit() ? (bold ? "\033[1m" : "*") : "")
                .append(oneLine(it.text()))
                .append(it.hit() ? (bold ? "\033[0m" : "*") : ""));
        return text.toString();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}

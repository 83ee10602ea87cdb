package org.genjin.daemon.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.find.Finder;
import org.genjin.daemon.ledger.Finding;
import org.genjin.daemon.words.DocumentWords;
import org.genjin.index.SearchQuery;
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
            "All words must be there; \"a phrase\", -not, a OR b, begin*, +exact. '*' is everything, newest first. Operators:",
            "  customer: country: grade: stage: owner: source: channel: dir:in|out from: to: contact: subject: lang:",
            "  type:pdf|quote|rfq|sample|order|invoice|complaint…  price>0.8  price:0.5..1 USD  larger:1M  smaller:",
            "  is:mine|theirs|due|overdue|unsorted|quoted  has:attachment  in:attachment  attachment:  filename:",
            "  after:2026-01-31 before: date:a..b date:last week newer_than:7d older_than:1y year:",
            "Dates and operators also in Chinese and other languages: 客户: 国家: 等级: 附件: 之前: 之后: 发件人: 日期:上周",
            "Codes and numbers are found in any writing; @NAME is a search that was kept with --save NAME."
        })
final class FindVerb extends HomeVerb {

    private static final int MOST = 10_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "Words and operators.")
    List<String> words = List.of();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "How many hits (default: 20).")
    int limit;

    @Option(names = "--as", paramLabel = "OWNER", description = "With this owner's rights.")
    @Nullable String as;

    @Option(names = "--sort", paramLabel = "best|newest|oldest", defaultValue = "best", description = "Which hits come first (default: best).")
    SearchQuery.Order sort = SearchQuery.Order.BEST;

    @Option(names = "--by-conversation", description = "Only the best hit of each conversation.")
    boolean byConversation;

    @Option(names = "--save", paramLabel = "NAME", description = "Keep this search; 'find @NAME' asks it again.")
    @Nullable String save;

    @Option(names = "--saved", description = "List the searches that are kept.")
    boolean saved;

    @Option(names = "--forget", paramLabel = "NAME", description = "Keep that search no longer.")
    @Nullable String forget;

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
        Optional<String> viewer = viewer(desk, as);
        if (saved) {
            desk.finder().saved().of(viewer).forEach(it -> out().println("@" + it.name() + "  " + it.query()));
            return Exit.DONE;
        }
        if (forget != null) {
            if (!desk.finder().saved().remove(viewer, forget)) {
                throw Trouble.failed("No search is kept as '" + forget + "'; 'find --saved' lists those that are.");
            }
            return Exit.DONE;
        }
        String query = String.join(" ", words);
        if (query.isBlank()) {
            throw Trouble.usage("Say what to find, such as: find acme quotation.");
        }
        if (save != null && desk.finder().saved().save(viewer, save, query, now()).isEmpty()) {
            throw Trouble.usage("'" + save + "' cannot name a search: a name is one word of letters and digits.");
        }
        if (desk.indexing().behind() > 0) {
            try (Progress progress = new Progress(invocation.terminal())) {
                desk.indexing().await(false, () -> progress.tell("Indexing: " + desk.indexing().behind() + " to go"));
            }
        }
        Finder.Found found = desk.finder().find(query, viewer, new Finder.Wish(limit, 0, sort, byConversation), now());
        if (json) {
            out().println(Json.pretty(Json.found(
                    query, found.understood(), found.hints(), found.total(), found.tookMillis(), found.hits(),
                    found.facets())));
        } else {
            print(found, desk.board().zone(), new DocumentWords(desk.config().language()));
        }
        return Exit.DONE;
    }

    private void print(Finder.Found found, ZoneId zone, DocumentWords documents) {
        found.hints().forEach(err()::println);
        for (Finding it : found.hits()) {
            String whose = it.customer() == null ? "–" : it.customer() + " " + it.customerName();
            out().println(DAY.format(it.sentAt().atZone(zone)) + "  "
                    + (it.direction() == Direction.OUT ? "→" : "←") + " " + it.channel().id() + "  " + whose);
            out().println("    " + oneLine(it.from()) + (it.subject().isEmpty() ? "" : ": " + oneLine(it.subject())));
            String words = marked(it.snippet());
            if (!words.isBlank()) {
                boolean elsewhere = it.foundIn().startsWith("attachment:") || it.foundIn().equals("quoted");
                out().println("    " + words + (elsewhere ? "  [" + it.foundIn() + "]" : "")
                        + (it.problem().isEmpty() ? "" : " (" + documents.say(it.problem()) + ")"));
            }
            if (it.more() > 0) {
                out().println("    and " + it.more() + " more in this conversation");
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

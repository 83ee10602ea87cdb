package org.genjin.daemon.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.genjin.config.Language;
import org.genjin.daemon.crm.CrmExport;
import org.genjin.daemon.crm.Dialect;
import org.genjin.daemon.crm.ReadMe;
import org.genjin.daemon.words.Words;
import org.genjin.daemon.workbook.Doubt;
import org.genjin.daemon.workbook.Exports;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what an export did, to people or as JSON: names and shapes are a contract with other programs. */
final class ExportText {

    private final PrintStream out;
    private final Language language;
    private final boolean json;

    ExportText(PrintStream out, Language language, boolean json) {
        this.out = out;
        this.language = language;
        this.json = json;
    }

    void table(Exports.Written it) {
        if (json) {
            out.println(Json.pretty(Json.object().put("file", it.file().toString()).put("rows", it.rows())));
        } else {
            out.println(it.file() + ": " + it.rows() + " rows");
        }
    }

    void folder(CrmExport.Done it) {
        if (json) {
            out.println(Json.pretty(json(it)));
            return;
        }
        out.println(it.folder() + ": " + it.dialect().title());
        it.files().forEach(file -> out.println("  " + file.file().getFileName() + ": " + file.rows() + " rows"));
        out.println("  README.txt");
        if (!it.lost().isEmpty()) {
            out.println(Words.of("crm", language).text("lost", it.dialect().title(), String.join(" · ", it.lost())));
        }
    }

    private static ObjectNode json(CrmExport.Done it) {
        ObjectNode json = Json.object()
                .put("system", it.dialect().name())
                .put("title", it.dialect().title())
                .put("verified", it.dialect().verified().id())
                .put("folder", it.folder().toString());
        ArrayNode files = json.putArray("files");
        it.files().forEach(file -> files.addObject()
                .put("part", file.part().id())
                .put("file", String.valueOf(file.file().getFileName()))
                .put("rows", file.rows()));
        json.set("lost", Json.array(it.lost()));
        return json;
    }

    void list(List<Dialect> dialects) {
        ReadMe readMe = new ReadMe(language);
        if (!json) {
            for (Dialect it : dialects) {
                out.println(String.format(Locale.ROOT, "%-12s %-16s %-7s %s", it.name(), it.title(), it.verified().id(), it.why()));
            }
            return;
        }
        ArrayNode all = Json.array(List.of());
        for (Dialect it : dialects) {
            ObjectNode one = all.addObject()
                    .put("system", it.name())
                    .put("title", it.title())
                    .put("verified", it.verified().id())
                    .put("why", it.why());
            one.set("lost", Json.array(readMe.lost(it)));
        }
        out.println(Json.pretty(all));
    }

    void check(List<Doubt> doubts) {
        Words words = Words.of("crm", language);
        if (json) {
            ArrayNode all = Json.array(List.of());
            doubts.forEach(it -> all.addObject()
                    .put("customer", it.customer().toString())
                    .put("name", it.name())
                    .put("doubt", it.kind().id())
                    .put("value", it.value()));
            out.println(Json.pretty(all));
            return;
        }
        for (Doubt it : doubts) {
            out.println(it.customer() + " " + it.name() + ": " + words.text("doubt." + it.kind().id(), it.value()));
        }
        out.println(words.text("doubts", doubts.size(), doubts.stream().map(Doubt::customer).distinct().count()));
    }
}

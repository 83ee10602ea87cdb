package org.genjin.daemon.web;

import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.customerlist.ListOutcome;
import org.genjin.daemon.customerlist.ListUndone;
import org.genjin.daemon.customerlist.file.ListRefused;
import org.genjin.daemon.customerlist.rules.Role;
import org.genjin.daemon.ledger.SheetBook;
import org.genjin.daemon.words.Words;
import org.genjin.daemon.workbook.keeping.Sheets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the page of files does: hands out workbooks and exports, takes lists of customers in, and takes them back. A viewer gets and
 * changes what is theirs. Thread-safe.
 */
final class FileDoor {

    private static final Logger LOG = LoggerFactory.getLogger(FileDoor.class);

    static final String PATH = "/files";

    /** As much as a list may have, and a little for the form around it. */
    private static final int MOST_MEGABYTES = 61;
    private static final String LIST = PATH + "/list/";

    private final Desk desk;
    private final InstantSource clock;
    private final Function<Context, Optional<String>> viewer;
    private final Answering answering;
    private final FilesPage files;
    private final ListPreview preview;
    private final Words words;
    private final Path temporary;
    private final Uploads uploads;
    private final Downloads downloads;

    /** How a request is answered with a page. */
    interface Answering {
        void page(Context context, String template, Map<String, ?> model);

        void notFound(Context context);
    }

    FileDoor(Desk desk, Show show, InstantSource clock, Function<Context, Optional<String>> viewer, Answering answering) {
        this.desk = desk;
        this.clock = clock;
        this.viewer = viewer;
        this.answering = answering;
        this.files = new FilesPage(desk, show);
        this.words = files.words();
        this.preview = new ListPreview(words, desk.config().language());
        this.temporary = desk.home().temporary().resolve("page");
        this.uploads = new Uploads(temporary.resolve("lists"), clock);
        this.downloads = new Downloads(desk, words, temporary.resolve("downloads"));
    }

    /** Before the first request. */
    void prepare() throws IOException {
        Files.createDirectories(parts());
    }

    private Path parts() {
        return temporary.resolve("parts");
    }

    void open(JavalinConfig config) {
        config.jetty.multipartConfig.cacheDirectory(parts().toString());
        config.jetty.multipartConfig.maxFileSize(MOST_MEGABYTES, SizeUnit.MB);
        config.jetty.multipartConfig.maxTotalRequestSize(MOST_MEGABYTES + 1, SizeUnit.MB);
        config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
        config.routes.get(PATH, context -> show(context, 200, ""));
        config.routes.get(PATH + "/sheet", this::sheet);
        config.routes.post(PATH + "/sheet", this::writeSheet);
        config.routes.post(PATH + "/list", this::upload);
        config.routes.get(LIST + "{ticket}", this::look);
        config.routes.post(LIST + "{ticket}", this::look);
        config.routes.post(LIST + "{ticket}/take", this::take);
        config.routes.post(LIST + "{ticket}/drop", this::drop);
        config.routes.post(PATH + "/undo", this::undo);
        config.routes.post(PATH + "/export", context -> hand(context, downloads.system(viewer.apply(context), form(context, "system"), clock.instant())));
        config.routes.post(PATH + "/table", context -> hand(context, downloads.table(viewer.apply(context), form(context, "table"), clock.instant())));
    }

    private void show(Context context, int status, String message) {
        context.status(status);
        answering.page(context, "files", files.model(viewer.apply(context), message));
    }

    /** The owner that is named, if it is one that the viewer acts for. */
    private Optional<String> owner(Context context, String named) {
        Optional<String> who = viewer.apply(context);
        return who.isPresent() ? who.filter(it -> named.isEmpty() || it.equals(named)) : desk.config().owners().stream().filter(named::equals).findFirst();
    }

    private void sheet(Context context) throws IOException {
        Optional<Path> file = owner(context, Optional.ofNullable(context.queryParam("owner")).orElse(""))
                .flatMap(it -> number(context).map(number -> desk.sheets().file(new SheetBook(it, number))))
                .filter(Files::exists);
        if (file.isEmpty()) {
            answering.notFound(context);
        } else {
            // As it is on the disk at this moment: it is replaced as a whole.
            hand(context, Optional.of(new Downloads.Download(String.valueOf(file.get().getFileName()), Files.newInputStream(file.get()))));
        }
    }

    /** Which of the owner's workbooks is meant: the first if none is said; empty if there can be none of that number. */
    private static Optional<Integer> number(Context context) {
        return Optional.of(Optional.ofNullable(context.queryParam("book")).orElse("1"))
                .filter(it -> it.matches("[1-9]\\d{0,3}"))
                .map(Integer::valueOf);
    }

    private void writeSheet(Context context) throws IOException {
        Optional<String> owner = owner(context, form(context, "owner"));
        if (owner.isEmpty()) {
            answering.notFound(context);
            return;
        }
        List<Sheets.Outcome> outcomes = desk.sheets().writeAll(owner.get(), Optional.empty(), clock.instant());
        Optional<Sheets.Outcome> not = outcomes.stream()
                .filter(it -> it instanceof Sheets.Outcome.InUse || it instanceof Sheets.Outcome.Unreadable)
                .findFirst();
        switch (not.orElse(outcomes.getFirst())) {
            case Sheets.Outcome.Written it -> show(context, 200, words.text("sheet.done", it.customers(), taken(outcomes)));
            case Sheets.Outcome.InUse _ -> show(context, 200, words.text("sheet.in-use"));
            case Sheets.Outcome.Unreadable it -> show(context, 422, it.why());
            case Sheets.Outcome.Read _, Sheets.Outcome.Absent _ -> show(context, 200, "");
        }
        desk.indexing().wake();
    }

    private static int taken(List<Sheets.Outcome> outcomes) {
        return outcomes.stream().mapToInt(it -> it instanceof Sheets.Outcome.Written written ? written.taken().size() : 0).sum();
    }

    private void upload(Context context) throws IOException {
        UploadedFile file;
        try {
            file = context.uploadedFile("list");
        } catch (Exception e) { // whatever the server calls it: more than is allowed, or no form that it can read
            LOG.info("an uploaded list was refused: {}", e.toString());
            show(context, 413, words.text("list.too-large"));
            return;
        }
        Optional<String> owner = owner(context, form(context, "owner"));
        if (owner.isEmpty()) {
            answering.notFound(context);
        } else if (file == null || file.filename().isEmpty()) {
            show(context, 422, words.text("list.none"));
        } else {
            try (InputStream content = file.content()) {
                Uploads.Upload upload = uploads.keep(file.filename(), content, viewer.apply(context), owner.get());
                context.redirect(LIST + upload.ticket(), HttpStatus.SEE_OTHER);
            }
        }
    }

    private Optional<Uploads.Upload> uploaded(Context context) {
        Optional<Uploads.Upload> upload = uploads.find(context.pathParam("ticket"), viewer.apply(context));
        if (upload.isEmpty()) {
            show(context, 404, words.text("list.gone"));
        }
        return upload;
    }

    private void look(Context context) throws IOException {
        Optional<Uploads.Upload> upload = uploaded(context);
        if (upload.isPresent()) {
            try {
                ListOutcome outcome = read(upload.get(), chosen(context, upload.get()), true);
                answering.page(context, "files-list", preview.model(outcome, upload.get()));
            } catch (ListRefused e) {
                refused(context, upload.get(), e);
            }
        }
    }

    private void take(Context context) throws IOException {
        Optional<Uploads.Upload> upload = uploaded(context);
        if (upload.isPresent()) {
            try {
                ListOutcome outcome = read(upload.get(), chosen(context, upload.get()), false);
                uploads.remove(upload.get());
                desk.indexing().wake();
                show(context, 200, words.text("list.taken", outcome.created(), outcome.updated(), outcome.unchanged()));
            } catch (ListRefused e) {
                refused(context, upload.get(), e);
            }
        }
    }

    private void drop(Context context) throws IOException {
        Optional<Uploads.Upload> upload = uploaded(context);
        if (upload.isPresent()) {
            uploads.remove(upload.get());
            context.redirect(PATH, HttpStatus.SEE_OTHER);
        }
    }

    private Map<String, Role> chosen(Context context, Uploads.Upload upload) throws IOException, ListRefused {
        return context.formParamMap().isEmpty()
                ? Map.of()
                : ListPreview.chosen(read(upload, Map.of(), true).proposal(), field -> Optional.ofNullable(context.formParam(field)));
    }

    private ListOutcome read(Uploads.Upload it, Map<String, Role> columns, boolean dry) throws IOException, ListRefused {
        return desk.customerLists().take(it.file(), it.name(), it.owner(), columns, dry, clock.instant());
    }

    private void refused(Context context, Uploads.Upload upload, ListRefused e) throws IOException {
        uploads.remove(upload);
        show(context, 422, String.valueOf(e.getMessage()));
    }

    private void undo(Context context) {
        Optional<String> owner = owner(context, form(context, "owner"));
        if (owner.isEmpty()) {
            answering.notFound(context);
            return;
        }
        switch (desk.customerLists().undo(owner, clock.instant())) {
            case ListUndone.Nothing _ -> show(context, 422, words.text("undo.nothing"));
            case ListUndone.Done it -> {
                desk.indexing().wake();
                String done = words.text("undo.done", it.what().file(), it.removed());
                show(context, 200, it.kept().isEmpty() ? done : done + " " + words.text("undo.kept", String.join(", ", it.kept())));
            }
        }
    }

    private void hand(Context context, Optional<Downloads.Download> download) {
        if (download.isEmpty()) {
            answering.notFound(context);
            return;
        }
        String name = URLEncoder.encode(download.get().name(), StandardCharsets.UTF_8).replace("+", "%20");
        context.header("Content-Disposition", "attachment; filename*=UTF-8''" + name);
        context.contentType("application/octet-stream").result(download.get().content());
    }

    private static String form(Context context, String name) {
        String value = context.formParam(name);
        return value == null ? "" : value.strip();
    }
}

package org.genjin.daemon.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.genjin.config.AppConfig;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.decision.Decisions;
import org.genjin.daemon.decision.Refusal;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page and the door for commands, on loopback. Closing lets requests end; none is interrupted. */
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int THREADS = 24;
    private static final long PATIENCE_SECONDS = 4;
    private static final Map<String, String> ASSETS = Map.of(
            "style.css", "text/css",
            "page.js", "text/javascript",
            "icon.svg", "image/svg+xml",
            "htmx.min.js", "text/javascript");

    private final Desk desk;
    private final InstantSource clock;
    private final Guard guard;
    private final Ui ui;
    private final Pages pages;
    private final Show show;
    private final TodayPage today;
    private final CustomersPage customers;
    private final CustomerPage customer;
    private final SearchPage search;
    private final HealthPage health;
    private final ReportPage report;
    private final FileDoor files;
    private final Corrections corrections;
    private final AnswerPage answer;
    private final CommandDoor door;
    private final Javalin server;
    // Every request holds one; the end takes them all, so that no thread is stopped within ledger or index.
    private final Semaphore running = new Semaphore(THREADS, true);

    private WebServer(Desk desk, Viewers viewers, Commands commands, String token, AppConfig.Web web, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
        this.guard = new Guard(viewers);
        this.ui = new Ui(desk.config().language());
        this.pages = new Pages(ui);
        this.show = new Show(ui, desk.config().language(), desk.board().zone());
        this.today = new TodayPage(desk, ui, show);
        this.customers = new CustomersPage(desk, ui, show);
        this.customer = new CustomerPage(desk, ui, show);
        this.search = new SearchPage(desk, ui, show);
        this.health = new HealthPage(desk, ui, show);
        this.report = new ReportPage(desk);
        this.files = new FileDoor(desk, show, clock, this::viewer, new FileDoor.Answering() {
            @Override
            public void page(Context context, String template, Map<String, ?> model) {
                WebServer.this.page(context, template, model);
            }

            @Override
            public void notFound(Context context) {
                error(context, 404, ui.text("error.not-found"));
            }
        });
        this.corrections = new Corrections(desk, ui, clock, this::viewer);
        this.answer = new AnswerPage(desk, pages, guard);
        this.door = new CommandDoor(commands, token);
        this.server = Javalin.create(config -> configure(config, web));
    }

    /**
     * Listens at once.
     *
     * @param token for commands that come over the door
     * @throws IOException if the port is taken; the message says what to do
     */
    public static WebServer start(
            Desk desk, Viewers viewers, Commands commands, String token, AppConfig.Web web, InstantSource clock)
            throws IOException {
        WebServer started = new WebServer(desk, viewers, commands, token, web, clock);
        try {
            started.files.prepare();
            started.server.start();
            return started;
        } catch (io.javalin.util.JavalinBindException e) {
            throw new IOException(
                    "The address " + web.host() + ":" + web.port()
                            + " is taken; set 'web: {listen: 127.0.0.1:PORT}' in genjin.yaml to another port, or 0 for a free one.",
                    e);
        }
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        boolean idle = false;
        try {
            idle = running.tryAcquire(THREADS, PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts here", e);
        }
        if (idle) {
            server.stop();
        } else {
            LOG.warn("a request is still running; it ends with the process");
        }
    }

    private void configure(JavalinConfig config, AppConfig.Web web) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.jetty.host = web.host();
        config.jetty.port = web.port();
        QueuedThreadPool threads = new QueuedThreadPool(THREADS + 8, 4);
        threads.setName("web");
        threads.setDaemon(true);
        config.jetty.threadPool = threads;
        config.routes.before(this::enter);
        config.routes.after(context -> leave(context));
        config.routes.get("/assets/{name}", this::asset);
        config.routes.post(RemoteCommand.PATH, door::handle);
        config.routes.post(CommandDoor.ASK, door::ask);
        config.routes.get("/", context -> page(context, "today", today.model(viewer(context), text(context, "reason"), now())));
        config.routes.get("/customers", context -> page(context, "customers", customers.model(viewer(context), text(context, "filter"), now())));
        config.routes.get("/customers/{id}", context -> customer(context, ""));
        config.routes.get("/customers/{id}/timeline", this::timeline);
        config.routes.post("/customers/{id}/set", this::set);
        config.routes.post("/customers/{id}/next", this::next);
        config.routes.post("/customers/{id}/log", this::log);
        config.routes.post("/customers/{id}/merge", context -> correct(context, row -> corrections.merge(context, row)));
        config.routes.post("/customers/{id}/split", context -> correct(context, row -> corrections.split(context, row)));
        config.routes.post("/customers/{id}/set-aside", context -> correct(context, row -> corrections.setAside(context, row)));
        config.routes.post("/messages/{row}/assign", context -> corrected(context, corrections.assign(context, longNumber(context.pathParam("row")))));
        config.routes.post("/messages/{row}/warning", context -> corrected(context, corrections.looked(context, longNumber(context.pathParam("row")))));
        config.routes.post("/questions/{number}", context -> corrected(context, corrections.answer(context, longNumber(context.pathParam("number")))));
        config.routes.post("/decisions/{number}/undo", context -> corrected(context, corrections.undo(context, longNumber(context.pathParam("number")))));
        config.routes.get("/messages/{row}/attachments/{number}", this::attachment);
        config.routes.get("/search", context -> page(context, "search", search.model(
                viewer(context), text(context, "q"), number(text(context, "from")), text(context, "sort"),
                text(context, "grouped").equals("yes"), now())));
        config.routes.get("/search/offers", context -> page(context, "offers", Map.of("offers", search.offers(viewer(context), typed(context)))));
        config.routes.post("/searches", this::keepSearch);
        config.routes.post("/searches/remove", context -> {
            desk.finder().saved().remove(viewer(context), form(context, "name"));
            context.redirect("/search", io.javalin.http.HttpStatus.SEE_OTHER);
        });
        config.routes.get("/report", context -> page(context, "report", report.model(viewer(context), text(context, "owner"), now())));
        files.open(config);
        config.routes.get(AnswerPage.PATH + "{token}", answer::look);
        config.routes.post(AnswerPage.PATH + "{token}", answer::obey);
        config.routes.get("/health", context -> page(context, "health", health.model(viewer(context), now())));
        config.routes.exception(Answered.class, (_, _) -> {});
        config.routes.exception(Exception.class, (failure, context) -> {
            LOG.error("page {} failed", context.path(), failure);
            error(context, 500, ui.text("error.broken"));
        });
        config.routes.error(404, context -> {
            if (!String.valueOf(context.res().getContentType()).startsWith("text/html")) {
                error(context, 404, ui.text("error.not-found"));
            }
        });
    }

    private void enter(Context context) {
        Guard.headers(context);
        if (!running.tryAcquire()) {
            context.status(503);
            throw new Answered();
        }
        context.attribute("entered", true);
        boolean open = context.path().startsWith("/assets/") || context.path().equals(RemoteCommand.PATH)
                || context.path().equals(CommandDoor.ASK);
        if (!Guard.isOurHost(context)) {
            context.status(403);
            throw new Answered();
        } else if (!open) {
            enterPage(context);
        }
    }

    private void enterPage(Context context) {
        if (context.method().equals(HandlerType.POST) && !Guard.isOurPage(context)) {
            error(context, 403, ui.text("error.origin"));
            throw new Answered();
        } else if (context.path().startsWith(AnswerPage.PATH)) {
            return; // who has the token of a mail has the mail
        } else if (context.method().equals(HandlerType.GET) && guard.takeToken(context)) {
            throw new Answered();
        } else if (guard.viewer(context).isEmpty()) {
            error(context, 401, ui.text("error.token"));
            throw new Answered();
        }
    }

    private void leave(Context context) {
        if (context.attribute("entered") != null) {
            context.attribute("entered", null);
            running.release();
        }
    }

    /** Ends a request that has its answer; what comes after every request still comes. */
    private static final class Answered extends RuntimeException {
        Answered() {
            super("answered", null, false, false);
        }
    }

    private Optional<String> viewer(Context context) {
        return guard.viewer(context).orElseThrow().owner();
    }

    /** Whose decisions those of a page are. */
    private String by(Context context) {
        return viewer(context).orElse("operator");
    }

    private Instant now() {
        return clock.instant();
    }

    private void page(Context context, String template, Map<String, ?> model) {
        Map<String, Object> all = new java.util.HashMap<>(model);
        guard.viewer(context).ifPresent(it -> all.put("viewer", it.owner().orElse("")));
        context.html(pages.render(template, all));
    }

    private void error(Context context, int status, String message) {
        context.status(status);
        page(context, "error", Map.of("heading", Integer.toString(status), "message", message));
    }

    private Optional<CustomerRow> asked(Context context) {
        return CustomerId.parse(context.pathParam("id")).flatMap(id -> desk.board().customer(viewer(context), id, now()));
    }

    private void customer(Context context, String message) {
        Optional<CustomerRow> row = asked(context);
        if (row.isEmpty()) {
            error(context, 404, ui.text("error.not-found"));
        } else {
            page(context, "customer", customer.model(row.get(), before(context), message, now()));
        }
    }

    private void timeline(Context context) {
        Optional<CustomerRow> row = asked(context);
        if (row.isEmpty()) {
            error(context, 404, ui.text("error.not-found"));
        } else {
            page(context, "timeline", customer.timeline(row.get(), before(context)));
        }
    }

    private Instant before(Context context) {
        String before = text(context, "before");
        try {
            return before.isEmpty() ? now().plusMillis(1) : Instant.parse(before);
        } catch (DateTimeParseException e) {
            return now().plusMillis(1); // an address that somebody edited: as if it had not said when
        }
    }

    private void set(Context context) {
        Optional<CustomerRow> row = asked(context);
        if (row.isEmpty()) {
            error(context, 404, ui.text("error.not-found"));
            return;
        }
        CustomerRow before = row.get();
        Map<String, String> current = Map.of(
                "grade", before.grade().name(), "stage", before.stage().id(), "notes", before.notes(), "name", before.name(),
                "country", before.country() == null ? "" : before.country());
        Map<String, String> changed = new LinkedHashMap<>();
        for (String key : List.of("name", "country", "grade", "stage", "notes")) {
            String value = context.formParam(key);
            // What stays as it was has not been decided by anybody.
            if (value != null && !value.replace("\r\n", "\n").equals(current.get(key))) {
                changed.put(key, value.replace("\r\n", "\n"));
            }
        }
        changed.putAll(TradeFields.changed(context, desk.industries().of(before.id()), desk.config().language()));
        for (Map.Entry<String, String> it : changed.entrySet()) {
            if (desk.decisions().set(before.id(), it.getKey(), it.getValue(), desk.config().owners(), by(context), now())
                    instanceof Decisions.Outcome.NotAccepted(Refusal expected)) {
                context.status(422);
                customer(context, ui.text("set.not", ui.refusal(expected)));
                return;
            }
        }
        back(context, before.id());
    }

    private void next(Context context) {
        Optional<CustomerRow> row = asked(context);
        if (row.isEmpty()) {
            error(context, 404, ui.text("error.not-found"));
            return;
        }
        CustomerId id = row.get().id();
        List<String> asked = context.formParams("when").stream().filter(it -> !it.isBlank()).toList();
        String when = asked.isEmpty() ? "" : asked.getLast();
        Instant now = now();
        LocalDate today = desk.board().today(now);
        Optional<LocalDate> day = show.typed(when, today);
        if (!when.equals("none") && (day.isEmpty() || day.get().isBefore(today))) {
            context.status(422);
            customer(context, day.isEmpty() ? ui.text("when.unknown", when) : ui.text("when.past", show.day(day.get())));
            return;
        }
        String text = Optional.ofNullable(context.formParam("text")).orElse("").strip();
        List<DueItem> before = desk.board().due(viewer(context), now);
        desk.decisions().next(id, day.orElse(null), text, by(context), now);
        if (context.header("HX-Request") != null) {
            before.stream().filter(it -> it.customer().id().equals(id)).findFirst().ifPresent(it -> {
                Views.Card card = show.card(it, today, now);
                page(context, "card", Map.of("card", new Views.Card(
                        card.id(), card.name(), card.country(), card.grade(), card.gradeTitle(), card.stage(), "done",
                        "→ " + day.map(show::day).orElse(""), card.why(), card.action(), card.quote(), card.local())));
            });
        } else if ("today".equals(context.formParam("from"))) {
            context.redirect("/", io.javalin.http.HttpStatus.SEE_OTHER);
        } else {
            back(context, id);
        }
    }

    private void correct(Context context, Function<CustomerRow, Corrections.After> correction) {
        Optional<CustomerRow> row = asked(context);
        if (row.isEmpty()) {
            error(context, 404, ui.text("error.not-found"));
            return;
        }
        corrections.show(
                context, correction.apply(row.get()), sentence -> customer(context, sentence),
                () -> error(context, 404, ui.text("error.not-found")));
    }

    private void corrected(Context context, Corrections.After after) {
        corrections.show(
                context, after, sentence -> error(context, 422, sentence), () -> error(context, 404, ui.text("error.not-found")));
    }

    private void log(Context context) throws IOException {
        Optional<CustomerRow> row = asked(context);
        String text = Optional.ofNullable(context.formParam("text")).orElse("").strip();
        if (row.isEmpty()) {
            error(context, 404, ui.text("error.not-found"));
            return;
        }
        if (!text.isEmpty()) {
            desk.decisions().log(row.get().id(), viewer(context).orElse(row.get().owner()), text, now());
            desk.indexing().wake();
        }
        back(context, row.get().id());
    }

    private static void back(Context context, CustomerId id) {
        context.redirect("/customers/" + id, io.javalin.http.HttpStatus.SEE_OTHER);
    }

    private void attachment(Context context) {
        Optional<Timeline.Document> document = desk.timeline()
                .document(viewer(context), longNumber(context.pathParam("row")), number(context.pathParam("number")));
        if (document.isEmpty()) {
            error(context, 404, ui.text("error.not-found"));
            return;
        }
        // Never shown as a page of ours: what a customer sent is only ever downloaded.
        String name = document.get().name().isBlank() ? "attachment" : document.get().name();
        context.header(
                "Content-Disposition",
                "attachment; filename*=UTF-8''" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        context.contentType("application/octet-stream").result(document.get().bytes());
    }

    private void asset(Context context) throws IOException {
        String name = context.pathParam("name");
        String type = ASSETS.get(name);
        String path = name.equals("htmx.min.js") ? "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js" : "/web/" + name;
        if (type == null) {
            context.status(404);
            return;
        }
        try (InputStream file = WebServer.class.getResourceAsStream(path)) {
            if (file == null) {
                context.status(404);
                return;
            }
            context.header("Cache-Control", "max-age=3600");
            context.contentType(type + "; charset=utf-8").result(file.readAllBytes());
        }
    }

    private static String text(Context context, String name) {
        String value = context.queryParam(name);
        return value == null ? "" : value.strip();
    }

    /** With the blank behind its last word, which says that the word is complete. */
    private static String typed(Context context) {
        String value = context.queryParam("q");
        return value == null ? "" : value.stripLeading();
    }

    private static String form(Context context, String name) {
        String value = context.formParam(name);
        return value == null ? "" : value.strip();
    }

    private void keepSearch(Context context) {
        String query = form(context, "q");
        Optional<String> kept = desk.finder().saved().save(viewer(context), form(context, "name"), query, now());
        String next = kept.map(name -> "@" + name).orElse(query);
        context.redirect("/search?q=" + URLEncoder.encode(next, StandardCharsets.UTF_8), io.javalin.http.HttpStatus.SEE_OTHER);
    }

    private static int number(String text) {
        return (int) Math.min(Integer.MAX_VALUE, longNumber(text));
    }

    private static long longNumber(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}

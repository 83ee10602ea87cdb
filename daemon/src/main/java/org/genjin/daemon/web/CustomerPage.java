package org.genjin.daemon.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.TimelineEntry;

/** One customer: facts, what can be set, and the history with every message's words. */
final class CustomerPage {

    private static final int ENTRIES = 30;

    private final Desk desk;
    private final Ui ui;
    private final Show show;
    private final DossierView dossier;

    CustomerPage(Desk desk, Ui ui, Show show) {
        this.desk = desk;
        this.ui = ui;
        this.show = show;
        this.dossier = new DossierView(ui, show, desk.config().language());
    }

    Map<String, Object> model(CustomerRow row, Instant before, String message, Instant at) {
        LocalDate today = desk.board().today(at);
        Map<String, Object> model = new HashMap<>(timeline(row, before));
        model.put("heading", row.name());
        model.put("message", message);
        model.put("it", show.customer(row, today, at));
        model.put(
                "grades",
                Arrays.stream(Grade.values())
                        .map(it -> new Views.Choice(it.name(), it.name() + " " + ui.value("grade", it.name())))
                        .toList());
        model.put(
                "stages",
                Arrays.stream(Stage.values())
                        .map(it -> new Views.Choice(it.id(), ui.value("stage", it.id())))
                        .toList());
        model.put("industry", dossier.industry(row.id(), desk.industries().of(row.id())));
        model.putAll(dossier.model(row.id(), desk.dossiers().of(row.id(), at)));
        return model;
    }

    /** The history before an instant, newest first. */
    Map<String, Object> timeline(CustomerRow row, Instant before) {
        List<TimelineEntry> entries = desk.timeline().of(row.id(), before, ENTRIES);
        long older = entries.isEmpty() ? 0 : desk.timeline().older(row.id(), entries.getLast().at());
        return Map.of(
                "entries", entries.stream().map(show::entry).toList(),
                "older", older,
                "olderText", Long.toString(older),
                "before", entries.isEmpty() ? "" : entries.getLast().at().toString(),
                "customerId", row.id().toString());
    }
}

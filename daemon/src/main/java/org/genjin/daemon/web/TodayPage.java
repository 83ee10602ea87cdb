package org.genjin.daemon.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.followup.Reason;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.FraudWarnings;
import org.genjin.daemon.words.FraudWords;

/** Who is due, as cards; tabs choose a reason. */
final class TodayPage {

    private static final int MOST = 200;

    private final Desk desk;
    private final Ui ui;
    private final Show show;
    private final FraudWords fraud;

    TodayPage(Desk desk, Ui ui, Show show) {
        this.desk = desk;
        this.ui = ui;
        this.show = show;
        this.fraud = new FraudWords(desk.config().language());
    }

    Map<String, Object> model(Optional<String> viewer, String reason, Instant at) {
        List<DueItem> due = desk.board().dueInBrief(viewer, at);
        LocalDate today = desk.board().today(at);
        List<Views.Tab> tabs = new ArrayList<>();
        tabs.add(new Views.Tab(ui.text("tab.all", due.size()), "/", due.size(), reason.isEmpty()));
        for (Reason it : Reason.values()) {
            int count = (int) due.stream().filter(item -> has(item, it.id())).count();
            tabs.add(new Views.Tab(
                    ui.text("tab." + it.id(), count), "/?reason=" + it.id(), count, it.id().equals(reason)));
        }
        Map<String, Object> model = new HashMap<>();
        model.put("active", "today");
        model.put("heading", ui.text("today.title", show.day(today)));
        model.put("tabs", tabs);
        model.put("alarms", desk.fraudWarnings().open(viewer).stream().limit(MOST).map(this::alarm).toList());
        model.put("anyone", !due.isEmpty() || !desk.board().customers(viewer, at).isEmpty());
        model.put(
                "cards",
                desk.board().inFull(due.stream()
                                .filter(it -> reason.isEmpty() || has(it, reason))
                                .limit(MOST)
                                .toList()).stream()
                        .map(it -> show.card(it, today, at))
                        .toList());
        return model;
    }

    private static boolean has(DueItem item, String reason) {
        return item.reasons().stream().anyMatch(it -> it.reason().id().equals(reason));
    }

    private Views.AlarmView alarm(FraudWarnings.Alarm it) {
        return new Views.AlarmView(
                it.warning().message(), fraud.sentence(it.warning().kind().id(), it.warning().details(), it.from(), it.subject()),
                it.customer() == null ? "" : "/customers/" + it.customer(), it.customerName());
    }
}

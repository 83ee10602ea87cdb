package org.genjin.daemon.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genjin.config.Language;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Deal;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.industry.TypedValue;
import org.genjin.daemon.ledger.Dossier;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.genjin.daemon.ledger.IndustryBoard;
import org.genjin.daemon.ledger.SaidOnce;
import org.genjin.daemon.ledger.SaidTable.SaidFact;
import org.genjin.daemon.ledger.SaidTable.SaidPromise;
import org.genjin.daemon.words.Listed;
import org.genjin.daemon.words.Text;
import org.genjin.daemon.words.WhyWords;
import org.genjin.daemon.words.Words;
import org.jspecify.annotations.Nullable;

/** Why a customer's values are what they are, as the page shows it. Immutable. */
final class DossierView {

    private static final int OF_A_KIND = 4;

    private final Ui ui;
    private final Show show;
    private final Language language;
    private final WhyWords words;

    DossierView(Ui ui, Show show, Language language) {
        this.ui = ui;
        this.show = show;
        this.language = language;
        this.words = new WhyWords(language);
    }

    Map<String, Object> model(CustomerId id, Dossier dossier) {
        Map<String, Object> model = new HashMap<>();
        dossier.values().forEach(it -> model.put(it.field() + "Why", why(id, it)));
        model.put("people", people(dossier.known()));
        model.put("said", said(id, dossier));
        model.put("own", own(dossier.own()));
        model.put(
                "decisions",
                dossier.decisions().stream()
                        .map(it -> new Views.DecisionView(
                                it.id(), show.minute(it.at()), it.by(), ui.value("decision", it.kind().id()) + " " + it.words(),
                                it.undoneAt() != null))
                        .toList());
        return model;
    }

    private Views.Why why(CustomerId id, Dossier.Value it) {
        String person = it.person();
        if (person != null) {
            return new Views.Why(words.byHand(person, show.day(it.setAt())), "", "", "");
        }
        Dossier.Source source = it.source();
        String text = it.value().isEmpty() ? "" : words.why(it.field(), it.why());
        return source == null
                ? new Views.Why(text, "", "", "")
                : new Views.Why(text, show.day(source.at()) + " " + show.arrow(source.direction()), source.quote(), link(id, source.row(), source.at()));
    }

    /** The columns of their line of trade, those too of which nobody has said anything. */
    List<Views.IndustryView> industry(CustomerId id, List<IndustryBoard.Cell> cells) {
        return cells.stream().map(it -> industry(id, it)).toList();
    }

    private Views.IndustryView industry(CustomerId id, IndustryBoard.Cell it) {
        Views.Why why = it.said().stream()
                .findFirst()
                .map(one -> new Views.Why(
                        one.value().foundIn().replaceFirst("^attachment:", "▤ "), show.day(one.at()) + " " + show.arrow(one.direction()),
                        one.value().said(), link(id, one.message(), one.at())))
                .orElse(new Views.Why("", "", "", ""));
        return new Views.IndustryView(
                TradeFields.field(it.column()), it.column().header(language), TradeFields.shown(it, language),
                TypedValue.offered(it.column(), language), why);
    }

    /** To the message in the history: the page that begins with it. */
    private static String link(CustomerId id, long row, Instant at) {
        return "/customers/" + id + "?before=" + at.plusSeconds(1) + "#m" + row;
    }

    private List<Views.Said> said(CustomerId id, Dossier dossier) {
        List<Views.Said> said = new ArrayList<>();
        if (!dossier.promises().isEmpty()) {
            said.add(new Views.Said(
                    ui.text("said.promises"),
                    dossier.promises().stream().limit(OF_A_KIND).map(it -> promise(id, it)).toList(),
                    Math.max(0, dossier.promises().size() - OF_A_KIND)));
        }
        if (!dossier.deals().isEmpty()) {
            said.add(new Views.Said(
                    ui.text("said.deals"), dossier.deals().stream().limit(OF_A_KIND).map(this::deal).toList(),
                    Math.max(0, dossier.deals().size() - OF_A_KIND)));
        }
        SaidOnce.byType(dossier.facts()).forEach((type, facts) -> said.add(new Views.Said(
                ui.value("fact", type.id()),
                facts.stream().limit(OF_A_KIND).map(it -> fact(id, it)).toList(), Math.max(0, facts.size() - OF_A_KIND))));
        return said;
    }

    /** Type and source first, then columns that people made. */
    private List<Views.Titled> own(Map<String, String> own) {
        Words workbook = Words.of("workbook", language);
        List<Views.Titled> shown = new ArrayList<>();
        for (String kind : List.of(Listed.TYPE, Listed.SOURCE)) {
            String value = own.getOrDefault(":" + kind, "");
            if (!value.isEmpty()) {
                shown.add(new Views.Titled(workbook.text("column." + kind), Listed.shown(kind, value, language)));
            }
        }
        own.forEach((header, value) -> {
            if (!header.startsWith(":")) {
                shown.add(new Views.Titled(header, value));
            }
        });
        return shown;
    }

    private Views.Why deal(Deal it) {
        String day = it.day() == null ? "" : it.day().toString();
        return new Views.Why(it.told() + " · " + ui.value("stage", it.stage().id()), day, it.words(), "");
    }

    private Views.Why fact(CustomerId id, SaidOnce once) {
        SaidFact it = once.last();
        return new Views.Why(
                it.fact().text() + (once.times() > 1 ? " ×" + once.times() : ""), show.day(it.at()) + " " + show.arrow(it.direction()), it.foundIn().replaceFirst("^attachment:", "▤ "),
                link(id, it.message(), it.at()));
    }

    private Views.Why promise(CustomerId id, SaidPromise it) {
        String due = it.promise().due() == null ? "" : " (" + ui.text("said.due", show.day(it.promise().due())) + ")";
        return new Views.Why(
                Text.isolated(it.promise().text()) + due, show.day(it.at()) + " " + show.arrow(it.direction()), "", link(id, it.message(), it.at()));
    }

    private List<Views.Person> people(List<Dossier.Known> known) {
        Map<String, List<Identity>> people = new LinkedHashMap<>();
        for (Dossier.Known it : known) {
            Identity id = it.identity();
            if (id.kind() != Kind.NAME && id.kind() != Kind.FIRM) {
                String folded = Names.folded(id.person());
                people.computeIfAbsent(folded.isEmpty() ? id.knownAs() : folded, _ -> new ArrayList<>()).add(id);
            }
        }
        return people.values().stream().map(this::person).toList();
    }

    private Views.Person person(List<Identity> known) {
        String title = known.stream().map(Identity::title).filter(it -> !it.isEmpty()).findFirst().orElse("");
        return new Views.Person(known.getFirst().person(), title, known.stream().map(this::known).toList());
    }

    private Views.KnownView known(Identity it) {
        String link = switch (it.kind()) {
            case ADDRESS -> "mailto:" + it.knownAs();
            case PHONE -> "tel:" + it.knownAs();
            case DOMAIN, CHAT, NAME, FIRM -> "";
        };
        String text = it.knownAs();
        if (it.kind() == Kind.CHAT) {
            int colon = text.indexOf(':');
            text = ui.value("channel", text.substring(0, Math.max(0, colon))) + ": " + text.substring(colon + 1);
        }
        return new Views.KnownView(text, link, dates(it.firstSeen(), it.lastSeen()), it.knownAs());
    }

    private String dates(@Nullable Instant first, @Nullable Instant last) {
        String from = show.day(first);
        String to = show.day(last);
        return from.isEmpty() || from.equals(to) ? to : from + " … " + to;
    }
}

package org.genjin.daemon.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.genjin.config.Language;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.industry.TypedValue;
import org.genjin.daemon.ledger.Dossier;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.genjin.daemon.ledger.IndustryBoard;
import org.genjin.daemon.ledger.SaidOnce;
import org.genjin.daemon.ledger.SaidTable.SaidFact;
import org.genjin.daemon.words.Text;
import org.genjin.daemon.words.WhyWords;
import org.jspecify.annotations.Nullable;

/** Why what is known of a customer is what it is, for a terminal. */
final class DossierText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final int OF_A_TYPE = 3;
    private static final int PROMISES = 6;
    private static final int QUOTE = 70;

    private final PrintStream out;
    private final ZoneId zone;
    private final WhyWords words;

    DossierText(PrintStream out, ZoneId zone, WhyWords words) {
        this.out = out;
        this.zone = zone;
        this.words = words;
    }

    void print(Dossier dossier) {
        for (Dossier.Value it : dossier.values()) {
            if (!it.value().isEmpty()) {
                String value = it.field().equals("stage") ? it.value().toLowerCase(Locale.ROOT).replace('_', '-') : it.value();
                String why = why(it);
                out.println("  " + it.field() + " " + value + (why.isEmpty() ? "" : ": " + why));
            }
        }
        for (Dossier.Known it : dossier.known()) {
            Identity id = it.identity();
            if (id.kind() == Kind.NAME || id.kind() == Kind.FIRM) {
                continue; // names by themselves are told beside the addresses and above
            }
            String person = id.person() + (id.title().isEmpty() ? "" : ", " + id.title());
            out.println("  " + id.kind().name().toLowerCase(Locale.ROOT) + " " + id.knownAs() + (person.isEmpty() ? "" : "  " + person)
                    + seen(id));
        }
        SaidOnce.byType(dossier.facts()).forEach((type, facts) -> {
            out.println("  " + type.id() + (facts.size() > OF_A_TYPE ? " (the last " + OF_A_TYPE + " of " + facts.size() + ")" : "") + ":");
            facts.stream().limit(OF_A_TYPE).forEach(this::fact);
        });
        if (!dossier.deals().isEmpty()) {
            out.println("  deals from lists:");
            dossier.deals().forEach(it -> out.println("    " + (it.day() == null ? "" : it.day() + " ") + it.told() + ", " + it.stage().id()
                    + (it.words().isEmpty() ? "" : " " + shortened(it.words()))));
        }
        dossier.own().forEach((header, value) -> out.println("  " + header.replaceFirst("^:", "") + ": " + value));
        if (!dossier.promises().isEmpty()) {
            out.println("  promises:");
            dossier.promises().stream().limit(PROMISES).forEach(it -> out.println("    " + day(it.at()) + " " + arrow(it.direction())
                    + " " + it.promise().by().id() + (it.promise().due() == null ? "" : " by " + it.promise().due()) + ": "
                    + shortened(it.promise().text())));
        }
    }

    /** What the columns of their line of trade hold, and where it was said. */
    void print(List<IndustryBoard.Cell> cells, Language language) {
        for (IndustryBoard.Cell it : cells) {
            if (!it.value().isEmpty()) {
                String said = it.said().isEmpty()
                        ? ""
                        : " (" + day(it.said().getFirst().at()) + " " + arrow(it.said().getFirst().direction()) + " "
                                + shortened(it.said().getFirst().value().said()) + ")";
                out.println("  " + it.column().id() + " " + TypedValue.shown(it.column(), it.value(), language) + ":"
                        + (it.byHand() ? " set by hand" : said));
            }
        }
    }

    private void fact(SaidOnce once) {
        SaidFact it = once.last();
        out.println("    " + day(it.at()) + " " + arrow(it.direction()) + " " + shortened(it.fact().text())
                + (once.times() > 1 ? " ×" + once.times() : "") + (it.foundIn().isEmpty() ? "" : "  [" + it.foundIn() + "]"));
    }

    private String why(Dossier.Value it) {
        String person = it.person();
        if (person != null) {
            Instant at = it.setAt();
            return words.byHand(person, at == null ? "" : day(at));
        }
        Dossier.Source source = it.source();
        return words.why(it.field(), it.why())
                + (source == null ? "" : " (" + day(source.at()) + " " + arrow(source.direction()) + " " + shortened(source.quote()) + ")");
    }

    private String seen(Identity id) {
        String first = dayOrEmpty(id.firstSeen());
        String last = dayOrEmpty(id.lastSeen());
        String dates = first.isEmpty() || first.equals(last) ? last : first + " … " + last;
        String by = switch (id.by()) {
            case DAEMON -> "";
            case PERSON -> "set by hand";
            case LIST -> "from a list";
        };
        String both = dates + (dates.isEmpty() || by.isEmpty() ? "" : ", ") + by;
        return both.isEmpty() ? "" : "  (" + both + ")";
    }

    private String dayOrEmpty(@Nullable Instant at) {
        return at == null ? "" : day(at);
    }

    private String day(Instant at) {
        return DAY.format(at.atZone(zone));
    }

    private static String arrow(Direction direction) {
        return direction == Direction.OUT ? "→" : direction == Direction.IN ? "←" : "↔";
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return "\"" + Text.fitColumns(line, QUOTE) + "\"";
    }
}

package org.genjin.daemon.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.genjin.config.Language;
import org.genjin.daemon.figure.Figure;
import org.genjin.daemon.figure.Value;
import org.genjin.daemon.outbox.OwnMail;

/** Writes the mail about an owner's week: their own figures, and for a manager those of each owner beside. Thread-safe. */
public final class WeeklyWriter {

    /** How many weeks that are over are told. */
    public static final int WEEKS = 12;
    private static final int LISTED = 5;
    private static final List<Figure> IN_SUBJECT = List.of(Figure.RESPONSE_RATE, Figure.ON_TIME, Figure.INQUIRIES, Figure.ORDERS);

    private final Reports reports;
    private final Function<String, Language> languages;
    private final List<String> owners;
    private final Set<String> managers;
    private final String page;
    private final WeeklyLayout layout = new WeeklyLayout();

    /**
     * @param languages each owner's
     * @param owners all there are
     * @param managers those of them who are told everybody's figures
     * @param page address of the page at the desk, without a slash at its end; "" if there is none
     */
    public WeeklyWriter(Reports reports, Function<String, Language> languages, List<String> owners, List<String> managers, String page) {
        this.reports = reports;
        this.languages = languages;
        this.owners = List.copyOf(owners);
        this.managers = Set.copyOf(managers);
        this.page = page;
    }

    /** @param empty whether there is nothing to tell of */
    public record Written(boolean empty, OwnMail.Letter letter) {}

    /** @param to an owner */
    public Written write(String to, Instant at) {
        ReportWords words = new ReportWords(languages.apply(to));
        Sections sections = new Sections(words, LISTED);
        Report.Of own = reports.of(List.of(to), WEEKS, at).owners().getFirst();
        List<Section> all = new ArrayList<>(own.customers() == 0 ? List.of() : sections.of(own));
        if (managers.contains(to) && owners.size() > 1) {
            Report everybody = reports.of(owners, WEEKS, at);
            all.add(all.isEmpty() ? 0 : 1, sections.team(everybody));
            everybody.all().filter(_ -> own.customers() == 0).ifPresent(it -> all.addAll(sections.longer(it)));
        }
        String week = words.week(own.last().monday());
        String subject = words.text("subject", week, summary(own, words));
        WeeklyMail mail = new WeeklyMail(
                words.language().tag(), words.isRightToLeft() ? "rtl" : "ltr", words.text("title.of", week), all,
                all.isEmpty() ? words.text("nobody") : "", page.isEmpty() ? "" : page + "/report", words.text("open"),
                words.text("why-this-mail"));
        return new Written(all.isEmpty(), new OwnMail.Letter(subject, layout.text(mail), layout.html(mail), Map.of()));
    }

    private static String summary(Report.Of it, ReportWords words) {
        Report.Figures last = it.last().figures();
        return IN_SUBJECT.stream()
                .filter(figure -> last.of(figure) instanceof Value.Known)
                .map(figure -> words.name(figure) + " " + words.value(figure, last.of(figure)))
                .collect(Collectors.joining(" \u00b7 "));
    }
}

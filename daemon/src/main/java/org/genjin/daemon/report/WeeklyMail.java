package org.genjin.daemon.report;

import java.util.List;

/**
 * The mail about a week in words, ready to be laid out as text or HTML.
 *
 * @param language BCP 47
 * @param direction {@code ltr} or {@code rtl}
 * @param nothing why there is nothing in it; "" if there is
 * @param page where the charts are; "" if nowhere
 * @param open what the link to it says
 */
public record WeeklyMail(
        String language,
        String direction,
        String title,
        List<Section> sections,
        String nothing,
        String page,
        String open,
        String whyThisMail) {

    public WeeklyMail {
        sections = List.copyOf(sections);
    }

    /** A bar of text for a line that has one; "" else. */
    public String bar(Section.Line line) {
        return line.hasBar() ? TextSections.bar(line.percent()) : "";
    }

    public boolean hasBars(Section section) {
        return section.lines().stream().anyMatch(Section.Line::hasBar);
    }

    /** Where a line begins: mail programs know no other words for it. */
    public String start() {
        return direction.equals("rtl") ? "right" : "left";
    }

    public String end() {
        return direction.equals("rtl") ? "left" : "right";
    }
}

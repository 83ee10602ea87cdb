package org.genjin.daemon.reminder;

import java.util.List;

/**
 * A digest in words, ready to be laid out as text or HTML.
 *
 * @param language BCP 47
 * @param problems one sentence for each thing that keeps a source from bringing all that it should
 * @param more "" if everything is listed
 * @param sources how each source does, a line each
 */
public record DigestMail(
        String language,
        String subject,
        String title,
        List<String> problems,
        List<Section> sections,
        String more,
        String yesterday,
        List<SourceLine> sources,
        String whyThisMail,
        String write,
        String open) {

    public DigestMail {
        problems = List.copyOf(problems);
        sections = List.copyOf(sections);
        sources = List.copyOf(sources);
    }

    /** @param bad whether it is told in red */
    public record SourceLine(String text, boolean bad) {}

    /** @param colour of its heading; the heading's words say the same */
    public record Section(String title, String colour, List<Item> items) {
        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * @param meta country, grade and stage
     * @param quote the customer's last words, or ours; "" if there are none
     * @param note what a person noted to do; "" if nothing
     * @param local what time it is there; "" if the zone is not known
     * @param mailto opens a mail to the customer; "" if no address is known
     * @param page the customer's page; "" if there is no page
     */
    public record Item(
            int number, String name, String meta, String why, String quote, String note, String local, String mailto,
            String page) {}
}

package org.genjin.daemon.reminder;

import java.util.List;

/**
 * A digest in words, ready to be laid out as text or HTML.
 *
 * @param language BCP 47
 * @param direction {@code ltr} or {@code rtl}
 * @param answerable that it can be answered; "" if there is nothing to answer
 * @param problems one sentence for each thing that keeps a source from bringing all that it should
 * @param more "" if everything is listed
 * @param how how it is answered, without words if there is nothing to answer
 * @param yesterday what came and went
 * @param assign a page of what is nobody's yet; "" if there is nothing or no page
 * @param sources how each source does, a line each
 * @param page where the page is, for those who read the text; "" if there is none
 * @param stop a link that stops these mails
 */
public record DigestMail(
        String language,
        String direction,
        String subject,
        String answerable,
        List<String> problems,
        List<Section> sections,
        String more,
        How how,
        String yesterday,
        String assign,
        List<SourceLine> sources,
        String whyThisMail,
        String page,
        String stop,
        Labels labels) {

    public DigestMail {
        problems = List.copyOf(problems);
        sections = List.copyOf(sections);
        sources = List.copyOf(sources);
    }

    /** What links are called. */
    public record Labels(String write, String open, String onPage, String assign, String stop) {}

    /** @param examples a line each, as one would type it */
    public record How(String text, List<String> examples, String more) {
        public How {
            examples = List.copyOf(examples);
        }
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
     * A customer, or a question.
     *
     * @param name of the customer; "" for a question
     * @param meta country, grade and stage; "" for a question
     * @param why why it is due; or what is asked
     * @param quote the customer's last words, or ours; "" if there are none
     * @param lines what else is worth knowing
     * @param actions what can be done by a tap
     * @param write opens the suggested answer; "" if no address is known
     * @param page the customer's page; "" if there is no page
     */
    public record Item(
            int number, String name, String meta, String why, String quote, List<String> lines, List<Action> actions, String write,
            String page) {
        public Item {
            lines = List.copyOf(lines);
            actions = List.copyOf(actions);
        }
    }

    /**
     * @param command as one would type it in an answer
     * @param mailto opens an answer that says it
     * @param page where it is done at the desk; "" if there is no page
     */
    public record Action(String label, String command, String mailto, String page) {}
}

package org.genjin.daemon.reminder;

import java.util.List;

/**
 * An alert in words, ready to be laid out as text or HTML.
 *
 * @param language BCP 47
 * @param direction {@code ltr} or {@code rtl}
 * @param paragraphs what is told, where it is not of customers
 * @param hint how to answer; "" if there is nothing to answer
 * @param open the page's address with its words; empty if there is no page
 */
public record AlertMail(
        String language, String direction, String subject, String title, List<String> paragraphs, List<Item> items, String hint,
        List<Link> open, String why) {

    public AlertMail {
        paragraphs = List.copyOf(paragraphs);
        items = List.copyOf(items);
        open = List.copyOf(open);
    }

    /** @param words what is written on it */
    public record Link(String words, String address) {}

    /**
     * @param meta country, grade and stage
     * @param quote the customer's last words; "" if there are none
     * @param local what time it is there; "" if it is our own, or not known
     */
    public record Item(int number, String name, String meta, String why, String quote, String local, List<Link> links) {
        public Item {
            links = List.copyOf(links);
        }
    }
}

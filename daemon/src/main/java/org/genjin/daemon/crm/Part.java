package org.genjin.daemon.crm;

import java.util.Locale;

/** The tables of an export, in the order in which another system takes them: what is pointed to comes before what points to it. */
public enum Part {
    COMPANIES(1),
    CONTACTS(2),
    DEALS(3),
    NOTES(4),
    TASKS(5);

    private final int number;

    Part(int number) {
        this.number = number;
    }

    /** The name in files of dialects, file names and JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The beginning of its files' names, such as {@code 1-companies}. */
    String file() {
        return number + "-" + id();
    }
}

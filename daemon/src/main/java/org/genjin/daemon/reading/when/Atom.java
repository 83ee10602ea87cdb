package org.genjin.daemon.reading.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one word or phrase says of time, such as {@code DAY 3} for 'Wednesday'. */
record Atom(Kind kind, int value) {

    /** The kinds of word of which dates and spans are made; their names in lower case are the keys of the resource files. */
    enum Kind {
        /** A weekday, 1 for Monday. */
        DAY(true),
        /** A month, 1 for January. */
        MONTH(true),
        /** So many days from today. */
        PLUS(true),
        NUMBER(true),
        /** 1 day, 2 working day, 3 week, 4 month, 5 quarter, 6 year, 7 hour, 8 half a month. */
        UNIT(true),
        /** Of the following week, month, year; before the word that it belongs to. */
        NEXT(false),
        /** The same, before or after it. */
        FOLLOWING(false),
        THIS(false),
        LAST(false),
        EARLY(false),
        MID(false),
        END(false),
        /** Before a span: its end counts from today. */
        IN(false),
        /** After a span: the same. */
        AFTER(false),
        /** After a span: it counts from something that happens. */
        FROM(false),
        /** Before a span as IN, after it as FROM. */
        LATER(false),
        AGO(false),
        /** Before a date on which something ends or happens. */
        BY(false),
        /** Before a date of something that bears it: a letter, an order. */
        OF(false),
        /** Time of day. */
        TIME(false),
        /** After a number: it is an hour of the day. */
        CLOCK(false),
        /** The end of a working day. */
        CLOSE(false),
        /** Before the number of a week. */
        WEEKNUMBER(false),
        /** Between two ends of a range. */
        TO(false),
        AND(false),
        /** After a number: it is a month. */
        MONTHMARK(false),
        /** After a number: it is a year. */
        YEARMARK(false),
        /** Before the number of a day. */
        DAYLEAD(false),
        /** After the number of a day. */
        DAYMARK(false),
        FILL(false),
        /** So much that no number is said: 'a few days'. */
        VAGUE(false),
        /** Not about time, though it looks so. */
        NONE(false);

        private final boolean valued;

        Kind(boolean valued) {
            this.valued = valued;
        }
    }

    /** As resources write them: {@code next day 3}. */
    static List<Atom> parsed(String key) {
        List<Atom> atoms = new ArrayList<>();
        String[] words = key.strip().split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            Kind kind = Kind.valueOf(words[i].toUpperCase(Locale.ROOT));
            atoms.add(new Atom(kind, kind.valued ? Integer.parseInt(words[++i]) : 0));
        }
        return List.copyOf(atoms);
    }
}

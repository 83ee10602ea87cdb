package org.genjin.daemon.reading.contact;

/** How a word belongs to a firm. */
enum Firm {
    /** A legal form behind the name. */
    LEGAL,
    /** A legal form, or a word for a house, before the name. */
    BEFORE,
    /** A word that firms have in their names. */
    WORD,
    /** A department. */
    UNIT
}

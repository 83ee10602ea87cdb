package org.genjin.daemon.reading.contact;

import org.genjin.daemon.reading.contact.Footers.Footer;

/** Finds where in a letter begins what programs add below it. */
record FooterSearch(LetterLines letter) {

    /** How many lines below its first one a disclaimer may go on, and how many of it may be of no known kind in a row. */
    private static final int MOST_BELOW = 30;
    private static final int MOST_UNKNOWN = 4;

    /** Below which everything is added by programs; the end if nothing is. */
    int footer() {
        int found = letter.end;
        for (int i = letter.end - 1; i >= letter.from; i--) {
            Footer it = letter.footerAt(i);
            if (it == Footer.SURE || it == Footer.LIKELY && mayBegin(i)) {
                found = i;
            } else if (found < letter.end ? found - i > MOST_UNKNOWN : letter.end - i > MOST_BELOW) {
                break;
            }
        }
        return found;
    }

    private boolean mayBegin(int line) {
        return line == letter.from || letter.at(line - 1).blank() || letter.at(line - 1).ornament() || letter.at(line - 1).fits();
    }

    /** Whether a footer is none but by its own words. */
    boolean surely(int footer) {
        for (int i = footer; i < letter.end; i++) {
            if (letter.footerAt(i) == Footer.SURE) {
                return true;
            }
        }
        return false;
    }
}

package org.genjin.daemon.reading.contact;

import org.genjin.daemon.reading.contact.Closings.Closing;

/** Finds the name with which a letter is signed where no words close it, or the firm that signs without a name. */
record NameSearch(LetterLines letter) {

    private static final int LONGEST_LINE = 34;

    /** The first line with the writer's name, or with a name that a firm, a title or numbers follow. */
    int named(int lowest, int top) {
        for (int i = lowest; i < top; i++) {
            LineTraits it = letter.at(i);
            if (!it.name() || it.closing() != Closing.NONE) {
                continue;
            }
            int next = letter.next(i, top);
            boolean alone = next == top && (i == letter.from || letter.at(i - 1).blank() || letter.at(i - 1).sentence() || it.known()
                    || letter.at(i - 1).closing() != Closing.NONE)
                    && (it.known() || it.strong() || PersonName.of(letter.line(i), letter.writer).isPresent());
            boolean headed = next < top && (letter.at(next).strong() || letter.at(next).place());
            if (it.known() && followed(i, top) || headed && followed(i, top) || alone && i > letter.first) {
                return i;
            }
        }
        return top;
    }

    /** Nothing stands below a name that would not stand in a signature: no long run of lines that may be a list. */
    private boolean followed(int line, int top) {
        int neutral = 0;
        for (int i = line + 1; i < top; i++) {
            LineTraits it = letter.at(i);
            neutral += it.blank() || it.ornament() || it.strong() || it.place() || it.name() || it.closing() != Closing.NONE ? 0 : 1;
        }
        return neutral <= 4 && line > letter.first || letter.next(line, top) == top;
    }

    /** The paragraphs of a firm that signs without a person. */
    int firm(int lowest, int top) {
        int strong = 0;
        int all = 0;
        int start = top;
        for (int i = top - 1; i >= lowest; i--) {
            LineTraits it = letter.at(i);
            if (it.blank()) {
                continue;
            }
            if (it.closing() == Closing.THANKS || i == letter.first) {
                break;
            }
            all++;
            strong += it.strong() ? 1 : 0;
            boolean paragraph = i == lowest || letter.at(i - 1).blank() || letter.at(i - 1).closing() != Closing.NONE;
            if (paragraph && strong > 0 && (all >= 2 || top < letter.end) && strong * 3 >= all) {
                start = i;
            }
        }
        return start;
    }

    /** "L'équipe" right above what a mailing adds. */
    int attached(int top) {
        int line = top;
        while (line > letter.first + 1 && top < letter.end && !letter.at(line - 1).blank() && letter.at(line - 1).neutral() && !letter.at(line - 1).sentence()
                && letter.line(line - 1).strip().length() <= LONGEST_LINE && top - line < 3) {
            line--;
        }
        return line < top && line > letter.first && letter.at(line - 1).blank() ? line : top;
    }
}

package org.genjin.daemon.reading.contact;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells the names of firms from other pieces of a signature. Pure. */
final class Company {

    private static final int LONGEST = 120;
    private static final int SHORTEST_LIKENESS = 4;

    private Company() {}

    /** The firm named in a piece by its legal form or its kind of house; empty if there is none. */
    static Optional<String> formed(String piece) {
        if (piece.length() > LONGEST) {
            return Optional.empty();
        }
        if (piece.length() > 4 && piece.startsWith("«") && piece.endsWith("»")) {
            return Optional.of(piece);
        }
        int[] legal = {-1, -1};
        int[] before = {-1};
        SignatureWords.all().firms.each(piece, (start, end, it) -> {
            if (it == Firm.LEGAL && start > 0 && isForm(piece, start, end)) {
                legal[0] = start;
                legal[1] = end;
            } else if (it == Firm.BEFORE && before[0] < 0 && end < piece.length() && isHouse(piece, start)) {
                before[0] = start;
            }
        });
        int from = before[0] > 0 && !startsWithTitle(piece, before[0]) ? 0 : Math.max(0, before[0]);
        if (legal[1] > 0) {
            int end = legal[1];
            if (end < piece.length() && piece.charAt(end) == '.') {
                end++;
            }
            return Optional.of(cut(piece, from, end));
        }
        // "the" heads a firm only together with other marks of one.
        if (before[0] == 0 && !piece.toLowerCase(Locale.ROOT).startsWith("the ") || before[0] > 0 && startsWithTitle(piece, before[0])) {
            return Optional.of(cut(piece, before[0], piece.length()));
        }
        return Optional.empty();
    }

    /** Whether a piece has a word that firms have in their names. */
    static boolean hasWord(String piece) {
        boolean[] found = new boolean[1];
        SignatureWords.all().firms.each(piece, (_, _, it) -> found[0] |= it == Firm.WORD || it == Firm.LEGAL);
        return found[0];
    }

    /** Whether a piece is nothing but a department. */
    static boolean isUnit(String piece) {
        String text = piece.strip();
        if (SignatureWords.all().units.contains(text.toLowerCase(Locale.ROOT))) {
            return true;
        }
        int[] unit = {-1, -1};
        boolean[] firm = new boolean[1];
        SignatureWords.all().firms.each(piece, (start, end, it) -> {
            if (it == Firm.UNIT && unit[0] < 0) {
                unit[0] = start;
                unit[1] = end;
            }
            firm[0] |= it == Firm.LEGAL || it == Firm.BEFORE && start == 0;
        });
        // "Purchasing Manager" is a title, "Purchasing Department" is none.
        boolean titled = unit[0] >= 0 && (Titles.isIn(piece.substring(0, unit[0])) || Titles.isIn(piece.substring(unit[1])));
        return unit[0] >= 0 && !firm[0] && !titled || text.length() >= 2 && text.length() <= 8 && PersonName.isHan(text)
                && "部科课課处處组組".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** Whether a piece is written like the domain of the writer's addresses: "LedBitt Iluminação" and ledbitt.example. */
    static boolean isLike(String piece, Set<String> domains) {
        String letters = letters(piece);
        if (letters.length() < SHORTEST_LIKENESS) {
            return false;
        }
        for (String domain : domains) {
            String name = letters(domain);
            if (name.length() < SHORTEST_LIKENESS) {
                continue;
            }
            if (letters.contains(name) || name.contains(letters)) {
                return true;
            }
            int same = 0;
            while (same < Math.min(letters.length(), name.length()) && letters.charAt(same) == name.charAt(same)) {
                same++;
            }
            if (same >= SHORTEST_LIKENESS + 2 || same >= SHORTEST_LIKENESS && same * 2 >= name.length()) {
                return true;
            }
        }
        return false;
    }

    private static String letters(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        String plain = Chars.isAscii(small) ? small : Normalizer.normalize(small, Normalizer.Form.NFD);
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            if (Character.isLetterOrDigit(plain.charAt(i))) {
                letters.append(plain.charAt(i));
            }
        }
        return letters.toString();
    }

    /** Short forms are written in capitals and stand at the end; "as" and "se" are words as well. */
    private static boolean isForm(String piece, int start, int end) {
        String form = piece.substring(start, end);
        if (Character.isIdeographic(form.charAt(0))) {
            return start >= 2 && (end == piece.length() || !Character.isIdeographic(piece.charAt(end)));
        }
        int next = end;
        while (next < piece.length() && (piece.charAt(next) == '.' || piece.charAt(next) == ' ')) {
            next++;
        }
        boolean last = next >= piece.length() || !Character.isLetterOrDigit(piece.charAt(next));
        if (form.length() <= 3 && form.indexOf('.') < 0) {
            return last && Character.isUpperCase(form.charAt(0));
        }
        return last || form.indexOf('.') > 0 || form.length() > 5;
    }

    private static boolean isHouse(String piece, int start) {
        char it = piece.charAt(start);
        // Within a piece only those are sure that are no words of Latin languages: ООО, شركة, PT.
        return start == 0 || it > 0x24f && (Character.isUpperCase(it) || Character.getType(it) == Character.OTHER_LETTER);
    }

    /** "ведущий инженер ООО «СибИнструмент»" */
    private static boolean startsWithTitle(String piece, int until) {
        String head = piece.substring(0, until);
        return SignatureWords.all().titles.isIn(head) || isUnit(head);
    }

    private static String cut(String piece, int from, int end) {
        String name = piece.substring(from, end).strip();
        // A quotation mark closes behind the form: ООО "Ромашка".
        if (end < piece.length() && "»”\"'".indexOf(piece.charAt(end)) >= 0) {
            name += piece.charAt(end);
        }
        return name;
    }
}

package org.genjin.index;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names where in a document a hit is. A sheet's text says with which cell it begins, {@code Sheet1!A1}, a list's with which row,
 * {@code row=1}; its lines are rows and its tabs lead from cell to cell, so that the place of a word tells its own.
 */
final class Places {

    private static final Pattern CELL = Pattern.compile("(.*!)([A-Z]{1,3})([1-9]\\d{0,6})", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("(.*)row=([1-9]\\d{0,8})", Pattern.DOTALL);
    private static final String INNER = "!/";
    private static final int LETTERS = 26;

    private Places() {}

    /**
     * @param place of the text
     * @param at where in the text
     * @return such as {@code #Sheet1!B7} or {@code !/offers/quote.pdf#page=3}; "" if nothing is known
     */
    static String of(String place, String text, int at) {
        if (place.isEmpty()) {
            return "";
        }
        if (!place.startsWith(INNER)) {
            return "#" + exact(place, text, at);
        }
        int hash = place.lastIndexOf('#');
        return hash < 0 ? place : place.substring(0, hash + 1) + exact(place.substring(hash + 1), text, at);
    }

    private static String exact(String place, String text, int at) {
        Matcher cell = CELL.matcher(place);
        if (cell.matches()) {
            return cell.group(1) + cell(cell.group(2), Integer.parseInt(cell.group(3)), text, at);
        }
        Matcher row = ROW.matcher(place);
        return row.matches() ? row.group(1) + "row=" + (Integer.parseInt(row.group(2)) + lines(text, at)) : place;
    }

    private static String cell(String first, int row, String text, int at) {
        int column = 0;
        for (int i = 0; i < first.length(); i++) {
            column = column * LETTERS + first.charAt(i) - 'A' + 1;
        }
        int line = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
        for (int i = line; i < at; i++) {
            column += text.charAt(i) == '\t' ? 1 : 0;
        }
        StringBuilder name = new StringBuilder();
        for (int rest = column - 1; rest >= 0; rest = rest / LETTERS - 1) {
            name.insert(0, (char) ('A' + rest % LETTERS));
        }
        return name.append(row + lines(text, at)).toString();
    }

    private static int lines(String text, int at) {
        return (int) text.substring(0, at).chars().filter(it -> it == '\n').count();
    }
}

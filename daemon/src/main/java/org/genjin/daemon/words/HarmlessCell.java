package org.genjin.daemon.words;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheet programs from taking words of other people for a formula when they open a table in text form. Pure.
 *
 * <p>An apostrophe goes before what would begin a formula, which makes it text; a telephone number or another bare number stays as it
 * is, because other programs read it. A program that divides columns by another sign than the file does begins a cell within the
 * value: there too.
 */
public final class HarmlessCell {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d ]*(?:[.,]\\d+)?%?");
    private static final Pattern WITHIN = Pattern.compile("([;,|\\t\\r\\n][\"'\\s]*+)(?=[=@＝＠]|[-+－＋](?=[^;,|\\t\\r\\n]*[(|!]))");
    private static final Pattern GUARDED = Pattern.compile("'(?=\\s*[=+\\-@＝＋－＠\\t\\r])");
    private static final Pattern GUARDED_WITHIN = Pattern.compile("([;,|\\t\\r\\n][\"\\s]*)'(?=[=@＝＠]|[-+－＋][^;,|\\t\\r\\n]*[(|!])");
    private static final String BEGINS = "=+-@＝＋－＠\t\r";

    private HarmlessCell() {}

    public static String of(String value) {
        if (value.isEmpty() || NUMBER.matcher(value).matches()) {
            return value;
        }
        String within = WITHIN.matcher(value).replaceAll("$1'");
        String bare = within.stripLeading();
        boolean begins = BEGINS.indexOf(within.charAt(0)) >= 0 || !bare.isEmpty() && BEGINS.indexOf(bare.charAt(0)) >= 0;
        return begins ? "'" + within : within;
    }

    /** What {@link #of} was given, where that began a formula. */
    public static String back(String cell) {
        if (cell.indexOf('\'') < 0) {
            return cell;
        }
        String bare = GUARDED.matcher(cell).lookingAt() ? cell.substring(1) : cell;
        return GUARDED_WITHIN.matcher(bare).replaceAll("$1");
    }
}

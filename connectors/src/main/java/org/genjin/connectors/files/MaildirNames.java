package org.genjin.connectors.files;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names in a Maildir say: flags behind a mail's name, folders in modified UTF-7 (RFC 3501 section 5.1.3). Pure. */
final class MaildirNames {

    /** What stands before the flags: a colon, which is written otherwise where a file system does not have it. */
    private static final String MARKS = ":;!\uF022\uF03A";
    private static final Pattern SHIFTED = Pattern.compile("&([A-Za-z0-9+,]*)-");

    private MaildirNames() {}

    /** Where they begin; -1 if the name has none. */
    static int flags(String name) {
        int at = name.length() - 1;
        while (at >= 0 && isFlag(name.charAt(at))) {
            at--;
        }
        return at >= 0 && MARKS.indexOf(name.charAt(at)) >= 0 && name.startsWith("2,", at + 1) ? at : -1;
    }

    private static boolean isFlag(char it) {
        return it >= 'a' && it <= 'z' || it >= 'A' && it <= 'Z' || it >= '0' && it <= '9' || it == ',' || it == '=';
    }

    /** Thrown away, or a draft. */
    static boolean isLeftOut(String name) {
        int flags = flags(name);
        String set = flags < 0 ? "" : name.substring(flags + 3);
        return set.indexOf('T') >= 0 || set.indexOf('D') >= 0;
    }

    /** A Maildir++ folder such as {@code .Archiv.2024} as its path, {@code Archiv/2024}; decoded. */
    static String folder(String directory) {
        return decoded(directory.startsWith(".") ? directory.substring(1).replace('.', '/') : directory);
    }

    /** What is no modified UTF-7 stays as it is: newer servers write UTF-8. */
    static String decoded(String name) {
        return name.indexOf('&') < 0 ? name : SHIFTED.matcher(name).replaceAll(it -> Matcher.quoteReplacement(shifted(it.group(1), it.group())));
    }

    private static String shifted(String base64, String whole) {
        if (base64.isEmpty()) {
            return "&";
        }
        try {
            byte[] utf16 = Base64.getDecoder().decode(base64.replace(',', '/'));
            return utf16.length % 2 == 0 ? new String(utf16, StandardCharsets.UTF_16BE) : whole;
        } catch (IllegalArgumentException e) {
            return whole; // an "&" that was meant as one
        }
    }
}

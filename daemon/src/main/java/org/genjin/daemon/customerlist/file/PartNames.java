package org.genjin.daemon.customerlist.file;

import java.util.Locale;

/** The names of a workbook's parts as all programs mean them (ECMA-376 part 2, 6.2.2: capitals make no difference). */
public final class PartNames {

    private PartNames() {}

    /** @param entry of the zip; some programs write it in other letters, with the slashes of Windows or with one before it */
    public static String of(String entry) {
        String path = entry.replace('\\', '/').toLowerCase(Locale.ROOT);
        return path.startsWith("/") ? path.substring(1) : path;
    }

    /** Whether it is the part that lists the sheets; Excel on the web numbers it at times. */
    public static boolean isWorkbook(String name) {
        return name.startsWith("xl/workbook") && name.endsWith(".xml");
    }
}

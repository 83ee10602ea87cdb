package org.genjin.connectors.mime;

/** Names of attached files made harmless: no paths, no control or direction characters, never longer than 200. */
public final class FileNames {

    private static final int LONGEST = 200;

    private FileNames() {}

    public static String safe(String name) {
        String base = name.replace('\\', '/');
        base = base.substring(base.lastIndexOf('/') + 1);
        StringBuilder safe = new StringBuilder();
        base.codePoints()
                .filter(c -> !Character.isISOControl(c) && !isDirection(c) && c != 0xFFFE && c != 0xFFFF)
                .forEach(safe::appendCodePoint);
        String result = safe.toString().strip();
        if (result.equals(".") || result.equals("..")) {
            return "";
        }
        return result.length() <= LONGEST ? result : shortened(result);
    }

    /** A name for what has none, from its type. */
    static String ofType(String type, int number) {
        String subtype = type.substring(type.indexOf('/') + 1);
        String extension = subtype.matches("[a-z0-9]{1,5}") ? "." + subtype : "";
        return "attachment-" + number + extension;
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        int end = LONGEST - extension.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + extension;
    }

    /** Marks that turn what is read: {@code exe.gpj} can be made to look like {@code jpg.exe}. */
    private static boolean isDirection(int c) {
        return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x061C;
    }
}

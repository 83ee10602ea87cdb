package org.genjin.daemon;

/** Google shows app passwords in four groups of four letters; the blanks between them are not part of it. Pure. */
final class AppPassword {

    private AppPassword() {}

    static String joined(String typed) {
        return typed.matches("(?:[a-z]{4}[ \\u00a0]){3}[a-z]{4}") ? typed.replaceAll("[ \\u00a0]", "") : typed;
    }
}

package org.genjin.daemon.customerlist.rules;

/** Whether two names are of one company. */
public final class SameName {

    private SameName() {}

    /** The same for names that differ in case, blanks, points, accents or the spelling of the legal form only. */
    public static String key(String name) {
        return CompanyNames.key(name);
    }
}

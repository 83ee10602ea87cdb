package org.genjin.daemon.customerlist.rules;

import org.genjin.daemon.customer.Names;

/** The dictionaries and readers of values that all of this shares. Immutable. */
record Tools(HeaderWords headers, CountryWords countries, PhoneNumbers phones, OwnWords own, Us us) {

    static Tools of(Us us) {
        return new Tools(Shared.HEADERS, Shared.COUNTRIES, Shared.PHONES, Shared.OWN, us);
    }

    static CountryWords countryWords() {
        return Shared.COUNTRIES;
    }

    /** Built once: they hold tens of thousands of words. */
    private static final class Shared {
        static final HeaderWords HEADERS = new HeaderWords();
        static final CountryWords COUNTRIES = new CountryWords();
        static final PhoneNumbers PHONES = new PhoneNumbers();
        static final OwnWords OWN = new OwnWords();
    }

    boolean isBlocked(String text) {
        String folded = " " + Names.folded(text) + " ";
        return WordLists.of("blocked").stream().anyMatch(it ->
                Character.isIdeographic(it.codePointAt(0)) ? folded.contains(it) : folded.contains(" " + it + " "));
    }
}

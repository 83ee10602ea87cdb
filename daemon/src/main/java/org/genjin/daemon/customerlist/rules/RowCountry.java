package org.genjin.daemon.customerlist.rules;

import java.util.List;
import java.util.Optional;
import org.genjin.daemon.customerlist.rules.Entry.CountryBy;

/** Where the customer of a row is: as its own column says, else as its address, the title above or the sheet tells. */
final class RowCountry {

    private final List<Column> columns;
    private final TableWords words;
    private final Tools tools;
    private final Asked asked;

    RowCountry(List<Column> columns, TableWords words, Tools tools, Asked asked) {
        this.columns = columns;
        this.words = words;
        this.tools = tools;
        this.asked = asked;
    }

    /** What a column of countries says. */
    void stated(Entry entry, String text) {
        if (entry.country != null) {
            return;
        }
        Optional<String> stated = tools.countries().stated(text, words.carLetters());
        Optional<String> meant = stated.isPresent() ? Optional.empty() : tools.countries().meant(text);
        meant.ifPresent(it -> {
            entry.country = it;
            entry.countryBy = CountryBy.STATED;
            asked.ask(Question.Kind.COUNTRY_MISSPELT, entry, text.strip() + " = " + it);
        });
        if (stated.isPresent()) {
            entry.country = stated.get();
            entry.countryBy = CountryBy.STATED;
            if (tools.countries().isCityAlone(text)) {
                asked.ask(Question.Kind.COUNTRY_BY_CITY, entry, text + " = " + stated.get());
            }
        }
    }

    /** What an address tells, where no column says it. */
    void told(Entry entry, String place) {
        if (entry.country == null && !place.isBlank()) {
            tools.countries().ofAddress(place).ifPresent(it -> {
                entry.country = it;
                entry.countryBy = CountryBy.ADDRESS;
                if (Columns.has(columns, Role.COUNTRY)) {
                    asked.ask(Question.Kind.COUNTRY_BY_ADDRESS, entry, (entry.company.isEmpty() ? place.strip() : entry.company) + " = " + it);
                }
            });
        }
    }

    /** What the title above the row and the sheet tell, where nothing in the row does. */
    void around(Entry entry, String section) {
        if (entry.country == null && !section.isEmpty()) {
            tools.countries().named(section).ifPresent(it -> {
                entry.country = it;
                entry.countryBy = CountryBy.SHEET;
            });
        }
        if (entry.country == null) {
            entry.country = words.sheetCountry();
            entry.countryBy = entry.country == null ? CountryBy.NOTHING : CountryBy.SHEET;
        }
    }
}

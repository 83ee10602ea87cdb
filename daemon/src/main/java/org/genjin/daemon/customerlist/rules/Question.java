package org.genjin.daemon.customerlist.rules;

import java.util.Locale;

/**
 * Something that a careful person would ask about; shown, never guessed away.
 *
 * @param where the sheet and row, such as {@code Kunden!12}; "" if it concerns all of the list
 * @param what the words or names it is about
 */
public record Question(Kind kind, String where, String what) {

    /** What is asked. The wording stands in {@code i18n/customer-list}. */
    public enum Kind {
        /** Words that name no day. */
        NO_DAY,
        /** A day without its year; what was taken stands behind the words. */
        NO_YEAR,
        /** Day or month first: the list does not show it; the day was taken as first. */
        DAY_OR_MONTH,
        /** The digits are gone. */
        DIGITS_LOST,
        /** No number that can be dialled. */
        NO_NUMBER,
        /** No address that can be written to. */
        NO_ADDRESS,
        /** The same company again, with another person or other words. */
        SAME_COMPANY,
        /** The same name in another place or with another domain: entered apart. */
        LIKE_NAMES,
        /** People without a company, entered with the only one that has their domain. */
        BY_DOMAIN,
        /** People without a company, entered under their own names. */
        OWN_NAME,
        /** A row without a company below one with it: another person there. */
        ROW_ABOVE,
        /** An address without a name, entered under its domain. */
        BARE_ADDRESS,
        /** Left out: examples, samples and tests. */
        EXAMPLE,
        /** Left out: whom the list calls a supplier, forwarder or colleague. */
        NOT_CUSTOMER,
        /** Left out: private people. */
        PRIVATE,
        /** Left out: no person reads what is sent there. */
        MACHINE,
        /** Left out: we ourselves. */
        OURSELVES,
        /** Left out: a sheet that somebody hid. */
        HIDDEN_SHEET,
        /** Entered all the same, though a filter or somebody hid the row. */
        HIDDEN_ROW,
        /** Only on a sheet of its own, not in the list; entered. */
        ONLY_SHEET,
        /** No country, and none to be told from a number. */
        NO_COUNTRY,
        /** The country told by the number alone. */
        COUNTRY_BY_NUMBER,
        /** The country told by the sheet's name. */
        COUNTRY_BY_SHEET,
        /** The country told by a city alone. */
        COUNTRY_BY_CITY,
        /** The country told by a name that is one but for a letter. */
        COUNTRY_MISSPELT,
        /** Letters as on cars, taken as countries. */
        CAR_LETTERS,
        /** What the grades were taken as. */
        SCALE,
        /** Grades by the colour of the row, as the legend says. */
        COLOURS,
        /** Letters that only look Latin. */
        LOOK_ALIKES,
        /** A word that may mean a grade; none was taken. */
        NO_GRADE,
        /** Black-listed: no grade, but blocked? */
        BLOCKED,
        /** A name that begins with an equals sign. */
        FORMULA_NAME,
        /** A name in two scripts: which leads? */
        TWO_SCRIPTS,
        /** The company stood in brackets behind a person's name. */
        BRACKETS,
        /** A company of our own country: a customer too? */
        AT_HOME,
        /** Whose are they: nobody is named in the column of owners. */
        NO_OWNER,
        /** Payment details that do not fit: to be looked into before any money moves. */
        PAYMENT,
        /** Marked as the one above: what was taken stands behind it. */
        DITTO,
        /** What the list's dates are taken as, month or day first, though some could be either. */
        DATE_ORDER,
        /** No country in its column: told by the address. */
        COUNTRY_BY_ADDRESS,
        /** A remark that begins as a formula does; kept as text. */
        FORMULA_TEXT,
        /** Two days for the next follow-up of one customer. */
        TWO_DAYS,
        /** Marked as lost; entered all the same. */
        LOST,
        /** Another address of a company, and no person. */
        ADDRESS_ROW,
        /** An address among named people that is nobody's by name. */
        NO_NAME,
        /** Only a domain or website; entered under it. */
        BARE_DOMAIN,
        /** A sign behind a name that a line below the list explains. */
        FOOTNOTE,
        /** How far a deal has come, in words that no stage is known by; it was taken as quoted. */
        DEAL_STAGE,
        /** A deal that names no customer; left out. */
        NOBODYS_DEAL,
        /** A sheet without anything to enter. */
        UNREAD_SHEET;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

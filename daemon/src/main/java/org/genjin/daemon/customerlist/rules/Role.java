package org.genjin.daemon.customerlist.rules;

import java.util.Locale;

/**
 * What a column holds. In this order, where a header names several things: what tells more stands before.
 *
 * <p>The names in lower case are the keys of {@code headers.txt} and what JSON calls a column.
 */
public enum Role {
    LABEL,
    IGNORED,
    FAX,
    CHAT,
    MIXED,
    /** A business card or signature in one cell. */
    CARD,
    /** The firm's own address, which belongs to no person. */
    EMAILS2,
    EMAIL,
    NEXT,
    LAST,
    SINCE,
    /** The country's code before the numbers in another column. */
    AREA,
    /** The firm's own number, which belongs to no person. */
    PHONEFIRM,
    PHONE,
    WEB,
    COUNTRY,
    CITY,
    REGION,
    POST,
    ADDRESS,
    GRADE,
    STATUS,
    TAGS,
    SOURCE,
    TYPE,
    OWNER,
    ID,
    NUMBER,
    PREFIX,
    SUFFIX,
    FIRST,
    MIDDLE,
    LASTNAME,
    NICKNAME,
    JOB,
    NEXTACTION,
    COMPANYALT,
    COMPANYSHORT,
    COMPANY,
    PERSON,
    /** A name, of which the other columns tell whose. */
    NAME,
    PRODUCT,
    CHANNEL,
    DIRECTION,
    NOTES,
    DATE,
    /** Systems that keep companies and people in one table say here which a row is. */
    ISCOMPANY,
    /** …and here to which company a person belongs. */
    PARENT,
    /** Of a deal, in lists of deals only: what it is called by and what it is called, how far it has come, and its sum and days. */
    DEALID,
    DEAL,
    DEALSTAGE,
    DEALSTATE,
    AMOUNT,
    CURRENCY,
    DEALDAY,
    DEALCLOSE,
    DEALWORDS,
    /** What a field that somebody made is called, in the column before its value. */
    FIELDNAME,
    FIELDVALUE,
    UNKNOWN;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name in JSON; what is of no use has none. */
    public String id() {
        return switch (this) {
            case EMAILS2 -> "company-email";
            case PHONEFIRM -> "company-phone";
            case LASTNAME -> "last-name";
            case FIRST -> "first-name";
            case MIDDLE -> "middle-name";
            case NEXT -> "next-follow-up";
            case LAST -> "last-contact";
            case SINCE -> "first-contact";
            case NEXTACTION -> "next-action";
            case COMPANYALT -> "company-other-name";
            case COMPANYSHORT -> "company-short";
            case ISCOMPANY -> "is-company";
            case FIELDNAME -> "field-name";
            case FIELDVALUE -> "field-value";
            case MIXED -> "contact-details";
            case DEALID -> "deal-number";
            case DEALSTAGE -> "deal-stage";
            case DEALSTATE -> "deal-status";
            case DEALDAY -> "deal-date";
            case DEALCLOSE -> "deal-close";
            case DEALWORDS -> "deal-notes";
            case CARD -> "business-card";
            default -> key();
        };
    }

    /** Whether an import takes nothing out of such a column. */
    public boolean unused() {
        return switch (this) {
            case LABEL, IGNORED, FAX, CHAT, POST, OWNER, NUMBER, PREFIX, SUFFIX, SINCE, DIRECTION, UNKNOWN -> true;
            default -> false;
        };
    }

    /** Whether only lists of deals have such a column. */
    public boolean isOfDeals() {
        return switch (this) {
            case DEALID, DEAL, DEALSTAGE, DEALSTATE, AMOUNT, CURRENCY, DEALDAY, DEALCLOSE, DEALWORDS -> true;
            default -> false;
        };
    }

    /** Whether such a column names somebody or how to reach them: a table of customers has one. */
    boolean tellsWho() {
        return switch (this) {
            case COMPANY, PERSON, NAME, EMAIL, PHONE, FIRST, LASTNAME, MIXED, CARD, COMPANYALT, COMPANYSHORT -> true;
            default -> false;
        };
    }
}

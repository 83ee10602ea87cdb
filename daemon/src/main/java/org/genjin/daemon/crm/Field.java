package org.genjin.daemon.crm;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a line of an export can say, whatever a system calls it. What is of the customer stands in every line, so that each can name
 * whom it belongs to. Days are ISO dates, moments ISO date and time in the home's zone, countries ISO 3166, telephone numbers E.164.
 */
public enum Field {
    /** The customer's number, such as {@code C0042}: the same in each export. */
    COMPANY_ID(Part.COMPANIES),
    COMPANY(Part.COMPANIES),
    COUNTRY(Part.COMPANIES),
    DOMAIN(Part.COMPANIES),
    GRADE(Part.COMPANIES),
    STAGE(Part.COMPANIES),
    /** What kind of customer and where from, as codes; else as people wrote it. */
    TYPE(Part.COMPANIES),
    SOURCE(Part.COMPANIES),
    OWNER(Part.COMPANIES),
    LANGUAGE(Part.COMPANIES),
    TIME_ZONE(Part.COMPANIES),
    FIRST_CONTACT(Part.COMPANIES),
    LAST_OUT(Part.COMPANIES),
    LAST_IN(Part.COMPANIES),
    LAST_CONTACT(Part.COMPANIES),
    TOUCHES(Part.COMPANIES),
    NOTES(Part.COMPANIES),
    /** Of the firm and of no person. */
    COMPANY_EMAIL(Part.COMPANIES),
    COMPANY_PHONE(Part.COMPANIES),

    CONTACT_ID(Part.CONTACTS),
    /** All of the name but its last word; "" for a name of one word. */
    FIRST(Part.CONTACTS),
    /** The name's last word. */
    LAST(Part.CONTACTS),
    CONTACT(Part.CONTACTS),
    TITLE(Part.CONTACTS),
    /** The most used. */
    EMAIL(Part.CONTACTS),
    EMAIL2(Part.CONTACTS),
    EMAIL3(Part.CONTACTS),
    EMAILS(Part.CONTACTS),
    /** All but the first. */
    MORE_EMAILS(Part.CONTACTS),
    PHONE(Part.CONTACTS),
    PHONE2(Part.CONTACTS),
    PHONE3(Part.CONTACTS),
    PHONES(Part.CONTACTS),
    /** All but the first. */
    MORE_PHONES(Part.CONTACTS),
    WECHAT(Part.CONTACTS),
    LINKEDIN(Part.CONTACTS),
    /** Names in chats with the chat before them: {@code WeChat-kim}. */
    SOCIAL(Part.CONTACTS),
    /** {@code yes} for the first contact of a customer, else {@code no}. */
    MAIN(Part.CONTACTS),

    DEAL_ID(Part.DEALS),
    DEAL(Part.DEALS),
    DEAL_STAGE(Part.DEALS),
    AMOUNT(Part.DEALS),
    CURRENCY(Part.DEALS),
    DEAL_DAY(Part.DEALS),
    /** The day on which it was settled, or thirty days after the offer where it is open. */
    DEAL_CLOSE(Part.DEALS),
    /** {@code open}, {@code won} or {@code lost}. */
    DEAL_STATE(Part.DEALS),
    /** The words that the deal was read from. */
    DEAL_WORDS(Part.DEALS),

    NOTE_ID(Part.NOTES),
    NOTE_AT(Part.NOTES),
    CHANNEL(Part.NOTES),
    /** {@code in} or {@code out}. */
    DIRECTION(Part.NOTES),
    SUBJECT(Part.NOTES),
    TEXT(Part.NOTES),
    /** Way, direction, subject and words in one. */
    NOTE(Part.NOTES),

    TASK_ID(Part.TASKS),
    TASK(Part.TASKS),
    DUE(Part.TASKS),
    REASON(Part.TASKS);

    private final Part part;

    Field(Part part) {
        this.part = part;
    }

    /** The table in which it first makes sense. */
    Part part() {
        return part;
    }

    /** The name in files of dialects, such as {@code company-id}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Field> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
    }

    /** Whether people write other words there than the codes that there are: such a word stands as it is. */
    boolean isOpen() {
        return this == TYPE || this == SOURCE;
    }

    /** Those that together say as much: a dialect that carries any of the group carries the value. */
    List<Field> alike() {
        return switch (this) {
            case FIRST, LAST, CONTACT -> List.of(CONTACT, FIRST, LAST);
            case EMAIL, EMAILS -> List.of(EMAIL, EMAILS);
            case EMAIL2, MORE_EMAILS -> List.of(EMAIL2, MORE_EMAILS, EMAILS);
            case PHONE, PHONES -> List.of(PHONE, PHONES);
            case PHONE2, MORE_PHONES -> List.of(PHONE2, MORE_PHONES, PHONES);
            case TEXT, NOTE -> List.of(TEXT, NOTE);
            default -> List.of(this);
        };
    }
}

package org.genjin.index;

/** Every name of a Lucene field. */
final class Fields {

    /** The ledger's id of the message, as text; the document's identity. */
    static final String ROW = "row";
    /** The message's key, stored. */
    static final String KEY = "key";
    /** Owners who may see it. */
    static final String VISIBLE_TO = "visibleTo";
    /** The customer's id. */
    static final String CUSTOMER = "customer";
    /** Such as {@code email}. */
    static final String CHANNEL = "channel";
    /** {@code in}, {@code out} or {@code internal}. */
    static final String DIRECTION = "direction";
    /** ISO 639-1. */
    static final String LANGUAGE = "language";
    /** Whose it is: {@code one}, {@code several}, {@code nobody} or {@code set-aside}. */
    static final String STATE = "state";
    /** Names of the sources it was seen in, folded. */
    static final String SOURCE = "source";
    /** Milliseconds since 1970: a point, and a value to sort by. */
    static final String SENT_AT = "sentAt";
    /** Year and month of {@link #SENT_AT} in UTC, for the facets. */
    static final String MONTH = "month";
    /** Short types of attachments, such as {@code pdf}. */
    static final String TYPE = "type";
    /** What the message says, such as {@code rfq} or {@code sample}. */
    static final String SAYS = "says";
    /** Product codes it speaks of, by their letters and digits; stored as written in {@link #STORED_CODE}. */
    static final String CODE = "code";
    /** Points: prices said in any currency; those in one have its code behind a dot. */
    static final String PRICE = "price";
    /** A point: bytes of the message. */
    static final String SIZE = "size";
    /** What messages of one conversation have in common. */
    static final String CONVERSATION = "conversation";
    /** The new words of the message, its people and its attachments, with stems beside them. */
    static final String TEXT = "text";
    /** The words it repeats from others, and the signature. */
    static final String QUOTED = "quoted";
    /** The words of the subject. */
    static final String SUBJECT = "subject";
    /** The words of the first person named: the sender. */
    static final String FROM = "from";
    /** The words of the others named. */
    static final String TO = "to";
    /** The words within attachments. */
    static final String ATTACHMENT = "attachment";
    /** The words of attachments' names. */
    static final String FILE_NAME = "fileName";
    /** Stored: what snippets are cut from. */
    static final String STORED_SUBJECT = "s.subject";
    static final String STORED_BODY = "s.body";
    static final String STORED_QUOTED = "s.quoted";
    static final String STORED_SIGNATURE = "s.signature";
    static final String STORED_PEOPLE = "s.people";
    static final String STORED_CODE = "s.code";
    /** Stored once a part: name, place and text with U+0001 between. */
    static final String STORED_PART = "s.part";

    private Fields() {}
}

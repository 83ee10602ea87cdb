package org.genjin.connectors.outlook;

/** The properties of an Outlook item that are looked at (MS-OXPROPS), by their ids. */
final class Mapi {

    static final int MESSAGE_CLASS = 0x001A;
    static final int SUBJECT = 0x0037;
    static final int CLIENT_SUBMIT_TIME = 0x0039;
    static final int SUBJECT_PREFIX = 0x003D;
    static final int SENT_REPRESENTING_NAME = 0x0042;
    static final int SENT_REPRESENTING_TYPE = 0x0064;
    static final int SENT_REPRESENTING_ADDRESS = 0x0065;
    static final int CONVERSATION_TOPIC = 0x0070;
    static final int CONVERSATION_INDEX = 0x0071;
    static final int TRANSPORT_HEADERS = 0x007D;
    static final int RECIPIENT_TYPE = 0x0C15;
    static final int SENDER_NAME = 0x0C1A;
    static final int SENDER_TYPE = 0x0C1E;
    static final int SENDER_ADDRESS = 0x0C1F;
    static final int DISPLAY_CC = 0x0E03;
    static final int DISPLAY_TO = 0x0E04;
    static final int DELIVERY_TIME = 0x0E06;
    static final int MESSAGE_FLAGS = 0x0E07;
    static final int NORMALIZED_SUBJECT = 0x0E1D;
    static final int BODY = 0x1000;
    static final int REPORT_TEXT = 0x1001;
    static final int RTF_COMPRESSED = 0x1009;
    static final int HTML = 0x1013;
    static final int MESSAGE_ID = 0x1035;
    static final int REFERENCES = 0x1039;
    static final int IN_REPLY_TO = 0x1042;
    static final int DISPLAY_NAME = 0x3001;
    static final int ADDRESS_TYPE = 0x3002;
    static final int ADDRESS = 0x3003;
    static final int CREATION_TIME = 0x3007;
    static final int MODIFICATION_TIME = 0x3008;
    static final int ATTACH_DATA = 0x3701;
    static final int ATTACH_EXTENSION = 0x3703;
    static final int ATTACH_FILENAME = 0x3704;
    static final int ATTACH_METHOD = 0x3705;
    static final int ATTACH_LONG_FILENAME = 0x3707;
    static final int ATTACH_PATHNAME = 0x3708;
    static final int ATTACH_MIME_TAG = 0x370E;
    static final int ATTACH_CONTENT_ID = 0x3712;
    static final int SMTP_ADDRESS = 0x39FE;
    static final int INTERNET_CODE_PAGE = 0x3FDE;
    static final int MESSAGE_CODE_PAGE = 0x3FFD;
    static final int SENDER_SMTP = 0x5D01;
    static final int SENT_REPRESENTING_SMTP = 0x5D02;
    static final int RECIPIENT_DISPLAY_NAME = 0x5FF6;
    static final int ATTACHMENT_HIDDEN = 0x7FFE;

    /** Added to the number of a property whose id differs from file to file and is looked up by its name. */
    static final int NAMED = 0x10000;

    static final int APPOINTMENT_LOCATION = NAMED | 0x8208;
    static final int APPOINTMENT_START = NAMED | 0x820D;
    static final int APPOINTMENT_END = NAMED | 0x820E;

    /** In {@link #MESSAGE_FLAGS}: still being written. */
    static final int FLAG_UNSENT = 0x8;

    /** In {@link #ATTACH_METHOD}: another Outlook item. */
    static final int METHOD_EMBEDDED = 5;

    static final int TYPE_STRING8 = 0x001E;
    static final int TYPE_UNICODE = 0x001F;
    static final int TYPE_BINARY = 0x0102;
    static final int TYPE_OBJECT = 0x000D;
    static final int TYPE_TIME = 0x0040;
    static final int MULTIPLE = 0x1000;

    private Mapi() {}
}

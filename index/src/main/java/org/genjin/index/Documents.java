package org.genjin.index;

import java.time.ZoneOffset;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;

/** An entry as a Lucene document. */
final class Documents {

    static final char SEPARATOR = '\u0001';

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("application/pdf", "pdf"),
            Map.entry("application/msword", "doc"),
            Map.entry("application/vnd.ms-excel", "xls"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
            Map.entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
            Map.entry("application/zip", "zip"),
            Map.entry("message/rfc822", "eml"),
            Map.entry("text/plain", "txt"),
            Map.entry("image/jpeg", "jpg"));

    private Documents() {}

    static Document of(IndexEntry entry) {
        Document document = withoutWords(entry);
        words(document, entry);
        for (IndexEntry.AttachmentText attachment : entry.attachments()) {
            attachment(document, attachment);
        }
        return document;
    }

    /** What is known of a message besides its words: it is counted, and found by operators. */
    static Document withoutWords(IndexEntry entry) {
        Document document = new Document();
        document.add(new StringField(Fields.ROW, Long.toString(entry.row()), Store.YES));
        document.add(new StoredField(Fields.KEY, entry.key()));
        entry.visibleTo().forEach(owner -> document.add(new StringField(Fields.VISIBLE_TO, owner, Store.NO)));
        entry.customers().forEach(customer -> value(document, Fields.CUSTOMER, customer));
        value(document, Fields.CHANNEL, entry.channel());
        value(document, Fields.DIRECTION, entry.direction());
        if (!entry.language().isEmpty()) {
            document.add(new StringField(Fields.LANGUAGE, entry.language(), Store.YES));
        }
        long millis = entry.sentAt().toEpochMilli();
        document.add(new LongPoint(Fields.SENT_AT, millis));
        document.add(new NumericDocValuesField(Fields.SENT_AT, millis));
        document.add(new SortedSetDocValuesField(
                Fields.YEAR, new BytesRef(Integer.toString(entry.sentAt().atOffset(ZoneOffset.UTC).getYear()))));
        return document;
    }

    private static void words(Document document, IndexEntry entry) {
        text(document, entry.subject(), Fields.STORED_SUBJECT);
        text(document, entry.body(), Fields.STORED_BODY);
        text(document, entry.quoted(), Fields.STORED_QUOTED);
        text(document, entry.signature(), Fields.STORED_SIGNATURE);
        text(document, entry.people(), Fields.STORED_PEOPLE);
        document.add(new TextField(Fields.SUBJECT, entry.subject(), Store.NO));
        int line = entry.people().indexOf('\n');
        String first = line < 0 ? entry.people() : entry.people().substring(0, line);
        document.add(new TextField(Fields.FROM, first, Store.NO));
        if (line >= 0) {
            document.add(new TextField(Fields.TO, entry.people().substring(line), Store.NO));
        }
    }

    private static void attachment(Document document, IndexEntry.AttachmentText attachment) {
        value(document, Fields.TYPE, type(attachment));
        document.add(new TextField(Fields.FILE_NAME, attachment.name(), Store.NO));
        document.add(new TextField(Fields.TEXT, attachment.name(), Store.NO));
        part(document, attachment.name(), "", "");
        for (IndexEntry.Part part : attachment.parts()) {
            document.add(new TextField(Fields.TEXT, part.text(), Store.NO));
            document.add(new TextField(Fields.ATTACHMENT, part.text(), Store.NO));
            part(document, attachment.name(), part.place(), part.text());
        }
    }

    private static void part(Document document, String name, String place, String text) {
        document.add(new StoredField(Fields.STORED_PART, name + SEPARATOR + place + SEPARATOR + text));
    }

    private static void text(Document document, String text, String stored) {
        if (!text.isBlank()) {
            document.add(new TextField(Fields.TEXT, text, Store.NO));
            document.add(new StoredField(stored, text));
        }
    }

    private static void value(Document document, String field, String value) {
        document.add(new StringField(field, value, Store.NO));
        document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
    }

    private static String type(IndexEntry.AttachmentText attachment) {
        String known = TYPES.get(attachment.type());
        if (known != null) {
            return known;
        }
        String ending = attachment.name().substring(attachment.name().lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
        if (attachment.name().indexOf('.') >= 0 && ending.matches("[a-z0-9]{1,5}")) {
            return ending;
        }
        String type = attachment.type();
        return type.isEmpty() ? "other" : type.substring(type.indexOf('/') + 1).replaceAll("[^a-z0-9+.-]", "");
    }
}

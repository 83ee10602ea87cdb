package org.genjin.index;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Entries as Lucene documents. Thread-safe. */
final class Documents {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT);
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

    private final Stems stems;

    Documents(Stems stems) {
        this.stems = stems;
    }

    Document of(IndexEntry entry) {
        Document document = withoutWords(entry);
        words(document, entry);
        return document;
    }

    /** What is known of a message besides its words: it is counted, and found by operators. */
    Document withoutWords(IndexEntry entry) {
        Document document = new Document();
        document.add(new StringField(Fields.ROW, Long.toString(entry.row()), Store.YES));
        document.add(new StoredField(Fields.KEY, entry.key()));
        entry.visibleTo().forEach(owner -> document.add(new StringField(Fields.VISIBLE_TO, owner, Store.NO)));
        entry.customers().forEach(customer -> values(document, Fields.CUSTOMER, customer));
        value(document, Fields.CHANNEL, entry.channel());
        value(document, Fields.DIRECTION, entry.direction());
        value(document, Fields.LANGUAGE, entry.language());
        value(document, Fields.STATE, entry.origin().state());
        entry.origin().sources().forEach(it -> document.add(new StringField(Fields.SOURCE, Folding.of(it), Store.NO)));
        long millis = entry.sentAt().toEpochMilli();
        document.add(new LongPoint(Fields.SENT_AT, millis));
        document.add(new NumericDocValuesField(Fields.SENT_AT, millis));
        document.add(new SortedDocValuesField(
                Fields.MONTH, new BytesRef(MONTH.format(entry.sentAt().atOffset(ZoneOffset.UTC)))));
        document.add(new LongPoint(Fields.SIZE, entry.origin().bytes()));
        // One that stands alone is a conversation of its own.
        String conversation = entry.origin().conversation();
        document.add(new SortedDocValuesField(
                Fields.CONVERSATION, new BytesRef(conversation.isEmpty() ? "row " + entry.row() : conversation)));
        said(document, entry.said());
        return document;
    }

    private static void said(Document document, IndexEntry.Said said) {
        said.types().forEach(type -> values(document, Fields.SAYS, type));
        for (String code : said.codes()) {
            document.add(new StringField(Fields.CODE, Suggesting.squeezed(code), Store.NO));
            document.add(new StoredField(Fields.STORED_CODE, code));
        }
        for (IndexEntry.Price price : said.prices()) {
            document.add(new DoublePoint(Fields.PRICE, price.amount()));
            if (!price.currency().isEmpty()) {
                document.add(new DoublePoint(Fields.PRICE + "." + price.currency(), price.amount()));
            }
        }
    }

    private void words(Document document, IndexEntry entry) {
        Stems.Language language = stems.of(entry.language());
        text(document, Fields.TEXT, entry.subject(), language, Fields.STORED_SUBJECT);
        text(document, Fields.TEXT, entry.body(), language, Fields.STORED_BODY);
        text(document, Fields.QUOTED, entry.quoted(), language, Fields.STORED_QUOTED);
        text(document, Fields.QUOTED, entry.signature(), null, Fields.STORED_SIGNATURE);
        text(document, Fields.TEXT, entry.people(), null, Fields.STORED_PEOPLE);
        document.add(new Words(Fields.SUBJECT, entry.subject(), language));
        int line = entry.people().indexOf('\n');
        String first = line < 0 ? entry.people() : entry.people().substring(0, line);
        document.add(new Words(Fields.FROM, first, null));
        if (line >= 0) {
            document.add(new Words(Fields.TO, entry.people().substring(line), null));
        }
        for (IndexEntry.AttachmentText attachment : entry.attachments()) {
            attachment(document, attachment, language);
        }
    }

    private static void attachment(
            Document document, IndexEntry.AttachmentText attachment, Stems.@Nullable Language language) {
        values(document, Fields.TYPE, type(attachment));
        document.add(new Words(Fields.FILE_NAME, attachment.name(), null));
        document.add(new Words(Fields.TEXT, attachment.name(), null));
        part(document, attachment.name(), "", "");
        for (IndexEntry.Part part : attachment.parts()) {
            document.add(new Words(Fields.TEXT, part.text(), language));
            document.add(new Words(Fields.ATTACHMENT, part.text(), language));
            part(document, attachment.name(), part.place(), part.text());
        }
    }

    private static void part(Document document, String name, String place, String text) {
        document.add(new StoredField(Fields.STORED_PART, name + SEPARATOR + place + SEPARATOR + text));
    }

    private static void text(
            Document document, String field, String text, Stems.@Nullable Language language, String stored) {
        if (!text.isBlank()) {
            document.add(new Words(field, text, language));
            document.add(new StoredField(stored, text));
        }
    }

    private static void value(Document document, String field, String value) {
        if (!value.isEmpty()) {
            document.add(new StringField(field, value, field.equals(Fields.LANGUAGE) ? Store.YES : Store.NO));
            document.add(new SortedDocValuesField(field, new BytesRef(value)));
        }
    }

    /** Of a field that may have several. */
    private static void values(Document document, String field, String value) {
        document.add(new StringField(field, value, Store.NO));
        document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
    }

    private static String type(IndexEntry.AttachmentText attachment) {
        String known = TYPES.get(attachment.type());
        if (known != null) {
            return known;
        }
        String ending = attachment.name().substring(attachment.name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (attachment.name().indexOf('.') >= 0 && ending.matches("[a-z0-9]{1,5}")) {
            return ending;
        }
        String type = attachment.type();
        return type.isEmpty() ? "other" : type.substring(type.indexOf('/') + 1).replaceAll("[^a-z0-9+.-]", "");
    }
}

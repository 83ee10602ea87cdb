package org.genjin.index;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Builds the entry of a made-up message, of which only what matters is said. */
final class Entry {

    private final long row;
    private List<String> visibleTo = List.of("li@factory.example");
    private List<String> customers = List.of("C0001");
    private String direction = "in";
    private Instant sentAt = Instant.parse("2026-11-23T08:00:00Z");
    private String subject = "subject";
    private String body = "";
    private String quoted = "";
    private String people = "Kim Lee kim@acme.example\nLi li@factory.example";
    private String language = "en";
    private String state = "one";
    private List<IndexEntry.AttachmentText> attachments = List.of();
    private String conversation = "";
    private long bytes = 3000;
    private IndexEntry.Said said = IndexEntry.Said.NOTHING;

    Entry(long row) {
        this.row = row;
    }

    Entry visibleTo(String... owners) {
        visibleTo = List.of(owners);
        return this;
    }

    Entry customers(String... ids) {
        customers = List.of(ids);
        return this;
    }

    Entry direction(String id) {
        direction = id;
        return this;
    }

    Entry sentAt(String instant) {
        sentAt = Instant.parse(instant);
        return this;
    }

    Entry subject(String text) {
        subject = text;
        return this;
    }

    Entry body(String text) {
        body = text;
        return this;
    }

    Entry quoted(String text) {
        quoted = text;
        return this;
    }

    Entry people(String lines) {
        people = lines;
        return this;
    }

    Entry language(String iso639) {
        language = iso639;
        return this;
    }

    Entry state(String id) {
        state = id;
        return this;
    }

    Entry attachments(List<IndexEntry.AttachmentText> documents) {
        attachments = documents;
        return this;
    }

    Entry conversation(String name) {
        conversation = name;
        return this;
    }

    Entry bytes(long count) {
        bytes = count;
        return this;
    }

    Entry said(Set<String> types, List<String> codes, IndexEntry.Price... prices) {
        said = new IndexEntry.Said(types, codes, List.of(prices));
        return this;
    }

    IndexEntry made() {
        return new IndexEntry(
                row, "k" + row, visibleTo, customers, "email", direction, sentAt, subject, body, quoted, "", people, language,
                attachments, new IndexEntry.Origin(Set.of("li@factory.example"), conversation, bytes, state), said);
    }
}

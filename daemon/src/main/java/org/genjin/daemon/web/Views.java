package org.genjin.daemon.web;

import java.util.List;

/** What templates are given: text, ready to be shown. */
public final class Views {

    private Views() {}

    public record Tab(String title, String link, int count, boolean active) {}

    /** @param state overdue, today or done: a colour and a word */
    public record Card(
            String id, String name, String country, String grade, String gradeTitle, String stage, String state, String due,
            String why, String action, String quote, String local) {}

    public record Row(
            String id, String name, String country, String grade, String stage, String turn, String turnId, String state,
            String next, String why, String lastOut, String lastIn, int touches, String owner) {}

    public record Customer(
            String id, String name, String country, String countryCode, String grade, String stageId, String turn, String turnId, String local,
            String first, int touches, String owner, String state, String next, String why, String action, boolean manual,
            String notes) {}

    /**
     * Why a value is what it is.
     *
     * @param link to the message that tells it; "" if none does
     */
    public record Why(String text, String when, String quote, String link) {}

    /** What a column of a line of trade holds, and the message that tells it. */
    public record IndustryView(String field, String title, String value, List<String> offered, Why why) {}

    /** What was said of one kind of thing, the newest first. */
    public record Said(String title, List<Why> items, int more) {}

    /** @param key what the contact is split off by */
    public record KnownView(String text, String link, String dates, String key) {}

    public record Person(String name, String title, List<KnownView> known) {}

    /** @param number by which it is answered */
    public record QuestionView(long number, String text, String why) {}

    /** A message that may be one of several customers'. */
    public record DoubtfulView(long row, String at, String from, String subject, List<Choice> choices) {}

    /** @param link to the customer whose name is used; "" without one */
    public record AlarmView(long row, String text, String link, String name) {}

    public record DecisionView(long number, String at, String by, String words, boolean undone) {}

    public record Choice(String id, String title) {}

    public record Entry(
            long row, String direction, String arrow, String at, String channel, String who, boolean automatic, String why,
            String subject, String text, String quoted, List<FileView> files) {}

    public record FileView(int number, String name, boolean present, String size, String problem) {}

    public record Hit(
            String link, String arrow, String at, String channel, String whose, String from, String subject,
            List<Piece> pieces, String foundIn, String more) {}

    /** A search that is kept under a name. */
    public record Kept(String name, String link, String query) {}

    /**
     * What somebody who types may go on with.
     *
     * @param link to what is found then; "" for what must be typed on
     */
    public record OfferView(String kind, String text, String query, String link) {}

    public record Piece(String text, boolean hit) {}

    public record Facet(String title, List<FacetValue> values) {}

    public record FacetValue(String title, String link, long count) {}

    /**
     * @param red whether a person must do something
     * @param notOpened names of folders; "" if all are opened
     */
    public record Source(
            String name, String stateId, String state, boolean red, long messages, long unreadable, String last,
            List<String> problems, List<String> warnings, List<Folder> folders, String notOpened) {}

    /**
     * What a folder holds at the server and in the ledger.
     *
     * @param red whether something is missing or not shown
     */
    public record Folder(
            String name, boolean red, long held, long logged, long duplicates, long tooOld, long unreadable, long neverLogged,
            long toCome, long missing, String counted) {}

    public record Titled(String title, String text) {}
}

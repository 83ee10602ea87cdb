package org.genjin.daemon.cli;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;

/** Where a benchmark takes its mails from. */
public sealed interface BenchSource {

    /** Where mails come from that are taken into an empty home. */
    sealed interface Ingest extends BenchSource {}

    /** @param user whose password is in GENJIN_BENCH_PASSWORD */
    record Imap(String host, int port, String user) implements Ingest {}

    /** Files read by the connector alone, so many times over. */
    record Alone(Path path, int runs) implements BenchSource {}

    /** Mails made up for the purpose on a Dovecot of this machine, read by the connector alone and by others beside it. */
    record OwnServer(int mails) implements BenchSource {}

    /** A made-up Maildir with many folders, taken in and then polled again and again though nothing changes. */
    record Unchanged(int mails) implements BenchSource {}

    /** A home of so many made-up mails, whose daemon is started and then left alone. */
    record Started(int mails) implements BenchSource {}

    /**
     * Files that are damaged first, to see what breaks.
     *
     * @param only one of the damaged files; all up to {@code count} if empty
     */
    record Damaged(Path folder, long seed, int count, OptionalInt only) implements BenchSource {}

    /**
     * Messages of which it is known what they say.
     *
     * @param folder with {@code labels.jsonl}, or with pairs of {@code NAME.txt} and {@code NAME.expected.txt}
     * @param wrong whether to list each difference instead of measuring the speed
     */
    record Labelled(Path folder, boolean wrong) implements BenchSource {}

    /**
     * Messages that are made up, indexed, and searched.
     *
     * @param bodiesOnly without attachments and quoted text
     */
    record MadeUp(int messages, boolean bodiesOnly) implements BenchSource {}

    /** Customer lists with {@code expected.json} beside them; {@code wrong} lists each difference. */
    record Lists(Path folder, boolean wrong) implements BenchSource {}

    /**
     * @param folder a Maildir, an mbox, or anything that {@code import} takes
     * @param documents whether it waits for the words of attachments too
     */
    record Mails(Path folder, boolean documents) implements Ingest {}

    /**
     * A made-up Maildir, taken in beside the indexers that are installed.
     *
     * @param documents whether every tenth mail carries a document
     * @param runs how often; the median counts
     */
    record Beside(int mails, boolean documents, int runs) implements BenchSource {}

    /**
     * Mailboxes and chats of a made-up exporter with the right answers.
     *
     * @param wrong whether each message that is not right is listed
     */
    record Answers(Path folder, boolean wrong) implements BenchSource {}

    /** The rule of matching alone, against a made-up book of so many contacts. */
    record Book(int contacts) implements BenchSource {}

    /** A made-up ledger of so many messages, in which a person decides whose some of them are. */
    record Decided(int messages) implements BenchSource {}

    /** A made-up ledger of so many customers, of whom it is asked who is due. */
    record Due(int customers) implements BenchSource {}

    /** Made-up workbooks, tables and lists, written and read so many times over. */
    record Sheets(Set<Part> parts, int runs) implements BenchSource {

        /** The workbook of 200 customers, that of 500, the standardised table, a customer list. */
        public enum Part {
            WORKBOOK,
            LARGE,
            TABLE,
            LIST
        }
    }
}

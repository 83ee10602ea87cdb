package org.genjin.config;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The whole of {@code genjin.yaml}, checked and with defaults filled in.
 *
 * @param ourDomains domains whose addresses are ours, in lower case; empty means: derived from the mailboxes
 * @param oauth how this program is registered with the providers that mailboxes can be signed in with
 * @param digest of whoever has none of their own
 * @param neverLog what must not be stored at all
 * @param mails how each owner is written to
 * @param industries ids of the lines of trade whose columns all customers have, unless one is said to be in another
 * @param workbooks how the owners' workbooks are kept
 */
public record AppConfig(
        Language language,
        ZoneId timeZone,
        List<SourceConfig.Imap> mailboxes,
        List<SourceConfig.DropFolder> exports,
        List<String> ourDomains,
        Polling polling,
        Digest digest,
        Web web,
        Attachments attachments,
        Map<OAuthClient.Provider, OAuthClient> oauth,
        NeverLog neverLog,
        Unmatched unmatched,
        Grades grades,
        Report report,
        MailSettings mails,
        List<String> industries,
        Workbooks workbooks) {

    /** @param every pause between two polls of one source */
    public record Polling(Duration every) {}

    /** The morning mail: at which local time and on which days. */
    public record Digest(LocalTime at, Set<DayOfWeek> days) {}

    /** @param port 0 lets the system pick a free one */
    public record Web(String host, int port) {}

    /**
     * Bounds on the reading of one attachment, and how many worker processes read them.
     *
     * @param ocr the languages in which scans and photographs are read, in Tesseract's codes; empty: all that are installed; an
     *     empty list: none, they are not read
     */
    public record Attachments(
            int workers, int maxMegabytes, Duration timeout, int workerMegabytes, Optional<List<String>> ocr) {

        private static final int ENOUGH = 4;

        public Attachments {
            ocr = ocr.map(List::copyOf);
        }

        /** How many a machine with so many cores has where nobody says otherwise: each takes a core and its memory. */
        public static int workersFor(int cores) {
            return Math.clamp(cores - 1, 1, ENOUGH);
        }
    }

    /** @param keep how long what is no customer's is kept with its content; empty: for ever */
    public record Unmatched(Optional<Period> keep) {}

    /**
     * Where the lines between the proposed grades run.
     *
     * @param orders how many orders make an S
     * @param value how much money paid, in any one currency, makes an S
     * @param ordersDays how long an order counts
     * @param quotesDays how long a quotation, a sample or an inquiry counts
     * @param quickHours within what time somebody answers who answers quickly
     * @param silentDays after what time without an answer somebody is of low potential
     */
    public record Grades(int orders, int value, int ordersDays, int quotesDays, int quickHours, int silentDays) {
        public static final Grades USUAL = new Grades(5, 100_000, 730, 180, 48, 180);
    }

    /**
     * What is said of figures, and to whom.
     *
     * @param weekly whether each owner gets them by mail on the first working day of the week
     * @param managers owners who are told everybody's figures
     */
    public record Report(boolean weekly, List<String> managers) {
        public static final Report USUAL = new Report(true, List.of());

        public Report {
            managers = List.copyOf(managers);
        }
    }

    public AppConfig {
        mailboxes = List.copyOf(mailboxes);
        exports = List.copyOf(exports);
        ourDomains = List.copyOf(ourDomains);
        oauth = Map.copyOf(oauth);
        industries = List.copyOf(industries);
    }

    /** Every source, mailboxes first, in the order of the file. */
    public List<SourceConfig> sources() {
        return Stream.<SourceConfig>concat(mailboxes.stream(), exports.stream()).toList();
    }

    /** Every owner once, in the order of the file. */
    public List<String> owners() {
        List<String> owners = new ArrayList<>();
        for (SourceConfig source : sources()) {
            if (!owners.contains(source.owner())) {
                owners.add(source.owner());
            }
        }
        return List.copyOf(owners);
    }
}

package org.genjin.daemon;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genjin.config.AppConfig;
import org.genjin.config.InstantMails;
import org.genjin.config.Language;
import org.genjin.config.MailSettings;
import org.genjin.config.NeverLog;
import org.genjin.config.OwnerMails;
import org.genjin.config.SourceConfig;
import org.genjin.config.Workbooks;

/** The configuration of a home that is only measured in: nothing is sent, kept out or dropped. */
final class BenchConfig {

    private static final AppConfig.Digest MORNING = new AppConfig.Digest(LocalTime.of(8, 0), Set.of(DayOfWeek.MONDAY));

    private BenchConfig() {}

    static AppConfig of(
            ZoneId zone, List<SourceConfig.Imap> mailboxes, List<SourceConfig.DropFolder> folders, List<String> ourDomains) {
        return of(zone, mailboxes, folders, ourDomains, Workbooks.USUAL);
    }

    static AppConfig of(
            ZoneId zone, List<SourceConfig.Imap> mailboxes, List<SourceConfig.DropFolder> folders, List<String> ourDomains,
            Workbooks workbooks) {
        return new AppConfig(
                Language.EN,
                zone,
                mailboxes,
                folders,
                ourDomains,
                new AppConfig.Polling(Duration.ofMinutes(2)),
                MORNING,
                new AppConfig.Web("127.0.0.1", 8025),
                new AppConfig.Attachments(1, 50, Duration.ofSeconds(60), 256, Optional.empty()),
                Map.of(),
                NeverLog.NOTHING,
                new AppConfig.Unmatched(Optional.empty()),
                AppConfig.Grades.USUAL,
                AppConfig.Report.USUAL,
                new MailSettings(new OwnerMails(Language.EN, zone, MORNING, InstantMails.NONE), Map.of()),
                List.of(),
                workbooks);
    }
}

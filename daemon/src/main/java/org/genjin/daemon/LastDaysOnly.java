package org.genjin.daemon;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.genjin.connectors.Survey;

/** Recognizes a mailbox that shows programs its last 30 days alone, as Tencent does until a setting is changed. Pure. */
final class LastDaysOnly {

    private static final Duration AT_LEAST = Duration.ofDays(27);
    private static final Duration AT_MOST = Duration.ofDays(32);

    private LastDaysOnly() {}

    /** The age of the oldest mail, if it is suspiciously near 30 days. */
    static Optional<Duration> age(Survey survey, Instant now) {
        return survey.folders().stream()
                .map(Survey.Folder::oldest)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, now))
                .filter(age -> age.compareTo(AT_LEAST) >= 0 && age.compareTo(AT_MOST) <= 0);
    }
}

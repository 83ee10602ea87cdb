package org.genjin.daemon;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.genjin.config.Home;

/**
 * What a process finds around it, looked up once in {@link Main}.
 *
 * @param environment where secrets may lie
 */
record Surroundings(Map<String, String> environment, Path userHome, ZoneId zone, InstantSource clock) {

    /** The same a minute later: files that were written a moment ago, which may still be on their way, are read then. */
    Surroundings aMinuteLater() {
        return new Surroundings(environment, userHome, zone, InstantSource.offset(clock, Duration.ofMinutes(1)));
    }

    Home home(Optional<Path> asked) {
        String configured = environment.get("GENJIN_HOME");
        return new Home(asked.orElseGet(
                () -> configured == null || configured.isBlank() ? userHome.resolve(".genjin") : Path.of(configured)));
    }
}

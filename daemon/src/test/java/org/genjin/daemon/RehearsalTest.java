package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.genjin.daemon.cli.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher lets Java watch, so that later starts are quicker. */
class RehearsalTest {

    @TempDir
    Path folder;

    @Test
    void aRehearsalStartsAsksAndEndsAndTouchesNobodysHome() throws Exception {
        TestHome home = new TestHome(folder.resolve("home"), new MutableClock("2026-11-26T08:00:00Z"), Map.of());
        assertThat(new Rehearsal(home.around).run()).isEqualTo(Exit.DONE);
        assertThat(home.home.folder()).doesNotExist();
    }
}

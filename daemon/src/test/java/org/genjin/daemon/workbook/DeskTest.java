package org.genjin.daemon.workbook;

import java.nio.file.Path;
import java.time.Instant;
import org.genjin.config.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test at the desk of a rep whose workbook is in Chinese: without customers before each, and closed after it. */
abstract class DeskTest {

    static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");

    @TempDir
    Path folder;

    SheetDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new SheetDesk(folder, Language.ZH_CN, NOW);
    }

    @AfterEach
    void close() {
        desk.close();
    }
}

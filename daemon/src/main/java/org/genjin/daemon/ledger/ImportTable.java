package org.genjin.daemon.ledger;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.genjin.config.SourceConfig;
import org.jdbi.v3.core.Handle;

/** What was imported by name, and how: so that it can be read again from where it lies. */
public final class ImportTable {

    private static final int LONGEST = 1000;
    private static final int LONGEST_BASE = 2000;

    private final Handle handle;

    ImportTable(Handle handle) {
        this.handle = handle;
    }

    /** Notes each path of an import; the newest way of reading it counts. One that is too long to be kept is not noted. */
    public void note(SourceConfig.Files source) {
        for (Path path : source.paths()) {
            if (path.toString().length() > LONGEST || source.base().toString().length() > LONGEST_BASE) {
                continue;
            }
            handle.execute(
                    "delete from imported where path = ? and base = ? and owner = ?",
                    path.toString(), source.base().toString(), source.owner());
            handle.execute(
                    "insert into imported (path, base, format, owner, time_zone) values (?, ?, ?, ?, ?)",
                    path.toString(), source.base().toString(), source.format().orElse(""), source.owner(),
                    source.timeZone().getId());
        }
    }

    /** One import for each path that was ever imported. */
    public List<SourceConfig.Files> all() {
        return handle.createQuery("select path, base, format, owner, time_zone from imported order by path, base, owner")
                .map((row, _) -> new SourceConfig.Files(
                        List.of(Path.of(row.getString("path"))), Path.of(row.getString("base")),
                        Optional.of(row.getString("format")).filter(it -> !it.isEmpty()), row.getString("owner"),
                        ZoneId.of(row.getString("time_zone"))))
                .list();
    }
}

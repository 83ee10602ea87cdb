package org.genjin.daemon.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Each owner's workbook: where it is, and what it said when it was last written and read. Whoever forgets a customer clears their
 * rows in what each revision said, the notes of the owner's workbook, its kept versions and the sheet in the file itself.
 */
public final class SheetTable {

    /** Whoever has an older one open still, or a copy of it, is told apart by these. */
    private static final int REVISIONS = 6;

    private final Handle handle;

    SheetTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * A workbook as the ledger knows it.
     *
     * @param revision how often it was written
     * @param size of the file when it was last written or read
     * @param notes what a person has to know, one sentence each
     */
    public record Written(
            String owner,
            String path,
            String language,
            long revision,
            long size,
            Instant modified,
            String hash,
            @Nullable Instant writtenAt,
            @Nullable Instant readAt,
            List<String> notes) {

        public Written {
            notes = List.copyOf(notes);
        }
    }

    /**
     * What a revision said, in a form of the workbook's own.
     *
     * @param seen the same with what was read since
     */
    public record Said(String written, String seen) {}

    public Optional<Written> find(String owner) {
        return handle.createQuery("select * from sheet_file where owner = ?")
                .bind(0, owner)
                .map((row, _) -> written(row))
                .findOne();
    }

    public List<Written> all() {
        return handle.createQuery("select * from sheet_file order by owner").map((row, _) -> written(row)).list();
    }

    public void put(Written it) {
        handle.execute("delete from sheet_file where owner = ?", it.owner());
        handle.execute(
                "insert into sheet_file (owner, path, language, revision, size, modified, hash, written_at, read_at, notes)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                it.owner(), it.path(), it.language(), it.revision(), it.size(), Rows.timestamp(it.modified()), it.hash(),
                Rows.timestampOrNull(it.writtenAt()), Rows.timestampOrNull(it.readAt()), String.join("\n", it.notes()));
    }

    /** Revision → what it said, of those that are kept. */
    public Map<Long, Said> said(String owner) {
        Map<Long, Said> said = new HashMap<>();
        handle.createQuery("select revision, written, seen from sheet_written where owner = ?")
                .bind(0, owner)
                .map((row, _) -> Map.entry(row.getLong(1), new Said(unpacked(row.getString(2)), unpacked(row.getString(3)))))
                .forEach(it -> said.put(it.getKey(), it.getValue()));
        return said;
    }

    public void say(String owner, long revision, Said said) {
        handle.execute(
                "delete from sheet_written where owner = ? and (revision = ? or revision <= ?)", owner, revision, revision - REVISIONS);
        handle.execute(
                "insert into sheet_written (owner, revision, written, seen) values (?, ?, ?, ?)",
                owner, revision, packed(said.written()), packed(said.seen()));
    }

    private static Written written(ResultSet row) throws SQLException {
        String notes = row.getString("notes");
        return new Written(
                row.getString("owner"), row.getString("path"), row.getString("language"), row.getLong("revision"),
                row.getLong("size"), Rows.instant(row, "modified"), row.getString("hash"), Rows.instantOrNull(row, "written_at"),
                Rows.instantOrNull(row, "read_at"), notes.isEmpty() ? List.of() : List.of(notes.split("\n", -1)));
    }

    private static String packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static String unpacked(String packed) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

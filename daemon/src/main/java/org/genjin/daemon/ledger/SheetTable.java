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
import org.genjin.daemon.customer.CustomerId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Each owner's workbooks: where they are, what each said when it was last written and read, and in which a customer's sheet is. Whoever
 * forgets a customer clears its place, its rows in what each revision said, the notes of the owner's workbooks, their kept versions and
 * the sheet in the file itself.
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
     * @param hash of its bytes if all that is in them was taken in; else ""
     * @param notes what a person has to know, one sentence each
     */
    public record Written(
            SheetBook book,
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

        public String owner() {
            return book.owner();
        }
    }

    /**
     * What a revision said, in a form of the workbook's own.
     *
     * @param seen the same with what was read since
     */
    public record Said(String written, String seen) {}

    public Optional<Written> find(SheetBook book) {
        return handle.createQuery("select * from sheet_workbook where owner = ? and number = ?")
                .bind(0, book.owner())
                .bind(1, book.number())
                .map((row, _) -> written(row))
                .findOne();
    }

    public List<Written> all() {
        return handle.createQuery("select * from sheet_workbook order by owner, number").map((row, _) -> written(row)).list();
    }

    public void put(Written it) {
        remove(it.book());
        handle.execute(
                "insert into sheet_workbook (owner, number, path, language, revision, size, modified, hash, written_at, read_at, notes)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                it.owner(), it.book().number(), it.path(), it.language(), it.revision(), it.size(), Rows.timestamp(it.modified()), it.hash(),
                Rows.timestampOrNull(it.writtenAt()), Rows.timestampOrNull(it.readAt()), String.join("\n", it.notes()));
    }

    /** There is nothing to be said of it any more; what it said stays, should it come back. */
    public void remove(SheetBook book) {
        handle.execute("delete from sheet_workbook where owner = ? and number = ?", book.owner(), book.number());
    }

    /** Revision → what it said, of those that are kept. */
    public Map<Long, Said> said(SheetBook book) {
        Map<Long, Said> said = new HashMap<>();
        handle.createQuery("select revision, written, seen from sheet_written where owner = ? and number = ?")
                .bind(0, book.owner())
                .bind(1, book.number())
                .map((row, _) -> Map.entry(row.getLong(1), new Said(unpacked(row.getString(2)), unpacked(row.getString(3)))))
                .forEach(it -> said.put(it.getKey(), it.getValue()));
        return said;
    }

    /** Revision → number of the workbook, over all of an owner's. */
    public Map<Long, Integer> revisions(String owner) {
        Map<Long, Integer> revisions = new HashMap<>();
        handle.createQuery("select revision, number from sheet_written where owner = ?")
                .bind(0, owner)
                .map((row, _) -> Map.entry(row.getLong(1), row.getInt(2)))
                .forEach(it -> revisions.put(it.getKey(), it.getValue()));
        return revisions;
    }

    /** @param revision of no other workbook of the owner's */
    public void say(SheetBook book, long revision, Said said) {
        handle.execute("delete from sheet_written where owner = ? and revision = ?", book.owner(), revision);
        handle.execute(
                "insert into sheet_written (owner, number, revision, written, seen) values (?, ?, ?, ?, ?)",
                book.owner(), book.number(), revision, packed(said.written()), packed(said.seen()));
        handle.execute(
                "delete from sheet_written where owner = ? and number = ? and revision not in"
                        + " (select revision from sheet_written where owner = ? and number = ? order by revision desc limit ?)",
                book.owner(), book.number(), book.owner(), book.number(), REVISIONS);
    }

    /** Customer → number of the workbook in which its sheet is; of those whose owner wants one for each. */
    public Map<CustomerId, Integer> places(String owner) {
        Map<CustomerId, Integer> places = new HashMap<>();
        handle.createQuery("select customer_id, number from sheet_place where owner = ?")
                .bind(0, owner)
                .map((row, _) -> Map.entry(new CustomerId(row.getLong(1)), row.getInt(2)))
                .forEach(it -> places.put(it.getKey(), it.getValue()));
        return places;
    }

    public void place(String owner, Map<CustomerId, Integer> places) {
        handle.execute("delete from sheet_place where owner = ?", owner);
        if (places.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("insert into sheet_place (owner, customer_id, number) values (?, ?, ?)");
        places.forEach((customer, number) -> batch.bind(0, owner).bind(1, customer.number()).bind(2, number).add());
        batch.execute();
    }

    private static Written written(ResultSet row) throws SQLException {
        String notes = row.getString("notes");
        return new Written(
                new SheetBook(row.getString("owner"), row.getInt("number")), row.getString("path"), row.getString("language"), row.getLong("revision"),
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

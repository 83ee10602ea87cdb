package org.genjin.daemon.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.genjin.config.Language;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.Store;
import org.genjin.daemon.ledger.Timeline;
import org.genjin.daemon.ledger.TimelineEntry;
import org.genjin.daemon.report.Report;
import org.genjin.daemon.report.ReportWords;
import org.genjin.daemon.report.Reports;
import org.genjin.daemon.report.WeeklyWriter;

/**
 * Keeps each owner's workbook in the home's sheets folder up to date. A file is replaced as a whole; one that a person has
 * changed is kept beside it under another name, and one that is open in a spreadsheet program is left alone until later.
 * One file at a time, whoever asks.
 */
public final class Sheets {

    /** More sheets than these no spreadsheet program opens with pleasure; the rest is in the overview. */
    private static final int MOST_SHEETS = 200;
    private static final int EVENTS = 100;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HHmmss", Locale.ROOT);

    private final FollowUpBoard board;
    private final Timeline timeline;
    private final Reports reports;
    private final SheetWords words;
    private final ReportWords figures;
    private final Path folder;
    private final Path temporary;
    private final String page;
    private final Map<String, Integer> written = new ConcurrentHashMap<>();
    private final ReentrantLock one = new ReentrantLock();

    /**
     * @param folder where the owners' folders are
     * @param temporary for what the writing puts on disk
     * @param page address of the page, without a slash at its end; "" if there is none
     */
    public Sheets(
            FollowUpBoard board, Timeline timeline, Reports reports, Language language, Path folder, Path temporary, String page) {
        this.board = board;
        this.timeline = timeline;
        this.reports = reports;
        this.words = new SheetWords(language);
        this.figures = new ReportWords(words.language());
        this.folder = folder;
        this.temporary = temporary;
        this.page = page;
    }

    /** What became of writing a workbook. */
    public sealed interface Outcome {

        /** @param kept where a file that a person had changed was put */
        record Written(Path file, int customers, int sheets, Optional<Path> kept) implements Outcome {}

        /** It is open in a spreadsheet program; it is written next time. */
        record InUse(Path file) implements Outcome {}
    }

    /** Where an owner's workbook is. */
    public Path file(String owner) {
        return folder.resolve(owner.replaceAll("[^\\p{L}\\p{N}@._+-]", "_")).resolve(words.text("file") + ".xlsx");
    }

    /** Writes an owner's workbook to its place. */
    public Outcome write(String owner, Instant at) throws IOException {
        return write(owner, file(owner), at);
    }

    /** Writes an owner's workbook to {@code file}. */
    public Outcome write(String owner, Path file, Instant at) throws IOException {
        one.lock();
        try {
            if (isInUse(file)) {
                return new Outcome.InUse(file);
            }
            Path target = file.toAbsolutePath();
            Path parent = target.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectories(temporary);
            TempFile.setTempFileCreationStrategy(new DefaultTempFileCreationStrategy(temporary.toFile()));
            WorkbookData data = gather(owner, at);
            Report.Of report = reports.of(List.of(owner), WeeklyWriter.WEEKS, at).owners().getFirst();
            Path fresh = target.resolveSibling("." + target.getFileName() + ".new");
            try (OutputStream out = Files.newOutputStream(fresh)) {
                new FollowUpWorkbook(words, figures).write(data, report, out);
            }
            sync(fresh);
            Optional<Path> kept = keepChanged(target, at);
            String hash = hash(fresh);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(mark(target), hash);
            return new Outcome.Written(target, data.customers().size(), data.sheets().size(), kept);
        } finally {
            one.unlock();
        }
    }

    /** Excel marks an open file with ~$name, LibreOffice with .~lock.name#. */
    private static boolean isInUse(Path file) {
        String name = String.valueOf(file.getFileName());
        return Files.exists(file.resolveSibling("~$" + name)) || Files.exists(file.resolveSibling(".~lock." + name + "#"));
    }

    /** What a person typed is not lost, though it is not read back yet. */
    private Optional<Path> keepChanged(Path file, Instant at) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Path mark = mark(file);
        if (Files.exists(mark) && Files.readString(mark).equals(hash(file))) {
            return Optional.empty();
        }
        String name = file.getFileName().toString().replaceFirst("\\.xlsx$", "");
        Path kept = file.resolveSibling(name + " " + STAMP.format(at.atZone(board.zone())) + ".xlsx");
        Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
        return Optional.of(kept);
    }

    private static Path mark(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".written");
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = Store.sha256();
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private WorkbookData gather(String owner, Instant at) {
        ZoneId zone = board.zone();
        Optional<String> viewer = Optional.of(owner);
        List<CustomerRow> customers = board.customers(viewer, at);
        List<CustomerRow> sheets = customers.stream()
                .filter(it -> !it.stage().closed())
                .sorted(Comparator.comparing((CustomerRow it) -> Optional.ofNullable(it.lastTouch()).orElse(Instant.MIN)).reversed())
                .limit(MOST_SHEETS)
                .sorted(Comparator.comparing(CustomerRow::id))
                .toList();
        Map<CustomerId, List<TimelineEntry>> history = new HashMap<>();
        Map<CustomerId, Long> older = new HashMap<>();
        for (CustomerRow it : sheets) {
            List<TimelineEntry> entries = timeline.shortly(it.id(), at.plusMillis(1), EVENTS);
            history.put(it.id(), entries);
            older.put(it.id(), entries.size() < EVENTS ? 0 : timeline.older(it.id(), entries.getLast().at()));
        }
        return new WorkbookData(owner, at, zone, customers, sheets, board.due(viewer, at), history, older, page);
    }

    /** Brings every owner's up to date; one that fails does not keep the others waiting. */
    public void writeChanged(List<String> owners, Instant at) throws IOException {
        IOException failed = null;
        for (String owner : owners) {
            try {
                int state = state(owner, at);
                if (!Integer.valueOf(state).equals(written.get(owner)) && write(owner, at) instanceof Outcome.Written) {
                    written.put(owner, state);
                }
            } catch (IOException e) {
                failed = e;
            } catch (UncheckedIOException e) {
                failed = e.getCause();
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    /** Differs when anything differs that a workbook shows, the day among it. */
    private int state(String owner, Instant at) {
        WorkbookData it = gather(owner, at);
        return Objects.hash(
                board.today(at), it.customers(), it.due(), it.history().values().stream().mapToInt(List::hashCode).sum());
    }
}

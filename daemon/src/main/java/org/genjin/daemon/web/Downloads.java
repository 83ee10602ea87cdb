package org.genjin.daemon.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.crm.Dialects;
import org.genjin.daemon.words.Words;

/** Makes what the page hands out, each in a file of its own that is gone when it has been sent. Thread-safe. */
final class Downloads {

    private static final int NOTES_MONTHS = 12;

    private final Desk desk;
    private final Words words;
    private final Path folder;

    Downloads(Desk desk, Words words, Path folder) {
        this.desk = desk;
        this.words = words;
        this.folder = folder;
    }

    /** @param content whoever takes it closes it */
    record Download(String name, InputStream content) {}

    private interface Making {
        void into(Path file) throws IOException;
    }

    /** A zip with all that another system takes in; empty if there is no such system. */
    Optional<Download> system(Optional<String> viewer, String dialect, Instant at) throws IOException {
        if (!Dialects.names().contains(dialect)) {
            return Optional.empty();
        }
        LocalDate today = desk.board().today(at);
        return Optional.of(made(dialect + " " + today, ".zip", zip -> {
            Path files = Files.createTempDirectory(folder, dialect);
            try {
                desk.crm().write(Dialects.read(dialect), viewer, Optional.of(files), today.minusMonths(NOTES_MONTHS), at);
                zip(inside(files), zip);
            } finally {
                for (Path it : inside(files)) {
                    Files.delete(it);
                }
                Files.delete(files);
            }
        }));
    }

    /**
     * A table to hand on; empty if there is no such table.
     *
     * @param table {@code standard} or {@code log}, and {@code .csv} or {@code .xlsx}; or {@code reminder.xlsx}
     */
    Optional<Download> table(Optional<String> viewer, String table, Instant at) throws IOException {
        if (!table.matches("(standard|log)\\.(csv|xlsx)|reminder\\.xlsx")) {
            return Optional.empty();
        }
        String kind = table.substring(0, table.indexOf('.'));
        String ending = table.substring(table.indexOf('.'));
        return Optional.of(made(words.text("table." + kind) + " " + desk.board().today(at), ending, file -> {
            switch (kind) {
                case "log" -> desk.exports().log(viewer, Optional.of(file), at);
                case "reminder" -> desk.exports().reminder(viewer, Optional.of(file), at);
                default -> desk.exports().standard(viewer, Optional.of(file), at);
            }
        }));
    }

    private Download made(String name, String ending, Making making) throws IOException {
        Path file = Files.createTempFile(Files.createDirectories(folder), "", ending);
        try {
            making.into(file);
            return new Download(name + ending, Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void zip(List<Path> files, Path zip) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip); ZipOutputStream entries = new ZipOutputStream(out)) {
            for (Path it : files) {
                entries.putNextEntry(new ZipEntry(String.valueOf(it.getFileName())));
                Files.copy(it, entries);
                entries.closeEntry();
            }
        }
    }
}

package org.genjin.daemon.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists that somebody brought to the page and has not said yes to: each in a file of its own that nobody else can name, until it is
 * taken, given up, an hour old, or pushed out by newer ones. Thread-safe.
 */
final class Uploads {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST = 16;
    private static final int LONGEST_NAME = 120;

    private final Path folder;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Upload> kept = new LinkedHashMap<>();

    /** @param folder private to the home; what lies there when the daemon starts is gone already */
    Uploads(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * One list.
     *
     * @param viewer who brought it; empty for the operator
     * @param owner whose customers it is to bring
     */
    record Upload(String ticket, Path file, String name, Optional<String> viewer, String owner, Instant at) {}

    /** @param name as the browser calls it, which may be anything */
    Upload keep(String name, InputStream content, Optional<String> viewer, String owner) throws IOException {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String ticket = HexFormat.of().formatHex(bytes);
        String plain = plain(name);
        Path file = Files.createDirectories(folder.resolve(ticket)).resolve(plain);
        Upload upload = new Upload(ticket, file, plain, viewer, owner, clock.instant());
        try {
            Files.copy(content, file);
        } catch (IOException e) {
            delete(upload);
            throw e;
        }
        List<Upload> old;
        synchronized (this) {
            kept.put(ticket, upload);
            old = kept.values().stream()
                    .filter(it -> isOld(it) || kept.size() > MOST && it.equals(kept.values().iterator().next()))
                    .toList();
            old.forEach(it -> kept.remove(it.ticket()));
        }
        for (Upload it : old) {
            delete(it);
        }
        return upload;
    }

    /** Only to whoever brought it. */
    synchronized Optional<Upload> find(String ticket, Optional<String> viewer) {
        return Optional.ofNullable(kept.get(ticket)).filter(it -> it.viewer().equals(viewer) && !isOld(it));
    }

    void remove(Upload upload) throws IOException {
        synchronized (this) {
            kept.remove(upload.ticket());
        }
        delete(upload);
    }

    private boolean isOld(Upload it) {
        return it.at().plus(KEPT).isBefore(clock.instant());
    }

    private void delete(Upload it) throws IOException {
        Files.deleteIfExists(it.file());
        Files.deleteIfExists(folder.resolve(it.ticket()));
    }

    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}:*?\"<>|]", "_").strip().replaceFirst("^\\.+", "");
        String fit = plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
        return fit.isEmpty() ? "list" : fit;
    }
}

package org.genjin.connectors.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Finds what there is to read below paths, and as what. */
final class Units {

    private final Optional<Format> given;
    private final List<Unit> units = new ArrayList<>();
    private final Map<String, List<Piece>> folders = new TreeMap<>();

    private Units(Optional<Format> given) {
        this.given = given;
    }

    /** @param names each path and how it was given; a folder is read with all below it that {@code ready} lets pass */
    static List<Unit> of(Map<Path, String> names, Optional<Format> given, Predicate<Path> ready) throws IOException {
        Units units = new Units(given);
        for (Map.Entry<Path, String> it : names.entrySet()) {
            units.path(it.getKey(), it.getValue(), ready);
        }
        List<Unit> all = new ArrayList<>(units.units);
        units.folders.forEach((name, mails) -> all.add(new Unit.MailFolder(name, mails)));
        return all;
    }

    private void path(Path path, String name, Predicate<Path> ready) throws IOException {
        if (!Files.exists(path)) {
            units.add(new Unit.Bad(name, "", "There is no such file or folder."));
            return;
        }
        if (!Files.isDirectory(path)) {
            single(path, Pieces.file(path, name));
            return;
        }
        boolean maildir = Pieces.isMaildir(path);
        for (Path file : Pieces.files(path)) {
            if (ready.test(file)) {
                String inside = path.relativize(file).toString().replace('\\', '/');
                below(file, Pieces.file(file, name + "/" + inside), maildir);
            }
        }
    }

    /** A file found in a folder: single mails are read together, as a Maildir has one file a mail. */
    private void below(Path file, Piece piece, boolean maildir) throws IOException {
        if (maildir || isMaildirPart(piece.name())) {
            folder(piece);
            return;
        }
        switch (format(piece)) {
            case Detection.Found.Is(Format format) when format == Format.Mail.EML -> folder(piece);
            case Detection.Found.Is(Format format) when format == Format.Mail.ZIP -> zip(file, piece);
            case Detection.Found.Is(Format format) -> units.add(new Unit.Single(piece, format));
            case Detection.Found.Companion _ -> {}
            case Detection.Found.Unknown(String sentence) -> bad(piece, sentence);
        }
    }

    private void single(Path file, Piece piece) throws IOException {
        switch (format(piece)) {
            case Detection.Found.Is(Format format) when format == Format.Mail.ZIP -> zip(file, piece);
            case Detection.Found.Is(Format format) -> units.add(new Unit.Single(piece, format));
            case Detection.Found.Companion _ -> {}
            case Detection.Found.Unknown(String sentence) -> bad(piece, sentence);
        }
    }

    private void bad(Piece piece, String sentence) {
        units.add(new Unit.Bad(piece.name(), piece.stamp(), sentence));
    }

    private void folder(Piece piece) {
        int slash = piece.name().lastIndexOf('/');
        String parent = slash < 0 ? "." : piece.name().substring(0, slash);
        String mailbox = parent.replaceFirst("/(?:cur|new)$", "");
        folders.computeIfAbsent(mailbox, _ -> new ArrayList<>()).add(piece);
    }

    /** In a zip are mails, or one chat and what was sent in it. */
    private void zip(Path file, Piece zip) throws IOException {
        Pieces.Listing listing = Pieces.zip(file, zip);
        listing.refused().forEach(it -> units.add(new Unit.Bad(it.name(), zip.stamp(), it.reason())));
        Map<Piece, Detection.Found> found = new LinkedHashMap<>();
        boolean chat = false;
        for (Piece piece : listing.pieces()) {
            try {
                Detection.Found what = format(piece);
                found.put(piece, what);
                chat |= what instanceof Detection.Found.Is(Format format) && format instanceof Format.Chat;
            } catch (IOException e) {
                bad(piece, "It cannot be unpacked: " + e.getMessage() + ".");
            }
        }
        int read = 0;
        for (Map.Entry<Piece, Detection.Found> it : found.entrySet()) {
            switch (it.getValue()) {
                case Detection.Found.Is(Format format) when format == Format.Mail.EML -> {
                    folder(it.getKey());
                    read++;
                }
                case Detection.Found.Is(Format format) when format != Format.Mail.ZIP -> {
                    units.add(new Unit.Single(it.getKey(), format));
                    read++;
                }
                case Detection.Found _ -> {
                    if (!chat) {
                        bad(it.getKey(), "Within the zip this is neither a mail nor a chat export.");
                    }
                }
            }
        }
        if (read == 0 && listing.refused().isEmpty() && found.isEmpty()) {
            bad(zip, "There is nothing in the zip that could be read.");
        }
    }

    private Detection.Found format(Piece piece) throws IOException {
        if (given.isPresent() && given.get() != Format.Mail.ZIP && given.get() != Format.Mail.MAILDIR) {
            Detection.Found found = Detection.of(piece.head(), piece.name());
            boolean zip = found instanceof Detection.Found.Is(Format format) && format == Format.Mail.ZIP;
            return zip && given.get() != Format.Mail.BODY ? found : new Detection.Found.Is(given.get());
        }
        return Detection.of(piece.head(), piece.name());
    }

    private static boolean isMaildirPart(String name) {
        return name.matches(".*/(?:cur|new)/[^/]+") && name.matches(".*/\\d{6,}[^/]*");
    }
}

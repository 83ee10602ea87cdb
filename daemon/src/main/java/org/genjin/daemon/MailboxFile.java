package org.genjin.daemon;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.genjin.config.AppConfig;
import org.genjin.config.ConfigException;
import org.genjin.config.ConfigLoader;
import org.genjin.config.Language;
import org.genjin.config.MailboxText;
import org.genjin.config.SourceConfig;

/** Puts a mailbox into genjin.yaml, and only if what is read back afterwards is that mailbox more and nothing else. */
final class MailboxFile {

    /** What became of the file. */
    enum Outcome {
        ADDED,
        CHANGED,
        SAME,
        /** It was left alone: a person must write the mailbox in. */
        BY_HAND
    }

    private final Path file;
    private final ConfigLoader loader;

    MailboxFile(Path file, ConfigLoader loader) {
        this.file = file;
        this.loader = loader;
    }

    /**
     * @param language of a file that is not there yet
     * @param before what the file says now
     */
    Outcome put(MailboxText.Wanted wanted, Language language, AppConfig before) throws IOException {
        boolean known = before.mailboxes().stream().anyMatch(it -> it.address().equals(wanted.address()));
        String old = Files.exists(file) ? Files.readString(file) : "language: " + language.tag() + "\n";
        String text = MailboxText.put(old, wanted).orElse("");
        if (text.isEmpty()) {
            return Outcome.BY_HAND;
        }
        if (known && text.equals(old)) {
            return Outcome.SAME;
        }
        Path place = Files.exists(file) ? file.toRealPath() : file;
        Path temporary = place.resolveSibling(place.getFileName() + ".new");
        write(temporary, text, place);
        if (!isRight(temporary, wanted, before)) {
            Files.delete(temporary);
            return Outcome.BY_HAND;
        }
        Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return known ? Outcome.CHANGED : Outcome.ADDED;
    }

    private static void write(Path temporary, String text, Path like) throws IOException {
        Files.deleteIfExists(temporary);
        Files.createFile(temporary);
        if (temporary.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(
                    temporary,
                    Files.exists(like) ? Files.getPosixFilePermissions(like) : PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(temporary, text);
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private boolean isRight(Path written, MailboxText.Wanted wanted, AppConfig before) {
        try {
            AppConfig after = loader.load(written);
            boolean there = after.mailboxes().stream()
                    .filter(it -> it.address().equals(wanted.address()))
                    .anyMatch(it -> wanted.imap().map(imap -> imap.equals(it.imap())).orElse(true)
                            && wanted.smtp().map(smtp -> it.smtp().filter(smtp::equals).isPresent()).orElse(true)
                            && wanted.user().map(user -> user.equals(it.user())).orElse(true));
            return there
                    && others(after, wanted.address()).equals(others(before, wanted.address()))
                    && after.exports().equals(before.exports())
                    && after.ourDomains().equals(before.ourDomains());
        } catch (ConfigException e) {
            return false;
        }
    }

    private static List<SourceConfig.Imap> others(AppConfig config, String address) {
        return config.mailboxes().stream().filter(it -> !it.address().equals(address)).toList();
    }
}

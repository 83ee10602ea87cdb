package org.genjin.daemon.workbook.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.genjin.daemon.customerlist.file.ListFile;
import org.genjin.daemon.customerlist.file.ListReader;
import org.genjin.daemon.customerlist.file.ListRefused;
import org.genjin.daemon.customerlist.file.Sheet;

/**
 * A workbook's file as it was read.
 *
 * @param content the workbook's bytes, unlocked
 * @param hash of the file's bytes, as {@link SheetFiles#hash}
 * @param list what stands in it; empty if it is no workbook that can be read
 * @param state how it is
 * @param problem why it cannot be read, in one sentence; "" if it can
 */
public record SheetSource(Supplier<InputStream> content, String hash, Optional<ListFile> list, State state, String problem) {

    /** Far more than a workbook with pictures of everybody has. */
    private static final int LARGEST = 200 << 20;

    /** How a file is. */
    public enum State {
        PLAIN,
        UNLOCKED,
        /** It is good, and not for us to open: nobody touches it. */
        SHUT,
        /** It is no workbook. */
        NONE
    }

    /**
     * Empty if there is no such file.
     *
     * @param passwords those it may be locked with
     */
    public static Optional<SheetSource> read(Path file, List<String> passwords) throws IOException {
        return read(file, passwords, false);
    }

    /** The same of a file that somebody gave: it may be a table in text, such as the log in CSV. */
    public static Optional<SheetSource> given(Path file, List<String> passwords) throws IOException {
        return read(file, passwords, true);
    }

    private static Optional<SheetSource> read(Path file, List<String> passwords, boolean text) throws IOException {
        byte[] bytes;
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > LARGEST) {
                return Optional.of(unread(new byte[0], State.SHUT, name + " has more than " + (LARGEST >> 20)
                        + " MB; take pictures out of it and save it again."));
            }
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty(); // there is none: a new one is made
        }
        byte[] workbook = bytes;
        State state = State.PLAIN;
        if (Locked.is(bytes)) {
            try {
                workbook = unlocked(bytes, passwords);
                state = State.UNLOCKED;
            } catch (Locked.Refused e) {
                return Optional.of(unread(bytes, State.SHUT, name + " " + e.getMessage() + "; Genjin leaves it as it is. "
                        + "Name its password under 'workbook' in genjin.yaml, or give the one it has now with --unlock."));
            }
        }
        try {
            Optional<String> objection = state == State.UNLOCKED || isZip(workbook) ? WorkbookShape.objection(workbook) : Optional.empty();
            if (objection.isPresent()) {
                return Optional.of(unread(bytes, State.SHUT, name + " " + objection.get() + ". Genjin leaves it as it is."));
            }
            ListFile list = ListReader.readWhole(workbook, name);
            if (list.kind() != ListFile.Kind.XLSX && !(text && list.kind() == ListFile.Kind.TEXT)) {
                return Optional.of(unread(bytes, State.NONE, name + " is no .xlsx workbook; save it as one."));
            }
            byte[] content = workbook;
            return Optional.of(new SheetSource(
                    () -> new ByteArrayInputStream(content), SheetFiles.hash(bytes), Optional.of(list), state, ""));
        } catch (ListRefused e) {
            return Optional.of(unread(bytes, State.NONE, String.valueOf(e.getMessage())));
        } catch (IOException e) { // the bytes are here: nothing but they can be at fault
            return Optional.of(unread(bytes, State.NONE, name + " is damaged or not whole yet."));
        }
    }

    private static boolean isZip(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 'P' && bytes[1] == 'K';
    }

    private static byte[] unlocked(byte[] bytes, List<String> passwords) throws Locked.Refused {
        Locked.Refused refused = new Locked.Refused("is locked with a password");
        for (String it : passwords) {
            try {
                return Locked.open(bytes, it, LARGEST);
            } catch (Locked.Refused e) {
                refused = e;
            }
        }
        throw refused;
    }

    private static SheetSource unread(byte[] bytes, State state, String problem) {
        return new SheetSource(InputStream::nullInputStream, SheetFiles.hash(bytes), Optional.empty(), state, problem);
    }

    /** The same, as one that can be read and still not be written again; if it is a good one, nobody touches it. */
    public SheetSource unwritable(String problem, boolean good) {
        return new SheetSource(content, hash, Optional.empty(), good ? State.SHUT : State.NONE, problem);
    }

    /** None if it cannot be read. */
    public List<Sheet> sheets() {
        return list.map(ListFile::sheets).orElse(List.of());
    }
}

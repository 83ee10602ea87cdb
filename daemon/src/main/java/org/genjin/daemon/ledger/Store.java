package org.genjin.daemon.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The raw bytes of messages and the text of attachments, addressed by their SHA-256, deflated. The contents of one batch
 * make one file, a pack; where each lies is in the ledger ({@link ContentTable}), written in the batch's transaction.
 *
 * <p>Thread-safe: packs are written once, under a name that is the hash of what they hold, and never changed.
 */
public final class Store {

    private final Path folder;

    public Store(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
    }

    /**
     * Where one content lies.
     *
     * @param length in the pack, deflated
     * @param size of the content itself
     */
    public record Place(String hash, String pack, long position, int length, long size) {}

    public static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Writes {@code contents} as one pack, on disk when this returns.
     *
     * @return where they lie, in order; empty if there was nothing to write
     */
    public List<Place> put(Collection<byte[]> contents) throws IOException {
        if (contents.isEmpty()) {
            return List.of();
        }
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        MessageDigest name = sha256();
        List<Place> places = new ArrayList<>();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        byte[] buffer = new byte[16_384];
        try {
            for (byte[] content : contents) {
                long start = pack.size();
                deflate(deflater, content, buffer, pack);
                String hash = hash(content);
                name.update(hash.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                places.add(new Place(hash, "", start, (int) (pack.size() - start), content.length));
            }
        } finally {
            deflater.end();
        }
        String packName = HexFormat.of().formatHex(name.digest());
        write(packName, pack);
        return places.stream()
                .map(place -> new Place(place.hash(), packName, place.position(), place.length(), place.size()))
                .toList();
    }

    /**
     * Reads one content and checks that it is what it was.
     *
     * @throws StoreDamaged if it is missing, cut or changed
     */
    public byte[] read(Place place) throws IOException {
        ByteBuffer deflated = ByteBuffer.allocate(place.length());
        try (FileChannel channel = FileChannel.open(file(place.pack()), StandardOpenOption.READ)) {
            while (deflated.hasRemaining()) {
                if (channel.read(deflated, place.position() + deflated.position()) < 0) {
                    throw new StoreDamaged("the pack " + place.pack() + " is shorter than it was");
                }
            }
        } catch (java.nio.file.NoSuchFileException e) {
            throw new StoreDamaged("the pack " + place.pack() + " is missing");
        }
        byte[] content = inflate(deflated.array(), Math.toIntExact(place.size()), place);
        if (!hash(content).equals(place.hash())) {
            throw new StoreDamaged("the content " + place.hash() + " has changed on disk");
        }
        return content;
    }

    /** Removes packs of which the ledger knows nothing: a batch was written and the process died before its commit. */
    public int sweep(Set<String> known) throws IOException {
        int removed = 0;
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!known.contains(file.getFileName().toString())) {
                    Files.delete(file);
                    removed++;
                }
            }
        }
        return removed;
    }

    private Path shelf(String pack) {
        return folder.resolve(pack.substring(0, 2));
    }

    private Path file(String pack) {
        return shelf(pack).resolve(pack);
    }

    private void write(String name, ByteArrayOutputStream pack) throws IOException {
        Path file = file(name);
        Path shelf = shelf(name);
        if (Files.exists(file)) {
            return; // the same batch again, after a crash between pack and commit
        }
        if (Files.notExists(shelf)) {
            Files.createDirectories(shelf);
            sync(folder);
        }
        Path temporary = Files.createTempFile(shelf, "writing", ".part");
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(pack.toByteArray());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        sync(shelf);
    }

    /** A new name is on disk only when its folder is. Windows has no such thing and refuses to open a folder. */
    private static void sync(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void deflate(Deflater deflater, byte[] content, byte[] buffer, ByteArrayOutputStream to) {
        deflater.reset();
        deflater.setInput(content);
        deflater.finish();
        while (!deflater.finished()) {
            to.write(buffer, 0, deflater.deflate(buffer));
        }
    }

    private static byte[] inflate(byte[] deflated, int size, Place place) throws StoreDamaged {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(deflated);
            byte[] content = new byte[size];
            int filled = 0;
            while (filled < size) {
                int count = inflater.inflate(content, filled, size - filled);
                if (count == 0) {
                    throw new StoreDamaged("the content " + place.hash() + " is cut off");
                }
                filled += count;
            }
            return content;
        } catch (DataFormatException e) {
            throw new StoreDamaged("the content " + place.hash() + " has changed on disk");
        } finally {
            inflater.end();
        }
    }

    /** What was stored is not there as it was. */
    public static final class StoreDamaged extends IOException {
        public StoreDamaged(String message) {
            super(message);
        }
    }
}

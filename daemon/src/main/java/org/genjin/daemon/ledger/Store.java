package org.genjin.daemon.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
import java.util.UUID;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The raw bytes of messages and the text of attachments, addressed by their SHA-256, deflated. The contents of one batch
 * make one file, a pack; where each lies is in the ledger ({@link ContentTable}), written in the batch's transaction.
 *
 * <p>Thread-safe: packs are written once, under a name that no other has, and never changed.
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
                name.update(hash.getBytes(StandardCharsets.US_ASCII));
                places.add(new Place(hash, "", start, (int) (pack.size() - start), content.length));
            }
        } finally {
            deflater.end();
        }
        String packName = name(name);
        write(packName, channel -> {
            ByteBuffer bytes = ByteBuffer.wrap(pack.toByteArray());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
        return places.stream()
                .map(place -> new Place(place.hash(), packName, place.position(), place.length(), place.size()))
                .toList();
    }

    /**
     * Writes what is to be kept of a pack as a new one, on disk when this returns. The old one stays until it is
     * {@linkplain #delete deleted}, once the ledger knows the new places.
     *
     * @param kept some of the contents of the same pack; at least one
     * @return where they lie in the new pack, in order
     * @throws StoreDamaged if the pack is missing or cut
     */
    public List<Place> repack(List<Place> kept) throws IOException {
        MessageDigest name = sha256();
        kept.forEach(it -> name.update(it.hash().getBytes(StandardCharsets.US_ASCII)));
        String packName = name(name);
        String old = kept.getFirst().pack();
        List<Place> places = new ArrayList<>();
        try (FileChannel from = FileChannel.open(file(old), StandardOpenOption.READ)) {
            write(packName, to -> {
                for (Place it : kept) {
                    places.add(new Place(it.hash(), packName, to.position(), it.length(), it.size()));
                    copy(from, it, to);
                }
            });
        } catch (NoSuchFileException e) {
            throw new StoreDamaged("the pack " + old + " is missing");
        }
        return places;
    }

    private static void copy(FileChannel from, Place place, FileChannel to) throws IOException {
        long done = 0;
        while (done < place.length()) {
            long count = from.transferTo(place.position() + done, place.length() - done, to);
            if (count <= 0) {
                throw new StoreDamaged("the pack " + place.pack() + " is shorter than it was");
            }
            done += count;
        }
    }

    /** Deletes a pack that the ledger does not name any more. */
    public void delete(String pack) throws IOException {
        Files.deleteIfExists(file(pack));
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
        } catch (NoSuchFileException e) {
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

    /**
     * No two packs have the same name, also if they hold the same: one may be about to be deleted while the other is written.
     */
    private static String name(MessageDigest contents) {
        return HexFormat.of().formatHex(contents.digest()) + "-" + UUID.randomUUID().toString().substring(24);
    }

    @FunctionalInterface
    private interface Writing {
        void to(FileChannel channel) throws IOException;
    }

    private void write(String name, Writing writing) throws IOException {
        Path shelf = shelf(name);
        if (Files.notExists(shelf)) {
            Files.createDirectories(shelf);
            Disk.syncFolder(folder);
        }
        Path temporary = Files.createTempFile(shelf, "writing", ".part");
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            writing.to(channel);
            channel.force(true);
        }
        Files.move(temporary, file(name), StandardCopyOption.ATOMIC_MOVE);
        Disk.syncFolder(shelf);
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

package org.genjin.connectors.outlook;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Properties that were read one by one, each with its type (MS-OXCDATA 2.11.1) and its bytes, little-endian. */
final class MapiValues implements MapiProperties {

    private static final long TICKS_A_SECOND = 10_000_000;
    /** Seconds from 1601-01-01, where Windows begins to count, to 1970-01-01. */
    private static final long FROM_1601_TO_1970 = 11_644_473_600L;

    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    private record Value(int type, byte[] bytes) {}

    private final Map<Integer, Value> values = new HashMap<>();
    private Charset charset;

    /** @param charset of 8-bit texts, unless the properties name another */
    MapiValues(Charset charset) {
        this.charset = charset;
    }

    /** The first of an id stays. Of values with several parts the first is taken. */
    void put(int id, int type, byte[] bytes) {
        values.putIfAbsent(id, new Value(type & ~Mapi.MULTIPLE, bytes));
    }

    void text(int id, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            put(id, Mapi.TYPE_UNICODE, text.getBytes(StandardCharsets.UTF_16LE));
        }
    }

    void number(int id, int number) {
        put(id, 3, ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array());
    }

    void time(int id, @Nullable Instant time) {
        if (time != null) {
            long ticks = (time.getEpochSecond() + FROM_1601_TO_1970) * TICKS_A_SECOND;
            put(id, Mapi.TYPE_TIME, ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(ticks).array());
        }
    }

    /** Takes the charset of 8-bit texts from the properties themselves, if they tell. */
    MapiValues settle() {
        for (int id : new int[] {Mapi.INTERNET_CODE_PAGE, Mapi.MESSAGE_CODE_PAGE}) {
            number(id).ifPresent(page -> charset = CodePage.charset(page).orElse(charset));
        }
        return this;
    }

    Charset charset() {
        return charset;
    }

    @Override
    public Optional<String> text(int id) {
        Value value = values.get(id);
        if (value == null) {
            return Optional.empty();
        }
        String text = switch (value.type()) {
            case Mapi.TYPE_UNICODE -> new String(value.bytes(), StandardCharsets.UTF_16LE);
            case Mapi.TYPE_STRING8, Mapi.TYPE_BINARY -> CodePage.decode(value.bytes(), charset);
            default -> "";
        };
        int end = text.indexOf('\0');
        return Optional.of(end < 0 ? text : text.substring(0, end)).filter(it -> !it.isEmpty());
    }

    @Override
    public Optional<Octets> octets(int id) {
        Value value = values.get(id);
        if (value == null) {
            return Optional.empty();
        }
        return switch (value.type()) {
            case Mapi.TYPE_UNICODE -> text(id).map(it -> new Octets(it.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
            case Mapi.TYPE_STRING8 -> Optional.of(new Octets(withoutEnd(value.bytes()), charset));
            case Mapi.TYPE_BINARY, Mapi.TYPE_OBJECT ->
                    Optional.of(new Octets(id == Mapi.HTML ? withoutEnd(value.bytes()) : value.bytes(), charset));
            default -> Optional.empty();
        };
    }

    @Override
    public OptionalInt number(int id) {
        Value value = values.get(id);
        return value == null || value.bytes().length < 2 || value.bytes().length > 8
                ? OptionalInt.empty()
                : OptionalInt.of(value.bytes().length < 4 ? little(value.bytes()).getShort() : little(value.bytes()).getInt());
    }

    @Override
    public Optional<Instant> time(int id) {
        Value value = values.get(id);
        return value == null || value.type() != Mapi.TYPE_TIME || value.bytes().length < 8
                ? Optional.empty()
                : time(little(value.bytes()).getLong());
    }

    /** Of a count of 100 ns since 1601; empty for what stands for no time at all. */
    static Optional<Instant> time(long ticks) {
        long seconds = ticks / TICKS_A_SECOND - FROM_1601_TO_1970;
        boolean absurd = ticks <= 0 || seconds < 0 || seconds > 4_102_444_800L; // before 1970, after 2099: a placeholder
        return absurd ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
    }

    static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] withoutEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return java.util.Arrays.copyOf(bytes, end);
    }
}

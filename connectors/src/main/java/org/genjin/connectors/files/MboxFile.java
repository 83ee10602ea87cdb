package org.genjin.connectors.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Mails one after another in an mbox, whichever of its variants it is: a line {@code From } begins a mail, within one it is
 * quoted ({@code >From }, mboxo and mboxrd), or the header says how long the body is (mboxcl, mboxcl2), which is believed where
 * it leads to the end of a mail. Reads in blocks, so the file may be of any size; positions are bytes of the file.
 */
final class MboxFile implements Closeable {

    private static final int BLOCK = 1 << 18;
    /** So much is at hand behind the beginning of a line: enough for two lines of a header. */
    private static final int AHEAD = 4096;
    private static final int LONGEST_SEPARATOR = 1000;
    private static final int DELETED = 0x8;

    /** Looks at another place of the same file. */
    interface Elsewhere {
        /** Up to {@code count} bytes; none at the end of the file. */
        byte[] at(long position, int count) throws IOException;
    }

    /**
     * @param position of the line that begins it
     * @param separator that line; "" if the file begins without one
     * @param bytes without that line, marks of quoting taken away
     * @param cut whether it was larger than {@link Bounds#MAIL}
     * @param deleted whether the program that kept it had thrown it away (Mozilla)
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Mail(long position, String separator, byte[] bytes, boolean cut, boolean deleted) {}

    private final InputStream in;
    private final @Nullable Elsewhere elsewhere;
    private final byte[] buffer = new byte[BLOCK];
    private int low;
    private int high;
    /** Of the first byte in the buffer. */
    private long base;
    private boolean exhausted;

    private String separator = "";
    private byte[] mail = new byte[1 << 14];
    private int length;
    private boolean cut;
    private boolean inHeader;
    private boolean deleted;
    private boolean unquote;
    private long claimed;
    private @Nullable Boolean claimHolds;

    /**
     * @param in at {@code from}, where a mail begins; closed by {@link #close}
     * @param elsewhere null if the file can only be read from front to back
     */
    MboxFile(InputStream in, long from, @Nullable Elsewhere elsewhere) throws IOException {
        this.in = in;
        this.base = from;
        this.elsewhere = elsewhere;
        fill();
        if (from == 0) {
            skipBeginning();
        }
    }

    /** Where the next mail begins. */
    long position() {
        return base + low;
    }

    boolean isEnded() {
        return exhausted && low == high;
    }

    /** Empty at the end. */
    Optional<Mail> next() throws IOException {
        if (isEnded()) {
            return Optional.empty();
        }
        long position = position();
        begin();
        boolean lineStart = true;
        boolean blank = false;
        while (true) {
            if (high - low < AHEAD && !exhausted) {
                fill();
            }
            if (low == high) {
                break;
            }
            boolean quoted = false;
            if (lineStart) {
                byte first = buffer[low];
                if (first == 'F' && endsHere(blank)) {
                    return Optional.of(ended(position, blank));
                }
                quoted = first == '>' && unquote && isQuotedFrom();
                if (inHeader) {
                    header(first);
                }
            }
            int from = low + (quoted ? 1 : 0);
            int feed = indexOfFeed();
            int to = feed < 0 ? high : feed + 1;
            append(from, to);
            blank = lineStart && feed >= 0 && (feed == low || feed == low + 1 && buffer[low] == '\r');
            low = to;
            lineStart = feed >= 0;
            if (blank && inHeader) {
                inHeader = false;
                claimed = claimed < 0 ? -1 : position() + claimed;
            }
        }
        return Optional.of(ended(position, false));
    }

    private void begin() {
        length = 0;
        cut = false;
        deleted = false;
        inHeader = true;
        unquote = true;
        claimed = -1;
        claimHolds = null;
        separator = "";
        if (isSeparator(true)) {
            int feed = indexOfFeed();
            int end = feed < 0 ? high : feed;
            separator = MboxLines.text(buffer, low, end);
            low = Math.min(high, end + 1);
        }
    }

    /** The empty line before the next mail belongs to neither. */
    private Mail ended(long position, boolean blank) {
        int end = length;
        if (blank && !cut && end > 0 && mail[end - 1] == '\n') {
            end -= end > 1 && mail[end - 2] == '\r' ? 2 : 1;
        }
        return new Mail(position, separator, Arrays.copyOf(mail, end), cut, deleted);
    }

    /** Whether a new mail begins at this line, and not the text of this one goes on. */
    private boolean endsHere(boolean blank) throws IOException {
        if (!isSeparator(blank)) {
            return false;
        }
        if (claimed > position() && claimHolds()) {
            unquote = false; // mboxcl2 does not quote
            return false;
        }
        return true;
    }

    private boolean claimHolds() throws IOException {
        Boolean known = claimHolds;
        if (known == null) {
            known = beginsOrEnds(claimed);
            claimHolds = known;
        }
        return known;
    }

    /** Whether at a place behind this one the file ends or a mail begins. */
    private boolean beginsOrEnds(long place) throws IOException {
        byte[] there;
        if (place + AHEAD <= base + high || exhausted) {
            int at = (int) Math.min(high + 1L, place - base);
            if (at > high) {
                return false;
            }
            there = Arrays.copyOfRange(buffer, at, Math.min(high, at + AHEAD));
        } else if (elsewhere != null) {
            there = elsewhere.at(place, AHEAD);
            if (there.length == 0) {
                return elsewhere.at(place - 1, 1).length == 1; // exactly at the end, not beyond it
            }
        } else {
            return false;
        }
        int from = 0;
        while (from < there.length && (there[from] == '\n' || there[from] == '\r')) {
            from++;
        }
        return from == there.length || from <= 4 && isSeparator(there, from, there.length, true);
    }

    private boolean isSeparator(boolean afterBlank) {
        return isSeparator(buffer, low, high, afterBlank);
    }

    private static boolean isSeparator(byte[] bytes, int from, int to, boolean afterBlank) {
        if (to - from < 6 || bytes[from] != 'F' || bytes[from + 1] != 'r' || bytes[from + 2] != 'o' || bytes[from + 3] != 'm'
                || bytes[from + 4] != ' ') {
            return false;
        }
        int feed = from;
        while (feed < to && bytes[feed] != '\n' && feed - from < LONGEST_SEPARATOR) {
            feed++;
        }
        boolean whole = feed == to || bytes[feed] == '\n';
        String line = MboxLines.text(bytes, from, feed).stripTrailing();
        return whole && MboxLines.isSeparator(line, MboxLines.text(bytes, feed + 1, Math.min(to, feed + 1 + 1000)), afterBlank);
    }

    private boolean isQuotedFrom() {
        int at = low;
        while (at < high && buffer[at] == '>') {
            at++;
        }
        return startsWith("From ", at);
    }

    private void header(byte first) {
        if ((first == 'C' || first == 'c') && startsWith("content-length:", low)) {
            String value = value("content-length:");
            claimed = value.matches("\\d{1,15}") ? Long.parseLong(value) : claimed;
        } else if (first == 'X' && startsWith("x-mozilla-status:", low)) {
            String value = value("x-mozilla-status:");
            deleted = value.matches("\\p{XDigit}{4}") && (Integer.parseInt(value, 16) & DELETED) != 0;
        }
    }

    private String value(String name) {
        int from = low + name.length();
        int to = from;
        while (to < high && buffer[to] != '\n' && to - from < 40) {
            to++;
        }
        return MboxLines.text(buffer, from, to).strip();
    }

    private boolean startsWith(String text, int at) {
        if (high - at < text.length()) {
            return false;
        }
        String there = MboxLines.text(buffer, at, at + text.length());
        return text.endsWith(":") ? there.toLowerCase(Locale.ROOT).equals(text) : there.equals(text);
    }

    private int indexOfFeed() {
        byte[] bytes = buffer;
        for (int i = low, end = high; i < end; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void append(int from, int to) {
        int count = Math.min(to - from, Bounds.MAIL - length);
        cut |= count < to - from;
        if (count <= 0) {
            return;
        }
        if (length + count > mail.length) {
            mail = Arrays.copyOf(mail, (int) Math.min(Bounds.MAIL, Math.max(mail.length * 2L, length + (long) count)));
        }
        System.arraycopy(buffer, from, mail, length, count);
        length += count;
    }

    private void fill() throws IOException {
        if (low > 0) {
            System.arraycopy(buffer, low, buffer, 0, high - low);
            base += low;
            high -= low;
            low = 0;
        }
        while (high < buffer.length && !exhausted) {
            int count = in.read(buffer, high, buffer.length - high);
            if (count < 0) {
                exhausted = true;
            } else {
                high += count;
            }
        }
    }

    private void skipBeginning() {
        if (startsWith("\u00EF\u00BB\u00BF", low)) {
            low += 3;
        }
        while (low < high && (buffer[low] == '\n' || buffer[low] == '\r')) {
            low++;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

package org.genjin.connectors.chat;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.genjin.connectors.Content;

/** A stretch of bytes within a bigger content. */
final class ContentRange extends FilterInputStream {

    private long left;

    private ContentRange(InputStream in, long length) {
        super(in);
        this.left = length;
    }

    /** Opens {@code length} bytes from {@code offset} on. The caller closes it. */
    static InputStream open(Content whole, long offset, long length) throws IOException {
        InputStream in = whole.open();
        try {
            in.skipNBytes(offset);
        } catch (IOException e) {
            in.close();
            throw e;
        }
        return new ContentRange(in, length);
    }

    @Override
    public int read() throws IOException {
        if (left <= 0) {
            return -1;
        }
        int next = super.read();
        left -= next < 0 ? left : 1;
        return next;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (left <= 0) {
            return -1;
        }
        int count = super.read(buffer, from, (int) Math.min(length, left));
        left -= count < 0 ? left : count;
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(Math.min(count, left));
        left -= skipped;
        return skipped;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(super.available(), left);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}

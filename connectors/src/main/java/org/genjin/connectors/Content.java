package org.genjin.connectors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read, as often as wanted, until the connector's next pull or close. */
public interface Content {

    long size();

    /** Opens a fresh stream. The caller closes it. */
    InputStream open() throws IOException;

    /** @param bytes not copied: the caller leaves them alone from now on */
    static Content of(byte[] bytes) {
        return new Content() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}

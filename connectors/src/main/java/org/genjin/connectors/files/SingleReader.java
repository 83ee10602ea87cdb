package org.genjin.connectors.files;

import java.io.IOException;
import java.util.Optional;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.MailReader;

/** A file with one message in it, or what there is to say of one that has none. */
final class SingleReader implements UnitReader {

    private final String stamp;
    private final MailReader mails;
    private final Reading reading;

    /** Puts what there is to tell. */
    interface Reading {
        void into(Gathered gathered) throws IOException;
    }

    SingleReader(String stamp, MailReader mails, Reading reading) {
        this.stamp = stamp;
        this.mails = mails;
        this.reading = reading;
    }

    @Override
    public Batch pull(Cursor cursor, int limit) throws IOException {
        Gathered gathered = new Gathered(mails);
        Optional<FileCursor> told = FileCursor.parse(cursor).filter(it -> it.stamp().equals(stamp));
        if (told.isEmpty()) {
            reading.into(gathered);
        }
        return gathered.batch(FileCursor.end(stamp), true, 0);
    }
}

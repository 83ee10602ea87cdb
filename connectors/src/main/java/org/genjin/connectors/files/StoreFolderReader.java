package org.genjin.connectors.files;

import java.util.List;
import java.util.Optional;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Content;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.MailReader;
import org.genjin.connectors.outlook.OutlookException;

/** Hands out a folder of an Outlook mail store, item by item. */
final class StoreFolderReader implements UnitReader {

    private final Unit.StoreFolder unit;
    private final MailReader mails;

    StoreFolderReader(Unit.StoreFolder unit, MailReader mails) {
        this.unit = unit;
        this.mails = mails;
    }

    @Override
    public Batch pull(Cursor cursor, int limit) {
        List<Integer> items = unit.folder().items();
        Gathered gathered = new Gathered(mails);
        Optional<FileCursor> known = FileCursor.parse(cursor).filter(it -> it.stamp().equals(unit.stamp()));
        if (known.isPresent() && known.get().isEnd()) {
            return gathered.batch(cursor, true, 0);
        }
        int at = (int) Math.min(items.size(), known.map(FileCursor::position).orElse(0L));
        while (at < items.size() && !gathered.isFull(limit)) {
            item(items.get(at++), gathered);
        }
        boolean end = at == items.size();
        return gathered.batch(
                end ? FileCursor.end(unit.stamp()) : new FileCursor(unit.stamp(), at).toCursor(), end, items.size() - at);
    }

    private void item(int item, Gathered gathered) {
        String locator = "item " + item;
        try {
            gathered.mail(Content.of(unit.store().mail(item, Bounds.MAIL)), locator, null);
        } catch (OutlookException e) {
            gathered.bad(locator, String.valueOf(e.getMessage()), null);
        }
    }
}

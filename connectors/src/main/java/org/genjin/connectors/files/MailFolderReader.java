package org.genjin.connectors.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.MailReader;

/** Hands out the mails of a folder, share by share ({@link FolderCursor}), within a share by name. */
final class MailFolderReader implements UnitReader {

    private final MailFolder folder;
    private final MailReader mails;
    private final List<List<String>> shares = new ArrayList<>();
    private final int[] sums;

    MailFolderReader(MailFolder folder, MailReader mails) {
        this.folder = folder;
        this.mails = mails;
        int count = FolderCursor.shares(folder.files().size());
        sums = new int[count];
        for (int i = 0; i < count; i++) {
            shares.add(new ArrayList<>(0));
        }
        folder.files().forEach(file -> shares.get(FolderCursor.shareOf(unique(file), count)).add(file));
        for (int i = 0; i < count; i++) {
            shares.get(i).sort(Comparator.comparing(MailFolderReader::unique));
            sums[i] = sum(shares.get(i));
        }
    }

    @Override
    public Batch pull(Cursor cursor, int limit) {
        FolderCursor read = FolderCursor.parse(cursor, sums.length);
        int[] done = read.sums().clone();
        Gathered gathered = new Gathered(mails);
        FolderCursor next = new FolderCursor(done, -1, 0, 0);
        for (int share = 0; share < sums.length; share++) {
            List<String> files = shares.get(share);
            if (done[share] == sums[share] || files.isEmpty()) {
                done[share] = files.isEmpty() ? 0 : done[share];
                continue;
            }
            if (gathered.isFull(limit)) {
                return gathered.batch(next.toCursor(), false, remaining(done, next));
            }
            int at = share == read.share() && read.count() <= files.size() && read.sum() == sum(files.subList(0, read.count()))
                    ? read.count() : 0;
            while (at < files.size() && !gathered.isFull(limit)) {
                file(files.get(at++), gathered);
            }
            if (at < files.size()) {
                next = new FolderCursor(done, share, at, sum(files.subList(0, at)));
                return gathered.batch(next.toCursor(), false, remaining(done, next));
            }
            done[share] = sums[share];
        }
        return gathered.batch(next.toCursor(), true, 0);
    }

    private long remaining(int[] done, FolderCursor next) {
        long remaining = -next.count();
        for (int i = 0; i < sums.length; i++) {
            remaining += done[i] == sums[i] ? 0 : shares.get(i).size();
        }
        return remaining;
    }

    private void file(String file, Gathered gathered) {
        String locator = "file " + file;
        try {
            SingleMail.read(folder.piece(file), locator, gathered);
        } catch (IOException e) {
            gathered.bad(locator, "It cannot be read: " + SingleMail.reason(e), null);
        }
    }

    private static int sum(List<String> files) {
        return files.isEmpty() ? 0 : FolderCursor.sum(files.stream().map(MailFolderReader::unique).toList());
    }

    /** A Maildir's file name without the flags behind the colon and without the folder, which change. */
    private static String unique(String file) {
        String name = file.startsWith("cur/") || file.startsWith("new/") ? file.substring(4) : file;
        int flags = MaildirNames.flags(name);
        return flags < 0 ? name : name.substring(0, flags);
    }
}

package org.genjin.connectors.files;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where the files of a tree belong by their paths alone: which are of a Maildir, which of a folder that is left out. Pure. */
final class Sorting {

    private final Set<String> maildirs = new HashSet<>();

    /** What a file is by its path. */
    enum Place {
        /** One mail of a Maildir. */
        MAILDIR,
        /** A Maildir's own, or still on its way into it. */
        NOTHING,
        ANYWHERE
    }

    /** @param files all of a tree */
    Sorting(List<String> files) {
        for (String file : files) {
            String folder = parent(file);
            String last = last(folder);
            boolean sure = last.equals("cur") || last.equals("new") && last(file).matches("\\d{6,}\\..+");
            if (sure) {
                maildirs.add(parent(folder));
            }
        }
    }

    Place place(String file) {
        String folder = parent(file);
        String last = last(folder);
        boolean inside = !folder.isEmpty() && maildirs.contains(parent(folder));
        if (inside && (last.equals("cur") || last.equals("new"))) {
            return MaildirNames.isLeftOut(last(file)) ? Place.NOTHING : Place.MAILDIR;
        }
        if (inside && last.equals("tmp") || maildirs.contains(folder) && isControl(last(file))) {
            return Place.NOTHING;
        }
        return Place.ANYWHERE;
    }

    /** Files that Dovecot, Courier and others keep beside the mails. */
    private static boolean isControl(String name) {
        return name.matches("(?:dovecot|courier|maildir|subscriptions|sieve|\\.).*");
    }

    /** The folder a mail belongs to: of a Maildir that which holds {@code cur} and {@code new}. */
    static String folder(String file, Place place) {
        return place == Place.MAILDIR ? parent(parent(file)) : parent(file);
    }

    /** For people: the names of a Maildir's folders decoded. */
    static String shown(String folder) {
        return MaildirNames.decoded(folder);
    }

    static boolean isLeftOut(String folder) {
        for (String part : folder.split("/", -1)) {
            if (LeftOut.byFolder(MaildirNames.folder(part))) {
                return true;
            }
        }
        return false;
    }

    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

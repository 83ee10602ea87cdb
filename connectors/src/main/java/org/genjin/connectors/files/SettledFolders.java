package org.genjin.connectors.files;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Folders of a Maildir in which every file was whole when they were last looked through. What lies in such a folder comes and goes by
 * its name, and with each name the folder's own time changes: while that stays, its files need not be asked one by one. Their
 * names are listed all the same. Holds one time a folder. Thread-safe.
 */
public final class SettledFolders {

    private final Map<Path, FileTime> settled = new ConcurrentHashMap<>();

    /** @param changed when a name last came to the folder or went */
    boolean holds(Path folder, FileTime changed) {
        return changed.equals(settled.get(folder));
    }

    void note(Path folder, FileTime changed) {
        settled.put(folder, changed);
    }
}

package org.genjin.connectors.imap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a folder while a connector is open: listed once, also when other folders are read in between. */
final class FolderState {

    /** So many are asked for in one command, unless that breaks connections. */
    private static final int MOST = 1000;

    private final FolderName name;
    private final FolderCommands.Examined examined;
    private final Map<Long, FetchAnswer> metas = new HashMap<>();
    private final Map<Long, Integer> breaks = new HashMap<>();
    private @Nullable UidSet present;
    private long presentFrom;
    private int group = MOST;
    private @Nullable Long suspect;

    FolderState(FolderName name, FolderCommands.Examined examined) {
        this.name = name;
        this.examined = examined;
    }

    FolderName name() {
        return name;
    }

    FolderCommands.Examined examined() {
        return examined;
    }

    /** Size and date of the mails that are looked at now, by UID. */
    Map<Long, FetchAnswer> metas() {
        return metas;
    }

    /** The UIDs of the folder from {@code first} on, at least. */
    @Nullable UidSet presentFrom(long first) {
        return presentFrom <= first ? present : null;
    }

    void listed(UidSet uids, long from) {
        present = uids;
        presentFrom = from;
    }

    long listedFrom() {
        return presentFrom;
    }

    /** Which of {@code wanted} to ask for together: whatever is thought to break connections is asked for alone. */
    List<Long> together(List<Long> wanted) {
        Long alone = suspect;
        return alone != null && wanted.contains(alone) ? List.of(alone) : wanted.subList(0, Math.min(wanted.size(), group));
    }

    void wentWell() {
        suspect = null;
        group = Math.min(MOST, group * 2);
    }

    /**
     * Notes that the connection broke.
     *
     * @param asked how many were asked for together
     * @param first the first that was not answered
     * @return whether it was this one, as far as can be told: it has broken a connection before and was now alone
     */
    boolean broke(int asked, long first) {
        group = Math.max(1, asked / 2);
        int times = breaks.merge(first, 1, Integer::sum);
        boolean proven = asked == 1 && times > 1;
        suspect = proven ? null : first;
        return proven;
    }
}

package org.genjin.connectors.imap;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.genjin.connectors.Holdings;

/** What a folder holds, against what a cursor covers. */
final class FolderHoldings {

    /** Providers that show a part only show a round number of mails (Yahoo: 10,000) … */
    private static final Set<Long> ROUND = Set.of(1000L, 2000L, 5000L, 10_000L);
    /** … or those of the last 30 days (Tencent, unless it is told otherwise). */
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration ABOUT = Duration.ofHours(36);
    /** A folder with fewer mails may well be a month old. */
    private static final int ENOUGH = 20;

    private FolderHoldings() {}

    static Holdings of(FolderCommands commands, FolderState folder, ImapCursor cursor, Instant now) throws IOException {
        UidSet present = folder.presentFrom(1);
        if (present == null) {
            long exists = folder.examined().exists();
            present = exists == 0 ? new UidSet() : commands.search(1, exists);
            folder.listed(present, 1);
        }
        UidSet ours = present.without(cursor.passed());
        UidSet settled = cursor.done().with(cursor.old());
        cursor.failed().keySet().forEach(settled::add);
        long tooOld = ours.size() - ours.sizeWithout(cursor.old());
        return new Holdings(
                ours.size(), tooOld, ours.sizeWithout(settled), partial(commands, present, now), in(ours), in(cursor.old()),
                in(ours.without(settled)));
    }

    private static Predicate<String> in(UidSet uids) {
        return locator -> locator.matches("uid \\d{1,10}") && uids.contains(Long.parseLong(locator.substring("uid ".length())));
    }

    private static String partial(FolderCommands commands, UidSet present, Instant now) throws IOException {
        long held = present.size();
        if (ROUND.contains(held)) {
            return "The server shows exactly " + held + " mails of this folder and has perhaps more: some providers show other"
                    + " programs only the newest. Move older mail to other folders, or import an export of the mailbox.";
        }
        OptionalLong lowest = present.lowest();
        if (held < ENOUGH || lowest.isEmpty()) {
            return "";
        }
        FetchAnswer oldest = commands.metas(List.of(lowest.getAsLong())).get(lowest.getAsLong());
        boolean month = oldest != null
                && oldest.receivedAt() != null
                && Duration.between(oldest.receivedAt(), now).minus(MONTH).abs().compareTo(ABOUT) < 0;
        return month
                ? "The oldest mail that the server shows of this folder is 30 days old: some providers (Tencent) show other programs"
                        + " only the last 30 days. In the web mail, under Settings, Client settings (收取选项), choose all mail (全部)."
                : "";
    }
}

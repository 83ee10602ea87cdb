package org.genjin.connectors.mime;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.genjin.connectors.outlook.MsgFile;
import org.genjin.connectors.outlook.OutlookException;
import org.genjin.connectors.outlook.Winmail;

/** Parts of a mail in Outlook's own formats: what was packed into {@code winmail.dat}, and mails saved as {@code .msg}. */
final class OutlookPart {

    private static final int HEAD = 64;

    private OutlookPart() {}

    static boolean isWinmail(Entity entity) {
        return Winmail.looksLike(Arrays.copyOf(entity.body(), Math.min(HEAD, entity.body().length)));
    }

    /** Empty if it is too damaged to be opened. */
    static Optional<Winmail> winmail(Entity entity) {
        try {
            return Optional.of(Winmail.open(entity.body()));
        } catch (OutlookException e) {
            return Optional.empty(); // it stays a document, which says that it could not be read
        }
    }

    /** The mail that a {@code .msg} file is; empty if it is no mail. */
    static Optional<byte[]> msg(Entity entity) {
        boolean named = entity.type().equals("application/vnd.ms-outlook") || entity.name().toLowerCase(Locale.ROOT).endsWith(".msg");
        if (!named || !MsgFile.looksLike(entity.body())) {
            return Optional.empty();
        }
        try {
            return Optional.of(MsgFile.mail(entity.body()));
        } catch (OutlookException e) {
            return Optional.empty(); // it stays a document
        }
    }
}

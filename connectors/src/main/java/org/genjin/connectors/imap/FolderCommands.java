package org.genjin.connectors.imap;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The commands that are sent for a folder: {@code EXAMINE}, {@code UID SEARCH}, {@code UID FETCH}. Answers are taken by UID in
 * whatever order they come; what a server does not answer is simply not in the result.
 *
 * <p>No other search than by UID is used (Exchange misses mail, iCloud answers numbers that cannot be fetched), no sequence
 * numbers, no ENVELOPE or BODYSTRUCTURE; sets of UIDs are ascending (Tencent).
 */
final class FolderCommands {

    private final ImapConnection connection;

    FolderCommands(ImapConnection connection) {
        this.connection = connection;
    }

    /**
     * What a server says of a folder as it is opened.
     *
     * @param exists how many mails there are; a hint
     * @param validity the folder's UIDVALIDITY; 0 if the server gives none
     */
    record Examined(long exists, long validity) {}

    /** What came of one fetch: the answers, and the server's words if it refused the command as a whole. */
    record Answers(Map<Long, FetchAnswer> byUid, @Nullable Completion refused) {}

    /** @throws ImapFailure.Refused if the server does not open this folder */
    Examined examine(FolderName name) throws IOException {
        Opening opening = new Opening();
        Completion completion = examine(name, opening);
        if (!completion.isOk() && completion.text().toLowerCase(Locale.ROOT).contains("unsafe login")) {
            // NetEase, when it did not say that it wants to know who asks.
            ImapLogin.introduce(connection);
            completion = examine(name, opening);
        }
        if (!completion.isOk()) {
            throw new ImapFailure.Refused("open the folder", completion);
        }
        return new Examined(opening.exists, opening.validity);
    }

    private Completion examine(FolderName name, Opening opening) throws IOException {
        return name.isQuotable()
                ? connection.command("EXAMINE " + name.quoted(), opening)
                : connection.commandWith("EXAMINE {" + name.raw().length() + "}", List.of(name.raw()), opening);
    }

    /** All UIDs from {@code first} on. */
    UidSet search(long first, long exists) throws IOException {
        UidSet found = new UidSet();
        Completion completion = connection.command("UID SEARCH UID " + first + ":*", (_, name, in) -> {
            if (name.equals("SEARCH")) {
                for (in.skipBlanks(); !in.atLineEnd(); in.skipBlanks()) {
                    if (in.peek() == '(') {
                        in.skipValue(); // (MODSEQ n), unasked
                        continue;
                    }
                    add(in.number(), first, found);
                }
            }
        });
        if (!completion.isOk() || (found.isEmpty() && first == 1 && exists > 0)) {
            return listed(first, found);
        }
        return found;
    }

    /** By fetching nothing but the numbers: for servers that search badly. */
    private UidSet listed(long first, UidSet found) throws IOException {
        MailBytes none = new MailBytes(new Spool(), 0);
        connection.must("list the folder", "UID FETCH " + first + ":* (UID)", (_, name, in) -> {
            if (name.equals("FETCH")) {
                add(FetchAnswer.read(in, none).uid(), first, found);
            }
        });
        return found;
    }

    /** "n:*" always gives the last mail, also when it is below n. */
    private static void add(long uid, long first, UidSet found) {
        if (uid >= first && uid <= UidSet.LARGEST) {
            found.add(uid);
        }
    }

    /** Size and date, and on Gmail what tells drafts and copies. */
    Answers metas(Collection<Long> uids) throws IOException {
        String more = connection.can("X-GM-EXT-1") ? " X-GM-MSGID X-GM-LABELS" : "";
        return fetch(uids, "UID RFC822.SIZE INTERNALDATE" + more, new MailBytes(new Spool(), 0), new TreeMap<>());
    }

    interface MailIds {
        void take(long mailId, long uid);
    }

    /** Gmail's numbers of all mails. */
    void mailIds(MailIds ids) throws IOException {
        MailBytes none = new MailBytes(new Spool(), 0);
        connection.must("list the folder", "UID FETCH 1:* (UID X-GM-MSGID)", (_, name, in) -> {
            if (name.equals("FETCH")) {
                FetchAnswer answer = FetchAnswer.read(in, none);
                ids.take(answer.mailId(), answer.uid());
            }
        });
    }

    /**
     * The mails themselves.
     *
     * @param come where they are put as they come, so that they are there also when the connection breaks
     */
    Answers bodies(Collection<Long> uids, MailBytes bytes, Map<Long, FetchAnswer> come) throws IOException {
        return fetch(uids, "UID BODY.PEEK[]", bytes, come);
    }

    private Answers fetch(Collection<Long> uids, String items, MailBytes bytes, Map<Long, FetchAnswer> come) throws IOException {
        Set<Long> asked = new HashSet<>(uids);
        Completion completion = connection.command(
                "UID FETCH " + UidSet.of(new TreeSet<>(uids)) + " (" + items + ")",
                (_, name, in) -> {
                    if (name.equals("FETCH")) {
                        FetchAnswer answer = FetchAnswer.read(in, bytes);
                        if (asked.contains(answer.uid()) && says(answer, items)) {
                            come.putIfAbsent(answer.uid(), answer);
                        }
                    }
                });
        return new Answers(come, completion.isOk() ? null : completion);
    }

    /** Flags that changed come as a FETCH too. */
    private static boolean says(FetchAnswer answer, String items) {
        return answer.content() != null
                || (!items.contains("BODY") && (answer.size() > 0 || answer.receivedAt() != null || answer.mailId() > 0));
    }

    private static final class Opening implements ImapConnection.Untagged {
        private long exists;
        private long validity;

        @Override
        public void take(long number, String name, ImapInput in) {
            if (name.equals("EXISTS") && number >= 0) {
                exists = number;
            }
        }

        @Override
        public void said(Completion said) {
            if (said.has("UIDVALIDITY")) {
                String value = said.code().substring("UIDVALIDITY".length()).strip();
                validity = value.matches("\\d{1,15}") ? Long.parseLong(value) : 0;
            }
        }
    }
}

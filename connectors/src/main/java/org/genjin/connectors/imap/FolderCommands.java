package org.genjin.connectors.imap;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The commands that are sent for a folder: {@code EXAMINE}, {@code UID SEARCH}, {@code UID FETCH}. Answers are taken by UID in
 * whatever order they come; what a server does not answer is simply not in the result.
 *
 * <p>No other search than by UID is used (Exchange misses mail, iCloud answers numbers that cannot be fetched), no sequence
 * numbers, no ENVELOPE or BODYSTRUCTURE; sets of UIDs are ascending (Tencent).
 */
final class FolderCommands {

    /** For commands that ask for no mail. */
    private static final MailBytes NOTHING_LARGE = new MailBytes(new Spool(), 0);

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
        connection.must("list the folder", "UID FETCH " + first + ":* (UID)", (_, name, in) -> {
            if (name.equals("FETCH")) {
                add(FetchAnswer.read(in, NOTHING_LARGE).uid(), first, found);
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
    Map<Long, FetchAnswer> metas(Collection<Long> uids) throws IOException {
        String more = connection.can("X-GM-EXT-1") ? " X-GM-MSGID X-GM-LABELS" : "";
        Map<Long, FetchAnswer> metas = new HashMap<>();
        Optional<Completion> refused = fetch(uids, "UID RFC822.SIZE INTERNALDATE" + more, NOTHING_LARGE, answer -> {
            if (answer.size() > 0 || answer.receivedAt() != null || answer.mailId() > 0) {
                metas.putIfAbsent(answer.uid(), answer);
            }
        });
        if (refused.isPresent() && ImapErrors.isThrottling(refused.get())) {
            throw new ImapFailure.Refused("describe its mails", refused.get());
        }
        return metas;
    }

    interface MailIds {
        void take(long mailId, long uid);
    }

    /** Gmail's numbers of all mails. */
    void mailIds(MailIds ids) throws IOException {
        connection.must("list the folder", "UID FETCH 1:* (UID X-GM-MSGID)", (_, name, in) -> {
            if (name.equals("FETCH")) {
                FetchAnswer answer = FetchAnswer.read(in, NOTHING_LARGE);
                ids.take(answer.mailId(), answer.uid());
            }
        });
    }

    /** Takes what a server answers, one mail after the other, while more is on its way. */
    interface Come {
        void take(FetchAnswer answer);
    }

    /**
     * The mails themselves, each as it comes and perhaps twice.
     *
     * @return the server's words if it refused the command as a whole
     */
    Optional<Completion> bodies(Collection<Long> uids, MailBytes bytes, Come come) throws IOException {
        return fetch(uids, "UID BODY.PEEK[]", bytes, answer -> {
            if (answer.content() != null) { // flags that changed come as a FETCH too
                come.take(answer);
            }
        });
    }

    private Optional<Completion> fetch(Collection<Long> uids, String items, MailBytes bytes, Come come) throws IOException {
        Set<Long> asked = new HashSet<>(uids);
        Completion completion = connection.command(
                "UID FETCH " + UidSet.of(new TreeSet<>(uids)) + " (" + items + ")",
                (_, name, in) -> {
                    if (name.equals("FETCH")) {
                        FetchAnswer answer = FetchAnswer.read(in, bytes);
                        if (asked.contains(answer.uid())) {
                            come.take(answer);
                        }
                    }
                });
        return completion.isOk() ? Optional.empty() : Optional.of(completion);
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

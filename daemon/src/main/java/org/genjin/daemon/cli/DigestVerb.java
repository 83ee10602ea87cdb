package org.genjin.daemon.cli;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.genjin.daemon.reminder.DigestWriter;
import org.genjin.daemon.reminder.ReminderSweep.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "digest",
        description = {
            "The morning mail: 'preview' prints it, 'send' sends today's to those who have not had it, 'resume' sends the mails again",
            "to an owner who has answered 'stop' or 'pause'."
        },
        footer = {
            "",
            "Owners answer the mail itself, in any of eight languages: '1 done', '4 3 days', '2 next monday send samples', '5 grade A',",
            "'all tomorrow', 'note 3 called, wants 2 more days', 'Mueller done', 'pause 3 days', 'stop', 'start', 'undo'."
        })
final class DigestVerb extends HomeVerb {

    enum What {
        preview,
        send,
        resume
    }

    @Parameters(index = "0", paramLabel = "preview|send|resume", description = "What to do.")
    @Nullable What what;

    @Option(names = "--owner", paramLabel = "ADDRESS", description = "Only this owner's.")
    @Nullable String owner;

    @Option(names = "--html", description = "Print the HTML instead of the text (preview of one owner's).")
    boolean html;

    @Option(names = "--language", paramLabel = "TAG", description = "In another language than the owner's (preview): ${COMPLETION-CANDIDATES}.",
            completionCandidates = Tags.class)
    @Nullable String language;

    /** The languages that there are. */
    static final class Tags implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Language.values()).map(Language::tag).iterator();
        }
    }

    DigestVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException, Trouble {
        List<String> owners = owner == null ? desk.config().owners() : List.of(owner(desk, owner));
        if (owners.isEmpty()) {
            throw Trouble.failed("There is nobody to write to: genjin.yaml names no mailbox.");
        }
        if (what == What.resume) {
            return resume(desk, owners);
        }
        if (what == What.send) {
            if (html || language != null) {
                throw Trouble.usage("--html and --language are for 'preview'; what is sent has text and HTML, in its owner's language.");
            }
            return send(desk, owners);
        }
        if (html && owners.size() > 1) {
            throw Trouble.usage("--html prints one mail: say whose with --owner, one of " + String.join(", ", owners) + ".");
        }
        return preview(desk, owners, language());
    }

    private int resume(Desk desk, List<String> owners) {
        for (String it : owners) {
            out().println(it + (desk.answers().resume(it) ? ": the mails come again." : ": the mails had not been stopped."));
        }
        return Exit.DONE;
    }

    private Optional<Language> language() throws Trouble {
        if (language == null) {
            return Optional.empty();
        }
        return Optional.of(Language.of(language.strip())
                .orElseThrow(() -> Trouble.usage("There is no language '" + language + "'; there are: " + String.join(", ", new Tags()) + ".")));
    }

    private int preview(Desk desk, List<String> owners, Optional<Language> asked) {
        for (String it : owners) {
            DigestWriter.Written digest = asked
                    .map(tag -> desk.digests().write(it, now(), tag))
                    .orElseGet(() -> desk.digests().write(it, now()));
            if (digest.empty()) {
                out().println(it + ": nothing is due; no mail would be sent.");
            } else if (html) {
                out().println(digest.html());
            } else {
                out().println("To: " + it);
                out().println("Subject: " + digest.letter().subject());
                out().println();
                out().println(digest.text());
            }
        }
        return Exit.DONE;
    }

    private int send(Desk desk, List<String> owners) throws IOException {
        int bad = 0;
        for (Map.Entry<String, Outcome> it : desk.reminders().send(owners, now()).entrySet()) {
            switch (it.getValue()) {
                case Outcome.Sent sent -> out().println(it.getKey() + ": sent “" + sent.subject() + "”");
                case Outcome.NothingDue _ -> out().println(it.getKey() + ": nothing is due, nothing was sent.");
                case Outcome.DoneBefore before -> out().println(it.getKey() + ": today's was settled before ("
                        + before.state().name().toLowerCase(java.util.Locale.ROOT) + ").");
                case Outcome.NotSent(String why) -> {
                    bad++;
                    err().println(it.getKey() + ": not sent. " + why);
                }
            }
        }
        return bad == 0 ? Exit.DONE : bad < owners.size() ? Exit.PARTLY : Exit.FAILED;
    }
}

package org.genjin.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.genjin.connectors.Message;
import org.genjin.daemon.cli.BenchSource;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.cli.Trouble;
import org.genjin.daemon.reading.Reading;
import org.genjin.daemon.reading.WordsReading;
import org.genjin.daemon.reading.said.Said;
import org.genjin.daemon.reading.said.SaidReading;
import org.genjin.daemon.reading.said.Words;

/**
 * Says how right messages are read: against the labels of a folder that has {@code labels.jsonl}, else against the expected
 * new words beside each reply. And how fast, on one core.
 */
final class ReadingBench {

    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(3);
    private static final long MEASURED = TimeUnit.SECONDS.toNanos(2);

    private final PrintStream out;
    private final LabelledMessages files;
    private final WordsReading reading = new WordsReading();
    private final SaidReading saidReading = new SaidReading();

    ReadingBench(Surroundings around, PrintStream out) {
        this.out = out;
        this.files = new LabelledMessages(around.clock(), reading);
    }

    int run(BenchSource.Labelled what) throws IOException, Trouble {
        Path labels = what.folder().resolve("labels.jsonl");
        List<Message> read = new ArrayList<>();
        if (Files.exists(labels)) {
            ReadingScore score = score(what.folder(), ReadingLabel.of(labels), read);
            out.println(read.size() + " messages");
            score.print(out, what.wrong());
        } else if (Files.isDirectory(what.folder())) {
            List<QuotePairs.Pair> pairs = QuotePairs.in(what.folder());
            if (pairs.isEmpty()) {
                throw Trouble.usage("There is neither a labels.jsonl nor any NAME.txt with a NAME.expected.txt in " + what.folder() + ".");
            }
            print(QuotePairs.compare(what.folder(), pairs, files));
            pairs.forEach(it -> files.message(it.reply()).ifPresent(read::add));
        } else {
            throw Trouble.usage("There is no folder " + what.folder() + ".");
        }
        if (!what.wrong()) {
            speed("split, language, contact", read, false);
            speed("with facts, promises", read, true);
        }
        return Exit.DONE;
    }

    /** @param read takes the messages */
    ReadingScore score(Path folder, List<ReadingLabel> labels, List<Message> read) {
        ReadingScore score = new ReadingScore();
        for (ReadingLabel it : labels) {
            Optional<Message> message = files.message(folder.resolve(it.file()));
            message.ifPresent(read::add);
            Reading words = message.map(reading::read).orElse(new Reading("", "", "", ""));
            score.add(it, message.orElse(null), words, message.map(one -> said(one, words)).orElse(Said.NOTHING));
        }
        return score;
    }

    private Said said(Message message, Reading read) {
        Said said = saidReading.read(new Words(read.text(), read.language(), message.writtenAt()));
        return message.bulk() || message.auto() ? said.byNobody() : said;
    }

    private void print(QuotePairs.Outcome it) {
        boolean signed = it.signed().size() >= it.text().size();
        int right = Math.max(it.signed().size(), it.text().size());
        out.println(String.format(
                Locale.ROOT, "%d of %d right (%.1f %%) read as new words %s the signature; %d %s it, %d either way", right, it.all(),
                100.0 * right / it.all(), signed ? "with" : "without", signed ? it.text().size() : it.signed().size(),
                signed ? "without" : "with", it.all() - it.difference().size()));
        out.println("wrong in this reading, right in the other:");
        (signed ? it.text() : it.signed()).stream()
                .filter(name -> !(signed ? it.signed() : it.text()).contains(name))
                .forEach(name -> out.println("  " + name));
        out.println("wrong in both:");
        it.difference().forEach(name -> out.println("  " + name));
    }

    /** By the processor's time of this thread, so that what else runs on the machine does not count. */
    private void speed(String what, List<Message> messages, boolean withSaid) {
        if (messages.isEmpty()) {
            return;
        }
        long until = cpu() + WARM_UP;
        while (cpu() < until) {
            round(messages, withSaid);
        }
        long begun = cpu();
        long rounds = 0;
        while (cpu() - begun < MEASURED) {
            round(messages, withSaid);
            rounds++;
        }
        double seconds = (cpu() - begun) / 1e9;
        out.println(String.format(Locale.ROOT, "%-26s%.0f messages/s on one core", what, rounds * messages.size() / seconds));
    }

    private void round(List<Message> messages, boolean withSaid) {
        for (Message it : messages) {
            Reading read = reading.read(it);
            if (withSaid) {
                said(it, read);
            }
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}

package org.genjin.daemon.reminder;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.genjin.daemon.ledger.Proof;
import org.genjin.daemon.ledger.SourceStatus;
import org.genjin.daemon.ledger.SourceWording;
import org.genjin.daemon.words.Words;

/** Says of each source when it was last read well and what it holds, so that silence is never taken for peace. Immutable. */
final class SourceLines {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private final Words words;
    private final SourceWording sources;
    private final ZoneId zone;

    SourceLines(Words words, ZoneId zone) {
        this.words = words;
        this.sources = new SourceWording(words.language(), zone);
        this.zone = zone;
    }

    /** A line each, and one more if all that can be counted is there. */
    List<DigestMail.SourceLine> of(List<SourceStatus> all) {
        List<DigestMail.SourceLine> lines = new ArrayList<>(all.stream().map(this::line).toList());
        List<SourceStatus> counted = all.stream().filter(it -> !it.mailboxes().isEmpty()).toList();
        if (!counted.isEmpty() && all.stream().allMatch(SourceLines::hasAll)) {
            lines.add(new DigestMail.SourceLine(words.text("all-read"), false));
        }
        return lines;
    }

    /** What keeps a source from bringing all that it should: red, above everything. */
    Stream<String> problems(SourceStatus it) {
        return it.alarms().stream().map(alarm -> words.text("trouble", words.bare(it.name()), sources.trouble(alarm)));
    }

    private static boolean hasAll(SourceStatus it) {
        return it.state() == SourceStatus.State.OK && it.troubles().isEmpty()
                && it.mailboxes().stream().allMatch(box -> box.missing() == 0 && box.toCome() == 0 && box.unreadable() == 0)
                && it.mailboxes().stream().map(Proof::partial).allMatch(String::isEmpty);
    }

    private DigestMail.SourceLine line(SourceStatus it) {
        boolean bad = !it.alarms().isEmpty();
        Instant read = it.lastComplete();
        List<String> parts = new ArrayList<>();
        parts.add(read == null ? words.text("read.never") : words.text("read", words.bare(MOMENT.format(read.atZone(zone)))));
        if (bad || it.state() != SourceStatus.State.OK) {
            parts.add(sources.state(it));
        }
        String counts = sources.counts(it);
        if (!counts.isEmpty()) {
            parts.add(counts);
        }
        parts.addAll(sources.warnings(it));
        return new DigestMail.SourceLine(
                words.text("source", words.bare(it.name()), String.join(words.text("separator"), parts)), bad);
    }
}

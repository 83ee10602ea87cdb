package org.genjin.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.genjin.daemon.reading.Reading;

/** Replies beside files that hold what their writers wrote anew: {@code NAME.txt} and {@code NAME.expected.txt}. */
final class QuotePairs {

    private static final String EXPECTED = ".expected.txt";

    private QuotePairs() {}

    record Pair(Path reply, Path expected) {}

    /**
     * What came of it.
     *
     * @param text how many expect the new words alone
     * @param signed how many expect them with the signature
     * @param difference of those that are neither
     */
    record Outcome(int all, List<String> text, List<String> signed, List<String> difference) {}

    static List<Pair> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(it -> it.toString().endsWith(EXPECTED))
                    .sorted()
                    .map(it -> new Pair(reply(it), it))
                    .filter(it -> Files.exists(it.reply()))
                    .toList();
        }
    }

    private static Path reply(Path expected) {
        String name = String.valueOf(expected.getFileName());
        return expected.resolveSibling(name.substring(0, name.length() - EXPECTED.length()) + ".txt");
    }

    /** Which pair is right in which reading: the names of the right ones. */
    static Outcome compare(Path folder, List<Pair> pairs, LabelledMessages messages) throws IOException {
        List<String> text = new ArrayList<>();
        List<String> signed = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        for (Pair it : pairs) {
            String name = folder.relativize(it.reply()).toString();
            Reading read = messages.read(it.reply());
            String wanted = normal(Files.readString(it.expected()));
            String words = normal(read.text());
            String withSignature = normal(read.text() + "\n" + read.signature());
            if (words.equals(wanted)) {
                text.add(name);
            }
            if (withSignature.equals(wanted)) {
                signed.add(name);
            }
            if (!words.equals(wanted) && !withSignature.equals(wanted)) {
                differences.add(name + "  " + ReadingScore.difference(withSignature, wanted));
            }
        }
        return new Outcome(pairs.size(), text, signed, differences);
    }

    private static String normal(String text) {
        return ReadingScore.folded(Normalizer.normalize(text, Normalizer.Form.NFC));
    }
}

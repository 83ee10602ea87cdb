package org.genjin.connectors.mime;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The charset of text that does not say it, by how likely what it reads then is in a language that is sent so: Bayes' rule
 * over the letters of the words that are not plain ASCII. Immutable; thread-safe.
 */
final class CharsetGuess {

    /** So much is enough to tell, and no mail has to wait for more. */
    private static final int LOOK_AT = 3000;
    private static final int CONTEXT = 40;

    /**
     * @param likelihood natural logarithm; among several guesses for the same bytes the higher one is right
     */
    record Guess(Charset charset, double likelihood) {}

    private record Candidate(LetterModel model, Charset charset, double prior) {}

    private static final List<LetterModel> MODELS = LetterModel.all();
    private static final List<Candidate> CANDIDATES = candidates();
    private static final List<Charset> CHARSETS = CANDIDATES.stream().map(Candidate::charset).distinct().toList();

    private CharsetGuess() {}

    /** Empty if the bytes are text in none of the charsets that are known. */
    static Optional<Guess> of(byte[] bytes) {
        byte[] telling = telling(bytes);
        Guess best = null;
        for (Charset charset : CHARSETS) {
            String text = new String(telling, charset);
            for (Candidate candidate : CANDIDATES) {
                if (candidate.charset().equals(charset)) {
                    double likelihood = candidate.prior() + candidate.model().likelihood(text);
                    if (best == null || likelihood > best.likelihood()) {
                        best = new Guess(charset, likelihood);
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** How likely it is that a person wrote {@code text}, comparable with that of other readings of the same bytes. */
    static double likelihood(String text) {
        String some = text.length() > LOOK_AT ? text.substring(0, LOOK_AT) : text;
        return MODELS.stream().mapToDouble(it -> it.prior() + it.likelihood(some)).max().orElse(0);
    }

    /** The lines and words that have more than ASCII in them. */
    private static byte[] telling(byte[] bytes) {
        if (bytes.length <= LOOK_AT) {
            return bytes;
        }
        byte[] some = new byte[LOOK_AT];
        int length = 0;
        int last = -CONTEXT;
        for (int i = 0; i < bytes.length && length < LOOK_AT; i++) {
            if (bytes[i] < 0) {
                last = i;
            }
            // All from the first such byte to some way behind it; a pair of bytes is never parted.
            if (i - last < CONTEXT) {
                some[length++] = bytes[i];
            }
        }
        return Arrays.copyOf(some, length);
    }

    private static List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (LetterModel model : MODELS) {
            for (int i = 0; i < model.charsets().size(); i++) {
                candidates.add(new Candidate(model, model.charsets().get(i), model.prior() - 2.0 * i));
            }
        }
        return List.copyOf(candidates);
    }
}

package org.genjin.daemon.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a verification found.
 *
 * @param messages how many were looked at
 * @param contents how many pieces of the store were read and hashed
 * @param counts how often each thing was found
 * @param examples some of what was found
 */
public record Report(long messages, long contents, Map<Finding.Kind, Long> counts, List<Finding> examples) {

    private static final int EXAMPLES = 20;

    public Report {
        counts = Map.copyOf(counts);
        examples = List.copyOf(examples);
    }

    public boolean sound() {
        return counts.isEmpty();
    }

    /** Gathers while the verification goes on. One thread. */
    static final class Builder {
        private final Map<Finding.Kind, Long> counts = new EnumMap<>(Finding.Kind.class);
        private final List<Finding> examples = new ArrayList<>();
        private long messages;
        private long contents;

        void found(Finding.Kind kind, String detail) {
            long count = counts.merge(kind, 1L, Long::sum);
            if (count <= EXAMPLES) {
                examples.add(new Finding(kind, detail));
            }
        }

        void messages(int more) {
            messages += more;
        }

        long messages() {
            return messages;
        }

        void contents(int more) {
            contents += more;
        }

        Report build() {
            return new Report(messages, contents, counts, examples);
        }
    }
}

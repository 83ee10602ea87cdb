package org.genjin.daemon.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One mail of a usual business, in one language, with blanks to fill in.
 *
 * @param ours true if the rep writes it
 * @param document what is attached: {@code quotation}, {@code invoice}, {@code slip}, {@code packing}, or "" for nothing
 */
record Step(String name, boolean ours, String document, String subject, String text) {

    /** The steps of {@code demo/LANGUAGE.txt}, in order: a line [name in|out document], a subject, the words. */
    static List<Step> of(String language) {
        List<Step> steps = new ArrayList<>();
        try (InputStream file = Step.class.getResourceAsStream("/demo/" + language + ".txt")) {
            if (file == null) {
                throw new IllegalStateException("no demo in " + language);
            }
            List<String> lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)).lines().toList();
            int at = 0;
            while (at < lines.size()) {
                String[] head = lines.get(at).replaceAll("[\\[\\]]", "").split(" ");
                int end = at + 2;
                while (end < lines.size() && !lines.get(end).startsWith("[")) {
                    end++;
                }
                steps.add(new Step(
                        head[0], head[1].equals("out"), head.length > 2 ? head[2] : "", lines.get(at + 1),
                        String.join("\n", lines.subList(at + 2, end)).strip()));
                at = end;
            }
            return List.copyOf(steps);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

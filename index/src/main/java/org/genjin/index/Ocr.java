package org.genjin.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program that reads words in pictures: Tesseract, if this machine has it. */
public final class Ocr {

    /** Those that customers write, the most frequent first: with each more, a page takes longer. */
    private static final List<String> WANTED = List.of("eng", "chi_sim", "spa", "deu", "fra", "por", "rus", "ara", "chi_tra");

    private static final int MOST = 4;
    private static final long PATIENCE_SECONDS = 5;

    private Ocr() {}

    /** The languages that it is to read, in its own codes; empty if it is not installed or has none of them. */
    public static List<String> languages() {
        try {
            Process process = new ProcessBuilder("tesseract", "--list-langs").redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said;
            try (InputStream answer = process.getInputStream()) {
                said = new String(answer.readNBytes(10_000), StandardCharsets.UTF_8);
            }
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return List.of();
            }
            List<String> installed = said.lines().map(String::strip).toList();
            List<String> languages = new ArrayList<>(WANTED);
            languages.retainAll(installed);
            return List.copyOf(languages.subList(0, Math.min(MOST, languages.size())));
        } catch (IOException e) {
            return List.of(); // not installed
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts here", e);
        }
    }
}

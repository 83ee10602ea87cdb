package org.genjin.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program that reads words in pictures: Tesseract, if this machine has it. */
public final class Ocr {

    /** Those that customers write stand first: of very many, only some are read with, for with each more a page takes longer. */
    private static final List<String> FREQUENT =
            List.of("eng", "chi_sim", "spa", "deu", "fra", "por", "rus", "ara", "chi_tra", "jpn", "kor");

    /** Installed as languages, and none: they tell how a page lies and where formulas are. */
    private static final Set<String> NO_LANGUAGES = Set.of("osd", "equ");

    private static final Pattern CODE = Pattern.compile("[a-z]{3}(_[A-Za-z]+)*");

    private static final int MOST = 9;
    private static final long PATIENCE_SECONDS = 5;

    private Ocr() {}

    /**
     * The languages to read with, in its own codes; empty if nothing is to be read, it is not installed or has none of them.
     *
     * @param wanted of them only those; empty: all that are installed, but no more than nine
     */
    public static List<String> languages(Optional<List<String>> wanted) {
        List<String> installed = installed();
        if (wanted.isPresent()) {
            return wanted.get().stream().filter(installed::contains).distinct().toList();
        }
        return Stream.concat(FREQUENT.stream().filter(installed::contains), installed.stream()).distinct().limit(MOST).toList();
    }

    /** The languages that are installed; empty if it is not. */
    public static List<String> installed() {
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
            return said.lines().map(String::strip).filter(it -> CODE.matcher(it).matches() && !NO_LANGUAGES.contains(it)).toList();
        } catch (IOException e) {
            return List.of(); // not installed
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts here", e);
        }
    }
}

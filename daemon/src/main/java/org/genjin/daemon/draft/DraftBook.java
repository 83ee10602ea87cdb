package org.genjin.daemon.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.config.Language;

/**
 * The texts of suggested answers in all languages: those that Genjin brings along, and before them those of the home, a file a
 * language such as {@code drafts/es.yaml} that holds only what is to be different. The home's are read whenever they are asked
 * for, so that a change holds at once. Thread-safe.
 */
public final class DraftBook {

    private static final String ENDING = ".yaml";

    private final Path folder;
    private final Map<Language, DraftTexts> builtIn = new HashMap<>();

    /** @param folder of the home's own texts; it need not be there */
    public DraftBook(Path folder) {
        this.folder = folder;
        for (Language it : Language.values()) {
            builtIn.put(it, builtIn(it));
        }
    }

    /** The texts to try, one after the other. */
    List<DraftTexts> in(Language language) {
        DraftTexts own = builtIn.getOrDefault(language, builtIn(Language.EN));
        Path file = folder.resolve(language.tag() + ENDING);
        if (!Files.isRegularFile(file)) {
            return List.of(own);
        }
        return List.of(new DraftTexts(language, read(file).texts()), own);
    }

    /** What is wrong with the home's texts, a sentence each. */
    public List<String> problems() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path it : files.sorted().toList()) {
                String name = it.getFileName().toString();
                if (language(name).isPresent()) {
                    problems.addAll(read(it).problems());
                } else if (name.toLowerCase(Locale.ROOT).endsWith(ENDING) || name.toLowerCase(Locale.ROOT).endsWith(".yml")) {
                    problems.add(shown(it) + ": nothing is read there; a file is called after its language: "
                            + Arrays.stream(Language.values()).map(language -> language.tag() + ENDING).collect(Collectors.joining(", ")) + ".");
                }
            }
        } catch (IOException e) {
            problems.add(folder + " cannot be read: " + e.getMessage() + ". The built-in texts are used.");
        }
        return problems;
    }

    private static Optional<Language> language(String file) {
        return Arrays.stream(Language.values()).filter(it -> file.equals(it.tag() + ENDING)).findFirst();
    }

    private DraftFile.Parsed read(Path file) {
        try {
            return DraftFile.parse(shown(file), Files.readString(file));
        } catch (MalformedInputException e) {
            return new DraftFile.Parsed(Map.of(), List.of(shown(file) + ": it is not UTF-8; save it as UTF-8. None of its texts is used."));
        } catch (IOException e) {
            return new DraftFile.Parsed(
                    Map.of(), List.of(shown(file) + ": it cannot be read: " + e.getMessage() + ". None of its texts is used."));
        }
    }

    private static String shown(Path file) {
        return "drafts/" + file.getFileName();
    }

    private static DraftTexts builtIn(Language language) {
        String path = "/drafts/" + language.tag() + ENDING;
        try (InputStream in = DraftBook.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + path + " is missing");
            }
            DraftFile.Parsed parsed = DraftFile.parse(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!parsed.problems().isEmpty()) {
                throw new IllegalStateException(parsed.problems().getFirst());
            }
            return new DraftTexts(language, parsed.texts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.genjin.daemon.industry;

import com.google.common.base.Suppliers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.genjin.daemon.words.ResourceFolder;

/**
 * The lines of trade there are: those that Genjin brings along, and the home's, a file each in its folder {@code industries}, which add
 * to them or stand in the place of one with the same name. Read once. Thread-safe.
 */
public final class Industries {

    /** For a customer: none, whatever the home is in. */
    public static final String NONE = "none";

    private static final String FOLDER = "/industries";
    private static final String ENDING = ".yaml";

    private final Path folder;
    private final List<String> home;
    /** Read when it is first needed: most homes and most commands never do. */
    private final Supplier<Known> known = Suppliers.memoize(this::read);

    /**
     * @param folder of the home's own; it need not be there
     * @param home ids of what the home is in, as its configuration has them
     */
    public Industries(Path folder, List<String> home) {
        this.folder = folder;
        this.home = List.copyOf(home);
    }

    private record Known(Map<String, Industry> byId, List<String> problems) {}

    private Known read() {
        Map<String, Industry> byId = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        ResourceFolder.names(FOLDER, ENDING, "machinery").forEach(id -> byId.put(id, builtIn(id)));
        own(problems).forEach(byId::put);
        home.stream().filter(it -> !byId.containsKey(it)).forEach(it -> problems.add("genjin.yaml: " + unknown(it, byId.keySet())));
        return new Known(byId, problems);
    }

    /**
     * What is wrong with what a configuration names, a sentence each; the files are not looked into.
     *
     * @param folder of the home's own
     */
    public static List<String> unknown(Path folder, List<String> ids) {
        return ids.stream()
                .filter(it -> Industries.class.getResource(FOLDER + "/" + it + ENDING) == null && !Files.isRegularFile(folder.resolve(it + ENDING)))
                .map(it -> unknown(it, ResourceFolder.names(FOLDER, ENDING, "machinery")))
                .toList();
    }

    private static String unknown(String id, Collection<String> ids) {
        return "industry names '" + id + "', which there is not; there are " + String.join(", ", ids) + ", and a file industries/" + id + ENDING
                + " would add it.";
    }

    /** What is wrong with the home's files, a sentence each. */
    public List<String> problems() {
        return known.get().problems();
    }

    public List<String> ids() {
        return List.copyOf(known.get().byId().keySet());
    }

    /** All columns there are in any line of trade, each once. */
    public List<IndustryColumn> allColumns() {
        return columns(known.get().byId().values());
    }

    /**
     * The lines of trade of a customer.
     *
     * @param chosen what a person said of the customer: ids parted by blanks, {@link #NONE}, or "" for those of the home
     */
    public List<Industry> of(String chosen) {
        List<String> ids = chosen.isEmpty() ? home : List.of(chosen.split(" ", -1));
        return ids.isEmpty() ? List.of() : ids.stream().flatMap(it -> Optional.ofNullable(known.get().byId().get(it)).stream()).toList();
    }

    /** The columns of some lines of trade, in their order. Where two have the same one, it is there once, as the first has it. */
    public static List<IndustryColumn> columns(Collection<Industry> industries) {
        Map<String, IndustryColumn> columns = new LinkedHashMap<>();
        industries.forEach(it -> it.columns().forEach(column -> columns.putIfAbsent(column.id(), column)));
        return List.copyOf(columns.values());
    }

    /** What a person wrote, as it is kept; empty if it names what there is not. */
    public Optional<String> chosen(String typed) {
        List<String> ids = Arrays.stream(typed.strip().toLowerCase(Locale.ROOT).split("[,，、;；\\s]+", -1)).filter(it -> !it.isEmpty()).distinct().toList();
        boolean there = ids.equals(List.of(NONE)) || known.get().byId().keySet().containsAll(ids);
        return there ? Optional.of(String.join(" ", ids)) : Optional.empty();
    }

    private Map<String, Industry> own(List<String> problems) {
        Map<String, Industry> own = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return own;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path it : files.sorted().toList()) {
                String name = String.valueOf(it.getFileName());
                String shown = "industries/" + name;
                String id = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : "";
                if (id.matches("[a-z][a-z0-9-]{1,40}") && !id.equals(NONE)) {
                    IndustryFile.Parsed parsed = read(id, shown, it);
                    problems.addAll(parsed.problems());
                    parsed.industry().ifPresent(industry -> own.put(id, industry));
                } else if (!name.startsWith(".")) {
                    problems.add(shown + ": it is not read; a file is called after its line of trade, in small letters: furniture" + ENDING + ".");
                }
            }
        } catch (IOException e) {
            problems.add(folder + " cannot be read: " + e.getMessage() + ". Only the built-in lines of trade are known.");
        }
        return own;
    }

    private static IndustryFile.Parsed read(String id, String shown, Path file) {
        try {
            return IndustryFile.parse(id, shown, Files.readString(file));
        } catch (MalformedInputException e) {
            return new IndustryFile.Parsed(Optional.empty(), List.of(shown + ": it is not UTF-8; save it as UTF-8. Nothing of it is used."));
        } catch (IOException e) {
            return new IndustryFile.Parsed(
                    Optional.empty(), List.of(shown + ": it cannot be read: " + e.getMessage() + ". Nothing of it is used."));
        }
    }

    private static Industry builtIn(String id) {
        String path = FOLDER + "/" + id + ENDING;
        try (InputStream in = Industries.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + path + " is missing");
            }
            IndustryFile.Parsed parsed = IndustryFile.parse(id, path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!parsed.problems().isEmpty()) {
                throw new IllegalStateException(parsed.problems().getFirst());
            }
            return parsed.industry().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.genjin.connectors.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/**
 * What mail programs keep and nobody was told: junk, what was thrown away, drafts, what waits to be sent; by the names that such
 * folders have in the world's languages, the same list that mailboxes are read by.
 */
final class LeftOut {

    private static final Set<String> NAMES = names();

    private LeftOut() {}

    /** @param folder its path, {@code /} between the parts; what lies below such a folder is left out too */
    static boolean byFolder(String folder) {
        for (String part : folder.split("/", -1)) {
            if (NAMES.contains(folded(part.replaceFirst("(?i)\\.(?:mbox|mbx|sbd)$", "")))) {
                return true;
            }
        }
        return false;
    }

    /** @param labels that Gmail gave a mail it exports, with commas between */
    static boolean byLabels(String labels) {
        return Arrays.stream(labels.split(",", -1)).anyMatch(it -> NAMES.contains(folded(it.replace("\"", ""))));
    }

    private static Set<String> names() {
        Properties lists = new Properties();
        try (InputStream file = LeftOut.class.getResourceAsStream("/imap/folder-names.properties")) {
            lists.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Set<String> names = new HashSet<>();
        for (String list : List.of("junk", "trash", "drafts", "outbox")) {
            for (String name : lists.getProperty(list, "").split(",", -1)) {
                names.add(folded(name));
            }
        }
        names.remove("");
        return names;
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    }
}

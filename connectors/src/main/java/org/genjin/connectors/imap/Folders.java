package org.genjin.connectors.imap;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * Which folders of an account are read: all but junk, trash, drafts and outbox, by special use (RFC 6154) where the server
 * has it, else by name. Where one folder holds all mail (Gmail), that one alone.
 */
final class Folders {

    private static final Set<String> NOT_READ = Set.of("\\junk", "\\trash", "\\drafts", "\\flagged", "\\important");
    private static final Set<String> NO_FOLDER = Set.of("\\noselect", "\\nonexistent");

    private final Set<String> names = names();

    /** INBOX first, the others by name. */
    List<String> toRead(IMAPStore store) throws MessagingException {
        List<String> read = new ArrayList<>();
        String all = null;
        for (Folder folder : store.getDefaultFolder().list("*")) {
            Set<String> attributes = new HashSet<>();
            for (String attribute : ((IMAPFolder) folder).getAttributes()) {
                attributes.add(attribute.toLowerCase(Locale.ROOT));
            }
            if (attributes.stream().anyMatch(NO_FOLDER::contains)) {
                continue;
            }
            if (attributes.contains("\\all")) {
                all = folder.getFullName();
            }
            boolean special = attributes.stream().anyMatch(it -> it.equals("\\sent") || it.equals("\\archive"));
            if (special || (attributes.stream().noneMatch(NOT_READ::contains) && !isLeftOut(folder))) {
                read.add(folder.getFullName());
            }
        }
        if (all != null) {
            return List.of(all);
        }
        read.sort(Comparator.comparing((String name) -> !name.equalsIgnoreCase("INBOX")).thenComparing(name -> name));
        return read;
    }

    private boolean isLeftOut(Folder folder) {
        return names.contains(folded(folder.getName()));
    }

    private static Set<String> names() {
        Properties lists = new Properties();
        try (InputStream file = Folders.class.getResourceAsStream("/imap/folder-names.properties")) {
            lists.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Set<String> names = new HashSet<>();
        for (String list : lists.stringPropertyNames()) {
            for (String name : lists.getProperty(list).split(",", -1)) {
                names.add(folded(name));
            }
        }
        return names;
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    }
}

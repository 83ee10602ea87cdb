package org.genjin.connectors.imap;

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
import org.jspecify.annotations.Nullable;

/**
 * Which folders of an account are read: all but junk, trash, drafts and outbox with what lies below them, by special use (RFC
 * 6154) where the server has it, else by name. Where one folder holds all mail (Gmail), that one alone.
 */
final class Folders {

    private static final Set<String> NOT_READ = Set.of("\\junk", "\\spam", "\\trash", "\\drafts", "\\flagged", "\\starred", "\\important");
    private static final Set<String> NO_FOLDER = Set.of("\\noselect", "\\nonexistent");
    private static final FolderName INBOX = FolderName.listed("INBOX");

    private final Set<String> notRead = new HashSet<>();
    private final Set<String> sent = new HashSet<>();

    Folders() {
        Properties lists = new Properties();
        try (InputStream file = Folders.class.getResourceAsStream("/imap/folder-names.properties")) {
            lists.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String list : lists.stringPropertyNames()) {
            for (String name : lists.getProperty(list).split(",", -1)) {
                (list.equals("sent") ? sent : notRead).add(folded(name));
            }
        }
    }

    /**
     * One line of a server's list.
     *
     * @param attributes in lower case
     * @param separator between the parts of a path; null if there are no paths
     */
    record Listed(FolderName name, Set<String> attributes, @Nullable String separator) {

        private boolean is(String attribute) {
            return attributes.contains(attribute);
        }

        private String lastPart() {
            String shown = name.shown();
            return separator == null || separator.isEmpty() ? shown : shown.substring(shown.lastIndexOf(separator) + 1);
        }

        private boolean isBelow(Listed other) {
            return separator != null && name.raw().startsWith(other.name.raw() + separator);
        }
    }

    /**
     * What is to be read.
     *
     * @param names INBOX first, then sent mail, then the others by name; or the one that holds all
     * @param sent whether a folder of sent mail is among them
     */
    record Choice(List<FolderName> names, boolean sent) {}

    static List<Listed> list(ImapConnection connection) throws IOException {
        List<Listed> listed = new ArrayList<>();
        ImapConnection.Untagged take = (_, name, in) -> {
            if (name.equals("LIST") || name.equals("XLIST")) {
                listed.add(line(in));
            }
        };
        if (connection.can("SPECIAL-USE") && connection.can("LIST-EXTENDED")) {
            connection.command("LIST \"\" \"*\" RETURN (SPECIAL-USE)", take);
        } else if (connection.can("XLIST") && !connection.can("SPECIAL-USE")) {
            connection.command("XLIST \"\" \"*\"", take);
        }
        if (listed.isEmpty()) {
            connection.must("list its folders", "LIST \"\" \"*\"", take);
        }
        return listed;
    }

    private static Listed line(ImapInput in) throws IOException, ImapInput.Unclear {
        Set<String> attributes = new HashSet<>();
        in.expect('(');
        for (in.skipBlanks(); in.peek() != ')'; in.skipBlanks()) {
            String attribute = in.word();
            if (attribute.isEmpty()) {
                throw new ImapInput.Unclear("an attribute expected");
            }
            attributes.add(attribute.toLowerCase(Locale.ROOT));
        }
        in.expect(')');
        in.skipBlanks();
        String separator = in.string();
        in.expect(' ');
        // What is neither quoted nor a literal should be one word; servers that forget the quotes have blanks in it.
        int first = in.peek();
        String name = first == '"' || first == '{' ? in.string() : in.restOfLine();
        if (name == null || name.isEmpty()) {
            throw new ImapInput.Unclear("a name expected");
        }
        return new Listed(FolderName.listed(name), attributes, separator);
    }

    Choice choose(List<Listed> all) {
        List<Listed> leftOut = all.stream().filter(this::isLeftOut).toList();
        List<Listed> read = new ArrayList<>();
        for (Listed it : all) {
            if (it.attributes().stream().noneMatch(NO_FOLDER::contains)
                    && (it.name().isInbox() || leftOut.stream().noneMatch(out -> it.equals(out) || it.isBelow(out)))) {
                read.add(it);
            }
        }
        for (Listed it : read) {
            if (it.is("\\all") || it.is("\\allmail")) {
                return new Choice(List.of(it.name()), true);
            }
        }
        List<FolderName> names = new ArrayList<>(read.stream()
                .sorted(Comparator.comparing((Listed it) -> !it.name().isInbox())
                        .thenComparing(it -> !isSent(it))
                        .thenComparing(it -> it.name().shown())
                        .thenComparing(it -> it.name().raw()))
                .map(Listed::name)
                .distinct()
                .toList());
        if (names.isEmpty() || !names.getFirst().isInbox()) {
            names.addFirst(INBOX); // it is always there, listed or not
        }
        return new Choice(toldApart(names), read.stream().anyMatch(this::isSent));
    }

    private boolean isSent(Listed folder) {
        return folder.is("\\sent") || (!folder.name().isInbox() && sent.contains(folded(folder.lastPart())));
    }

    private boolean isLeftOut(Listed folder) {
        if (folder.attributes().stream().anyMatch(NOT_READ::contains)) {
            return true;
        }
        boolean told = folder.is("\\sent") || folder.is("\\archive") || folder.is("\\all") || folder.is("\\allmail");
        return !told && notRead.contains(folded(folder.lastPart()));
    }

    private static List<FolderName> toldApart(List<FolderName> names) {
        Set<String> shown = new HashSet<>();
        return names.stream().map(it -> shown.add(it.shown()) ? it : it.toldApart()).toList();
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replaceAll("[\\s\\u3000]+", "");
    }
}
